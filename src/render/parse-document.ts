import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm);

/** What may run over a blank line, or be named from elsewhere: code, HTML, definitions. */
const REACHES_FAR = /^ {0,3}(?:`{3}|~{3}|<(?!a id=))|\]:/m;
/** A blank line before a paragraph, perhaps of a held text, or a heading at the margin: nothing that was open goes on below it. */
const BETWEEN_BLOCKS = /\n[ \t]*\n(?=[\p{L}\ue000]|#{1,6} |\*\*\S)/u;
/** Characters from which a part is parsed alone: each call has a cost of its own, which shorter parts would pay too often. */
const LEAST_PART = 1500;

/**
 * The tree of a Markdown text, without places. A long one is parsed part by part, which gives the same tree: the time that
 * the parser takes grows with the square of the length.
 */
export function parseDocument(text: string, leastPart: number = LEAST_PART): Root {
  const parts = REACHES_FAR.test(text) ? [text] : gatherParts(text.split(BETWEEN_BLOCKS), leastPart);
  return { type: 'root', children: parts.flatMap((part) => (parser.parse(part) as Root).children) };
}

/** Blocks put together again, until they are long enough. */
function gatherParts(blocks: readonly string[], least: number): string[] {
  const parts: string[] = [];
  let gathered: string[] = [];
  let length = 0;
  for (const block of blocks) {
    gathered.push(block);
    length += block.length;
    if (length < least) continue;
    parts.push(gathered.join('\n\n'));
    gathered = [];
    length = 0;
  }
  return gathered.length > 0 ? [...parts, gathered.join('\n\n')] : parts;
}
