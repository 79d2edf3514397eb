import type { Root, RootContent } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import remarkStringify from 'remark-stringify';
import { type Processor, unified } from 'unified';

const printer = unified()
  .use(writeGfmWithoutAutolinks)
  .use(remarkStringify, { bullet: '-', emphasis: '*', strong: '*', listItemIndent: 'one', rule: '-' });

/**
 * Blocks as the Markdown of a record's body: what means nothing to Markdown is not escaped, save what a record would read as a
 * theme or as the name of a passage, which nobody is asked for in a text.
 */
export function formatBlocks(children: readonly RootContent[]): string {
  const tree: Root = { type: 'root', children: [...children] };
  return printer
    .stringify(tree)
    .trimEnd()
    .replace(/^((?:[ \t]|[-*][ ]|\d+[.)][ ])*)\\(?==+>|-{1,2}>)/gmu, '$1')
    .replace(/(?<=^|\s|<br>)\\?(?=#\??[\p{L}\p{N}-])/gmu, '\\')
    .replace(/(?<=^|\s|<br>)\\?(?=\^p\d)/gm, '\\');
}

/** The words with a hash that a text keeps as words. */
export function findKeptHashtags(body: string): string[] {
  return [
    ...new Set(
      [...body.matchAll(/(?<=^|\s|<br>)\\(#\??[\p{L}\p{N}-]*\p{L}[\p{L}\p{N}-]*)/gmu)].map(([, word = '']) => word),
    ),
  ];
}

/** An address is written as it stands: records know no bare link. */
function writeGfmWithoutAutolinks(this: Processor): void {
  this.data().toMarkdownExtensions = [
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
    gfmTableToMarkdown({ tablePipeAlign: false }),
  ];
}
