import type { Root } from 'mdast';

/** A document of any format, once read. */
export interface SourceDocument {
  /**
   * All its words, as the blocks of a Markdown tree, without places: headings, paragraphs, lists, quotations, tables. Bold and
   * italics are kept; a cell of several paragraphs has a `break` between them; footnotes are GFM's.
   */
  readonly tree: Root;
  /** What could not be kept as it was, or was changed: French sentences for the person who imports. */
  readonly warnings: readonly string[];
}
