import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm);

/** What may run over a blank line, or be named from elsewhere: code, HTML, definitions. */
const REACHES_FAR = /^ {0,3}(?:`{3}|~{3}|<(?!a id=))|\]:/m;
/** A blank line before a paragraph or a heading at the margin: nothing that was open goes on below it. */
const BETWEEN_BLOCKS = /\n[ \t]*\n(?=\p{L}|#{1,6} |\*\*\S)/u;

/**
 * The tree of a Markdown text, without places. A long one is parsed part by part, which gives the same tree: the time that
 * the parser takes grows with the square of the length.
 */
export function parseDocument(text: string): Root {
  const parts = REACHES_FAR.test(text) ? [text] : text.split(BETWEEN_BLOCKS);
  return { type: 'root', children: parts.flatMap((part) => (parser.parse(part) as Root).children) };
}
