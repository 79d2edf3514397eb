import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

const printer = unified()
  .use(remarkStringify, { bullet: '-', emphasis: '_', listItemIndent: 'one' })
  .use(remarkGfm, { tablePipeAlign: false });

/** Prints a tree as Markdown. */
export function formatMarkdown(tree: Root): string {
  return printer.stringify(tree);
}
