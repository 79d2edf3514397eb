import type { RenderedDocument } from '../document.ts';

/** Custom properties of the file: what survives when a person opens and saves it in Word or LibreOffice. */
export const PROVENANCE_PROPERTY = 'cops-provenance';
/** The ids of figures by the numbers of their bookmarks, in JSON. */
export const FIGURES_PROPERTY = 'cops-chiffres';

const PROOF = 'preuve_';

/** The number of the figure whose proofs a bookmark is the place of; undefined for any other name. */
export function numberOfProof(name: string): number | undefined {
  const digits = name.startsWith(PROOF) ? name.slice(PROOF.length) : '';
  return /^\d+$/.test(digits) ? Number(digits) : undefined;
}

/** Word cuts the name of a bookmark at this many signs. */
const LONGEST_NAME = 40;

/** The names of a document's bookmarks. Those of figures are numbers, since ids are too long: `figureIds` says which is which. */
export interface BookmarkNames {
  /** The place that an anchor of the tree leads to. */
  ofAnchor(anchor: string): string;
  /** One printed figure: the first, the second… of the page; none for an anchor that is no figure's. */
  ofPrinted(anchor: string): string | undefined;
  /** The ids of figures by their numbers. */
  readonly figureIds: readonly string[];
}

/** Names the bookmarks of a document: `preuve_12` is the place of the proofs of `figureIds[12]`, `chiffre_3_12` the third figure printed, which is that one. */
export function nameBookmarks({ figures }: Pick<RenderedDocument, 'figures'>): BookmarkNames {
  const numbers = new Map([...figures.keys()].map((anchor, index) => [anchor, index]));
  let printed = 0;
  return {
    ofAnchor: (anchor) => {
      const number = numbers.get(anchor);
      return number === undefined ? anchor.replaceAll('-', '_').slice(0, LONGEST_NAME) : `${PROOF}${number}`;
    },
    ofPrinted: (anchor) => {
      const number = numbers.get(anchor);
      return number === undefined ? undefined : `chiffre_${++printed}_${number}`;
    },
    figureIds: [...figures.values()].map(({ id }) => id),
  };
}
