import type { Collection } from '../collection.ts';
import { fold, quote } from '../french.ts';
import type { TextPart } from '../record/computed-text.ts';
import type { Fiche } from '../record/fiche.ts';
import type { Provenance } from './provenance.ts';
import { partsOf, readPart, withoutComments } from './synthese-fiche.ts';

/**
 * What in a summary that is kept may not leave the centre, as sentences: a record that its blocks show and that is shareable
 * no more, a name without agreement, an internal record that its author names, be it in a block that she `edited`.
 */
export function findWithheld(
  fiche: Fiche,
  { fiches, edited }: Pick<Provenance, 'fiches'> & { readonly edited: readonly string[] },
  collection: Collection,
): string[] {
  const read = new Map(collection.files.map((one) => [one.file, one.fiche]));
  const lost = Object.keys(fiches).filter((file) => !isShareable(read.get(file)));
  return [
    ...lost.map((file) => sayLost(file, read.has(file))),
    ...findNames(fiche, collection),
    ...findInternal(fiche, collection, edited),
  ];
}

/** A theme of the grille is nobody's: it has no diffusion. */
function isShareable(fiche: Fiche | undefined): boolean {
  return fiche?.type?.name === 'theme' || fiche?.header.value.diffusion === 'partageable';
}

function sayLost(file: string, isThere: boolean): string {
  return isThere
    ? `Ses blocs montrent ${quote(file)}, qui n’est pas partageable, ou ne l’est plus : « cops report --refresh » les renouvelle.`
    : `Ses blocs montrent ${quote(file)}, qui n’est plus là : « cops report --refresh » les renouvelle.`;
}

/** Facilitators who have not agreed to be named, in any of its words. */
function findNames(fiche: Fiche, { ateliers }: Collection): string[] {
  const text = asWords(readPrinted(fiche, ({ kind }) => kind !== 'provenance'));
  const agreed = new Set(
    ateliers.flatMap(({ coanimation }) =>
      coanimation.filter(({ accordPublication }) => accordPublication).map(({ nom }) => nom),
    ),
  );
  const names = new Set(ateliers.flatMap(({ coanimation }) => coanimation.map(({ nom }) => nom)));
  return [...names]
    .filter((nom) => !agreed.has(nom) && text.includes(asWords(nom)))
    .map(
      (nom) =>
        `Son texte nomme ${nom}, qui n’a pas donné son accord : retirez le nom, ou notez l’accord dans l’atelier.`,
    );
}

/** Internal records by their id, or by a title that no shareable one has, in what its author wrote. */
function findInternal(fiche: Fiche, { ateliers, projets }: Collection, edited: readonly string[]): string[] {
  const isOwn = (part: TextPart) => part.kind === 'libre' || (part.kind === 'calcul' && edited.includes(part.name));
  const text = asWords(readPrinted(fiche, isOwn));
  const records = [...ateliers, ...projets];
  const shown = new Set(
    records.filter(({ diffusion }) => diffusion === 'partageable').map(({ titre }) => asWords(titre)),
  );
  return records
    .filter(({ diffusion }) => diffusion !== 'partageable')
    .filter(
      ({ id, titre }) => text.includes(asWords(id)) || (!shown.has(asWords(titre)) && text.includes(asWords(titre))),
    )
    .map(({ id }) => `Votre texte nomme la fiche interne ${quote(id)} : retirez ce qui la désigne.`);
}

/** The text of some parts as it may be printed: without comments and internal notes. */
function readPrinted(fiche: Fiche, isWanted: (part: TextPart) => boolean): string {
  const parts = partsOf(fiche).filter(isWanted);
  return withoutComments(parts.map((part) => readPart(fiche, part)).join('\n'));
}

/** Words and numbers alone, each between spaces: a name is found whole, whatever parts its words. */
function asWords(text: string): string {
  return ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}
