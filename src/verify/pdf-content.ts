/** What a PDF holds, as far as a summary is read from it. */
export interface PdfContent {
  /** The text of the attachment that says where a summary comes from. */
  readonly attachment: string | undefined;
  /** The program that the file says it was written with. */
  readonly writer: string | undefined;
  readonly pages: readonly PdfPage[];
}

/** A page: its structure, and what it prints. */
export interface PdfPage {
  readonly structure: PdfNode | undefined;
  /** In the order in which they are printed. */
  readonly words: readonly PdfWords[];
  /** Links to named places, by the ids that structures know. */
  readonly links: ReadonlyMap<string, PdfLink>;
}

/** A node of a structure: an element, or the id of what it prints. */
export interface PdfNode {
  readonly role?: string;
  readonly children?: readonly PdfNode[];
  readonly id?: string;
}

/** Left, bottom, right and top, in points. */
export type PdfBox = readonly [left: number, bottom: number, right: number, top: number];

/** Words and their place. */
export interface PdfWords {
  readonly text: string;
  readonly box: PdfBox;
  /** The id by which the structure knows them; none for the head and the foot of a page, and what was set upon it later. */
  readonly part: string | undefined;
}

/** A link and its place. */
export interface PdfLink {
  /** The name of the place that it leads to. */
  readonly to: string;
  readonly box: PdfBox;
}
