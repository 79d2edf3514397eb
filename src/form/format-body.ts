import type { Root, RootContent } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import remarkStringify from 'remark-stringify';
import { type Processor, unified } from 'unified';

const printer = unified()
  .use(writeGfmWithoutAutolinks)
  .use(remarkStringify, { bullet: '-', emphasis: '*', strong: '*', listItemIndent: 'one', rule: '-' });

/** Blocks as the Markdown of a record's body: what means nothing to Markdown is not escaped. */
export function formatBlocks(children: readonly RootContent[]): string {
  const tree: Root = { type: 'root', children: [...children] };
  return printer
    .stringify(tree)
    .trimEnd()
    .replace(/^((?:[ \t]|[-*][ ]|\d+[.)][ ])*)\\(?==+>|-{1,2}>|#[\p{L}\p{N}?])/gmu, '$1');
}

/** An address is written as it stands: records know no bare link. */
function writeGfmWithoutAutolinks(this: Processor): void {
  this.data().toMarkdownExtensions = [
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
    gfmTableToMarkdown({ tablePipeAlign: false }),
  ];
}
