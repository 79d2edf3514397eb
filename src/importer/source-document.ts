import type { Root } from 'mdast';

/** A document of any format, once read. */
export interface SourceDocument {
  /**
   * All its words, as the blocks of a Markdown tree, without places: headings, paragraphs, lists, quotations, tables. Bold and
   * italics are kept; a cell of several paragraphs has a `break` between them; footnotes are GFM's. A reviewer's comment is an
   * `html` node that holds a memo, at the end of its paragraph or below its heading or table. A table's first row is its header, said so or not. A line whose cells were parted by
   * tabs is a paragraph that keeps them.
   */
  readonly tree: Root;
  /**
   * What could not be kept as it was, or was changed, with the words that are left out: French sentences for the person who
   * imports. They quote the document as it stands: personal data is masked by whoever shows them.
   */
  readonly warnings: readonly string[];
  /** The YAML between the fences of a Markdown file, as it stands there: nothing of it is in the tree. */
  readonly header?: string;
}

/** Reads the bytes of one format. A document that cannot be read is a `UsageError` that does not name the file. */
export type Reader = (bytes: Uint8Array) => SourceDocument | Promise<SourceDocument>;
