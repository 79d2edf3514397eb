import type { Heading, Html, Paragraph, PhrasingContent } from 'mdast';

/** A block that holds text of an author, wherever it is nested: all that a body is read for. */
export type TextBlock = Heading | Paragraph | Html;

/** Signs that may mean emphasis, code, links, tables or entities: a body that holds one is read by the full parser. */
const OTHER_MARKDOWN = /[\\`_[\]&~|\t\r\0\uFEFF]|\*(?! )/;
/** What begins a line of text and can begin no other block. */
const TEXT_START = /^(?:[\p{L}→⇒➔➜➡–—•·«»“”"'’(…]|[-=]{1,2}>|#{1,6}[^ #]|\p{N}(?!\d{0,8}[.)](?: |$)))/u;
/** Rules, the underline of a heading, the second row of a table. */
const RULE = /^[-=:* ]+$/;
const HEADING = /^(#{1,6}) +(\S.*)$/;
const BULLET = /^[-+*] {1,4}(?=\S)/;
const QUOTATION = /^> ?(?=\S)/;
const COMMENT = /<!--(?!-?>).*?-->/g;

interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** Of its first character in the body. */
  readonly offset: number;
  /** Signs before its text: the marks of the blocks that it stands in. */
  readonly from: number;
}

interface State {
  readonly blocks: TextBlock[];
  /** The paragraph that the next line may continue. */
  open: Line[];
  quoted: boolean;
  /** Columns at which the items that are open hold their text. */
  items: number[];
}

/**
 * Reads a body made of headings, paragraphs, bullets, quotations and comments alone, as most are, a score of times faster
 * than the full parser and to the same blocks and places. Undefined where anything in it might be read another way.
 */
export function readPlainBlocks(body: string): readonly TextBlock[] | undefined {
  if (OTHER_MARKDOWN.test(body)) return undefined;
  const state: State = { blocks: [], open: [], quoted: false, items: [] };
  let offset = 0;
  for (const [index, text] of body.split('\n').entries()) {
    const from = text.search(/[^ ]/);
    if (from < 0) closeParagraph(state);
    else if (!readLine({ text, number: index + 1, offset, from }, state)) return undefined;
    offset += text.length + 1;
  }
  closeParagraph(state);
  return state.blocks;
}

/** Whether a line was read for certain. */
function readLine(line: Line, state: State): boolean {
  const rest = line.text.slice(line.from);
  if (rest.endsWith(' ') || RULE.test(rest)) return false;
  if (rest.startsWith('<!--')) return readComment(line, state);
  if (!holdsOnlyComments(rest)) return false;
  if (TEXT_START.test(rest)) return readText(line, state);
  const bullet = BULLET.exec(rest)?.[0].length;
  if (bullet !== undefined) return readBullet(line, bullet, state);
  if (line.from > 0) return false;
  const quotation = QUOTATION.exec(rest)?.[0].length;
  return quotation === undefined ? readHeading(line, state) : readQuotation({ ...line, from: quotation }, state);
}

/** Whether every « < » of a text opens a comment that is closed on the line. */
function holdsOnlyComments(text: string): boolean {
  return !text.includes('<') || !text.replace(COMMENT, '').includes('<');
}

function readText(line: Line, state: State): boolean {
  if (state.open.length === 0 && !enterItem(line.from, state)) return false;
  state.open.push(line);
  return true;
}

function readBullet(line: Line, mark: number, state: State): boolean {
  const text = line.text.slice(line.from + mark);
  if (!TEXT_START.test(text) || RULE.test(text)) return false;
  closeParagraph(state);
  if (!enterItem(line.from, state)) return false;
  state.items.push(line.from + mark);
  state.open.push({ ...line, from: line.from + mark });
  return true;
}

function readQuotation(line: Line, state: State): boolean {
  const text = line.text.slice(line.from);
  if (!TEXT_START.test(text) || RULE.test(text)) return false;
  if (!state.quoted) closeParagraph(state);
  state.items = [];
  state.quoted = true;
  state.open.push(line);
  return true;
}

/** A line that begins with a comment is a block of its own, and ends there. */
function readComment(line: Line, state: State): boolean {
  const text = line.text.slice(line.from);
  if (text.search(COMMENT) !== 0) return false;
  closeParagraph(state);
  if (!enterItem(line.from, state)) return false;
  const position = { start: pointAt(line, line.from), end: pointAt(line, line.text.length) };
  state.blocks.push({ type: 'html', value: text, position });
  return true;
}

function readHeading(line: Line, state: State): boolean {
  const [, signs, title = ''] = HEADING.exec(line.text) ?? [];
  if (!signs || title.endsWith('#')) return false;
  closeParagraph(state);
  state.items = [];
  state.blocks.push({
    type: 'heading',
    depth: signs.length as Heading['depth'],
    children: readInline([{ ...line, from: line.text.length - title.length }]),
    position: { start: pointAt(line, 0), end: pointAt(line, line.text.length) },
  });
  return true;
}

/** Closes the items that a block at a column is not in; false where the column is that of none. */
function enterItem(column: number, state: State): boolean {
  const depth = column === 0 ? 0 : state.items.indexOf(column) + 1;
  if (column > 0 && depth === 0) return false;
  state.items.length = depth;
  return true;
}

function closeParagraph(state: State): void {
  const [first] = state.open;
  const last = state.open.at(-1);
  state.quoted = false;
  if (!first || !last) return;
  const position = { start: pointAt(first, first.from), end: pointAt(last, last.text.length) };
  state.blocks.push({ type: 'paragraph', children: readInline(state.open), position });
  state.open = [];
}

/** Text and comments in turn; a text goes on from line to line. */
function readInline(lines: readonly Line[]): PhrasingContent[] {
  const children: PhrasingContent[] = [];
  const add = (type: 'text' | 'html', value: string, line: Line, from: number) => {
    const last = children.at(-1);
    const end = pointAt(line, from + value.length);
    if (type === 'text' && last?.type === 'text' && last.position) {
      last.value += value;
      last.position.end = end;
    } else children.push({ type, value, position: { start: pointAt(line, from), end } });
  };
  for (const [index, line] of lines.entries()) {
    let done = line.from;
    for (const { 0: comment, index: at } of line.text.matchAll(COMMENT)) {
      if (at > done) add('text', line.text.slice(done, at), line, done);
      add('html', comment, line, at);
      done = at + comment.length;
    }
    const rest = line.text.slice(done) + (index < lines.length - 1 ? '\n' : '');
    if (rest) add('text', rest, line, done);
  }
  return children;
}

function pointAt({ number, offset }: Line, index: number) {
  return { line: number, column: index + 1, offset: offset + index };
}
