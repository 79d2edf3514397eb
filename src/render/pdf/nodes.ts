/** A piece of a line, as the program that sets pages reads it: text is always a value, never a part of the program. */
export type PdfInline =
  | string
  | { readonly kind: 'strong' | 'emphasis' | 'delete'; readonly children: readonly PdfInline[] }
  /** A text whose words may be cut at the end of a line, as French cuts them. */
  | { readonly kind: 'hyphenated'; readonly children: readonly PdfInline[] }
  | { readonly kind: 'code'; readonly text: string }
  /** The address of a file, on a line of its own. */
  | { readonly kind: 'path'; readonly children: readonly PdfInline[] }
  /** A link to another place of the document: of a figure, to its proofs. */
  | { readonly kind: 'inner'; readonly to: string; readonly children: readonly PdfInline[] }
  | { readonly kind: 'outer'; readonly url: string; readonly children: readonly PdfInline[] }
  /** A place that links lead to; what is said of it is read aloud with each. */
  | { readonly kind: 'place'; readonly name: string; readonly said: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'note'; readonly children: readonly PdfInline[] };

/** A part of a page. */
export type PdfBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly children: readonly PdfInline[] }
  | PdfParagraph
  /** The first line of an item, which has no space of its own. */
  | { readonly kind: 'plain'; readonly children: readonly PdfInline[] }
  | { readonly kind: 'quote'; readonly children: readonly PdfBlock[] }
  | PdfList
  /** What links lead to, one paragraph each: a list would take typst twice the time. */
  | { readonly kind: 'entries'; readonly items: readonly (readonly PdfInline[])[] }
  | PdfTable
  | PdfPicture
  | { readonly kind: 'verbatim'; readonly text: string }
  | { readonly kind: 'rule' };

/** A paragraph. */
export interface PdfParagraph {
  readonly kind: 'paragraph';
  /** It stays on the page of what follows it. */
  readonly keep: boolean;
  /** It begins with words that stand out, as a title does. */
  readonly lead: boolean;
  readonly children: readonly PdfInline[];
}

/** A list: numbered from its start, or with a marker where that is null. */
export interface PdfList {
  readonly kind: 'list';
  readonly start: number | null;
  readonly marker: '•' | '→';
  readonly items: readonly (readonly PdfBlock[])[];
}

/** A table; widths are in parts of the room that is left, or null for as much as is needed. */
export interface PdfTable {
  readonly kind: 'table';
  readonly caption: string | null;
  readonly widths: readonly (number | null)[];
  readonly align: readonly ('left' | 'right' | 'center')[];
  readonly head: readonly (readonly PdfInline[])[];
  readonly rows: readonly (readonly (readonly PdfInline[])[])[];
}

/** A picture under its caption: a title, and how it is read. */
export interface PdfPicture {
  readonly kind: 'picture';
  readonly svg: string;
  readonly alt: string;
  readonly title: string;
  readonly note: string;
}

/** A document in the parts that its pages show apart. */
export interface PdfContent {
  /** What programs call it. */
  readonly name: string;
  /** The lines of its title, the first in large. */
  readonly title: readonly string[];
  readonly mark: string | null;
  readonly hasContents: boolean;
  /** What stands under the title. */
  readonly intro: readonly PdfBlock[];
  readonly body: readonly PdfBlock[];
  /** From the first section that links lead to. */
  readonly annex: readonly PdfBlock[];
  readonly closing: readonly string[];
}
