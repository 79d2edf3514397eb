import type { Collection } from '../collection.ts';
import { fold, quote } from '../french.ts';
import type { Fiche } from '../record/fiche.ts';
import { makeFinder } from './hidden-words.ts';
import { listInternal, listShownTitles } from './internal-records.ts';
import { listHiddenNames } from './names.ts';
import type { Provenance } from './provenance.ts';

/** The plain words of a summary that is kept, as they are printed. */
export interface PrintedWords {
  /** All of them, its title included. */
  readonly all: string;
  /** What its author wrote, be it in a computed block, with the addresses of her links. */
  readonly own: string;
}

/**
 * What in a summary that is kept may not leave the centre, as sentences: a record that its blocks show and that is shareable
 * no more, a name without agreement, an internal record that is named.
 */
export function findWithheld(
  words: PrintedWords,
  { fiches }: Pick<Provenance, 'fiches'>,
  collection: Collection,
): string[] {
  const read = new Map(collection.files.map((one) => [one.file, one.fiche]));
  const lost = Object.keys(fiches).filter((file) => !isShareable(read.get(file)));
  return [
    ...lost.map((file) => sayLost(file, read.has(file))),
    ...findNames(words, collection),
    ...findInternal(words, collection),
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
function findNames({ all, own }: PrintedWords, collection: Collection): string[] {
  return listHiddenNames(collection, false)
    .everywhere.filter((nom) => {
      const find = makeFinder({ everywhere: [nom], records: [] });
      return find !== undefined && find(all).length + find(own).length > 0;
    })
    .map(
      (nom) =>
        `Son texte nomme ${nom}, qui n’a pas donné son accord : retirez le nom, ou notez l’accord dans l’atelier.`,
    );
}

/** Internal records by their id or path, or by a title that no shareable one has. */
function findInternal({ all, own }: PrintedWords, collection: Collection): string[] {
  const text = asWords(own);
  const shown = new Set(listShownTitles(collection).map(asWords));
  const isIn = (said: string) => asWords(said).trim() !== '' && text.includes(asWords(said));
  return listInternal(collection).flatMap(({ file, id, titre = '' }) => {
    if (isIn(id) || (!shown.has(asWords(titre)) && isIn(titre)))
      return [`Votre texte nomme la fiche interne ${quote(id)} : retirez ce qui la désigne.`];
    const find = makeFinder({ everywhere: [], records: [file] });
    if (!find || find(all).length === 0) return [];
    return [`Ses blocs nomment la fiche interne ${quote(id)} : « cops report --refresh » les renouvelle.`];
  });
}

/** Words and numbers alone, each between spaces: a title is found whole, whatever parts its words. */
function asWords(text: string): string {
  return ` ${fold(text.replace(/\p{Cf}/gu, ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}
