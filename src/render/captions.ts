import type { Paragraph, Root, Table } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';

declare module 'mdast' {
  interface BlockquoteData {
    /** It says what every page of some formats says, and is not needed there. */
    isMark?: true;
  }
  interface ParagraphData {
    /** It names the table that follows. */
    isCaption?: true;
  }
  interface TableData {
    /** What the paragraph before it says that it shows. */
    caption?: string;
  }
}

const CAPTION = /^Tableau\s?:\s*/;

/** Gives each table the name that the paragraph just before it says: « Tableau : ateliers par année ». */
export function markCaptions(tree: Root): void {
  for (const [index, node] of tree.children.entries()) {
    const before = tree.children[index - 1];
    if (node.type !== 'table' || before?.type !== 'paragraph') continue;
    const said = plainText(before);
    if (!CAPTION.test(said)) continue;
    const caption = said.replace(CAPTION, '');
    (node as Table).data = { ...node.data, caption: caption.charAt(0).toUpperCase() + caption.slice(1) };
    (before as Paragraph).data = { ...before.data, isCaption: true };
  }
}
