import type { Projet } from '../projet/projet.ts';
import type { Passage, SectionSpec } from '../record/passage.ts';
import { findSpec } from '../record/section-title.ts';
import type { Extrait, Extraits } from './extraits.ts';
import type { Figure, FigureMaker } from './figure.ts';

/** What the projets say of what comes next. */
export interface Perspectives {
  readonly figure: Figure;
  /** The projets of which something may be shown, in their order. */
  readonly parProjet: readonly { readonly projet: Projet; readonly extraits: readonly Extrait[] }[];
}

/** The word by which schemas name the section. */
const SECTION = 'perspectives';

/** The passages of the sections « Perspectives » of projets that say what is planned or proposed. */
export function findPerspectives(projets: readonly Projet[], specs: readonly SectionSpec[]): ReadonlySet<Passage> {
  const isAhead = ({ nature, headings: [section = ''] }: Passage) =>
    (nature === 'contexte' || nature === 'piste') && findSpec(section, specs, true)?.mot === SECTION;
  return new Set(projets.flatMap(({ passages }) => passages.filter(isAhead)));
}

/** Counts them, and gathers by projet those that may be shown. */
export function countPerspectives(
  projets: readonly Projet[],
  { perspectives, maker, extraits }: { perspectives: ReadonlySet<Passage>; maker: FigureMaker; extraits: Extraits },
): Perspectives {
  const found = projets.map((projet) => ({
    projet,
    passages: projet.passages.filter((passage) => perspectives.has(passage)),
  }));
  return {
    figure: maker.count(
      'perspectives.passages',
      found.flatMap(({ projet, passages }) =>
        passages.map(({ range }) => ({ record: projet, line: range.start.line })),
      ),
    ),
    parProjet: found
      .map(({ projet, passages }) => ({ projet, extraits: extraits.of(passages) }))
      .filter((one) => one.extraits.length > 0),
  };
}
