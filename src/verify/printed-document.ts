import type { Provenance } from '../synthese/provenance.ts';

/** A figure as a document prints it. */
export interface PrintedFigure {
  readonly id: string;
  /** All the words of its link: « 7 ateliers sur 9 ». */
  readonly text: string;
}

/** A paragraph, heading, item or row as a document prints it. */
export interface PrintedBlock {
  /** All its words, spaces made one. */
  readonly text: string;
  /**
   * The same with the id of each figure, between U+E000 and U+E001, in the place of its words, which have a verdict of their
   * own; the words of references stand between U+E002 and U+E003.
   */
  readonly key: string;
  /** The level of a heading below the title of the document. */
  readonly level?: number;
}

/** The words of a document. */
export interface PrintedTexts {
  /** In the order of the page; a figure may be printed several times. */
  readonly figures: readonly PrintedFigure[];
  readonly blocks: readonly PrintedBlock[];
}

/** What a page shows, or does, beside the texts that are read. */
export type Unread = 'style' | 'script' | 'value' | 'image' | 'head' | 'contents' | 'footer';

/** What a printed summary holds, whatever its format. */
export interface PrintedDocument extends PrintedTexts {
  readonly provenance: Provenance;
  /** Of a page, what a reader would see otherwise, each as one text to compare. */
  readonly unread?: Readonly<Record<Unread, string>>;
}

/** Spaces of all kinds and lengths as one. */
export function unifySpaces(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/gu, ' ').trim();
}
