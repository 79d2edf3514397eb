import type { Projet } from '../projet/projet.ts';
import type { Passage, SectionSpec } from '../record/passage.ts';
import { findSpec } from '../record/section-title.ts';
import type { Extrait, Extraits } from './extraits.ts';

/** A section of a projet in its authors' words, as far as they may be shown. */
export interface WrittenSection {
  readonly titre: string;
  /** Each with the headings below that of the section under which it stands. */
  readonly paroles: readonly { readonly extrait: Extrait; readonly sousTitres: readonly string[] }[];
}

/** The sections of a projet in the order of its text, then those that it could have and has not, empty. */
export function readSections(
  { passages }: Projet,
  { specs, extraits }: { specs: readonly SectionSpec[]; extraits: Extraits },
): WrittenSection[] {
  const groups = new Map<string, Passage[]>();
  for (const passage of passages) {
    const [heading = ''] = passage.headings;
    const titre = findSpec(heading, specs, true)?.titre ?? heading;
    groups.set(titre, [...(groups.get(titre) ?? []), passage]);
  }
  for (const { titre, interne } of specs) if (!interne && !groups.has(titre)) groups.set(titre, []);
  return [...groups].map(([titre, all]) => ({
    titre,
    paroles: all.flatMap((passage) =>
      extraits.of([passage]).map((extrait) => ({ extrait, sousTitres: passage.headings.slice(1) })),
    ),
  }));
}
