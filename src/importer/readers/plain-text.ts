import type { List, Paragraph, RootContent } from 'mdast';

/** A line, or several that one sentence runs over. */
interface Line {
  readonly text: string;
  /** As it is written, its bullet or number included. */
  readonly whole: string;
  /** What stands before its words: « – », or a number. */
  readonly bullet?: string;
  readonly number?: number;
}

/** « – », « • », « - » and others before a space; an arrow is none. */
const BULLET = /^\s*([-–—•·▪◦‣*o\uf0b7])[ \t\u00a0]+(?=\S)/u;
const NUMBER = /^\s*(\d{1,2})[.)][ \t\u00a0]+(?=\S)/;
const RULE = /^\s*(?:[-_=*]\s*){3,}$/;

/** The blocks of a plain text. */
export function parsePlainText(text: string): RootContent[] {
  return text
    .split(/\n[ \t]*\n|\f/)
    .flatMap((group) => parseGroup(group.split('\n').filter((line) => line.trim() !== '')));
}

/** Lines without a blank line between them. */
function parseGroup(lines: readonly string[]): RootContent[] {
  const wrapped = isWrapped(lines);
  const joined: string[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    if (before !== undefined && goesOn(before, line, wrapped)) joined.push(`${joined.pop()} ${line.trim()}`);
    else joined.push(line.trimEnd());
  }
  return gather(joined.map(readLine));
}

/** Lines of one length, as an e-mail cuts them. */
function isWrapped(lines: readonly string[]): boolean {
  const lengths = lines.slice(0, -1).map((line) => line.length);
  const most = Math.max(...lengths);
  return lengths.length >= 2 && most >= 50 && most <= 100 && lengths.every((length) => length >= most * 0.75);
}

function goesOn(before: string, line: string, wrapped: boolean): boolean {
  if (startsAnew(line) || before.includes('\t') || line.includes('\t') || RULE.test(before)) return false;
  return wrapped || (/^\s*\p{Ll}/u.test(line) && !/[.!?…:;]["»)\s]*$/u.test(before));
}

function startsAnew(line: string): boolean {
  return BULLET.test(line) || NUMBER.test(line) || RULE.test(line) || /^\s*(?:→|-+>|=+>)/.test(line);
}

function readLine(text: string): Line {
  const bullet = BULLET.exec(text);
  if (bullet) return { text: text.slice(bullet[0].length), whole: text, bullet: bullet[1] ?? '' };
  const number = NUMBER.exec(text);
  return number
    ? { text: text.slice(number[0].length), whole: text, number: Number(number[1]) }
    : { text, whole: text };
}

/** Bullets that follow each other are a list; a number is one of a list only beside its neighbour. */
function gather(lines: readonly Line[]): RootContent[] {
  const blocks: RootContent[] = [];
  let open: { list: List; line: Line } | undefined;
  lines.forEach((line, index) => {
    if (open && isNext(open.line, line)) {
      open.list.children.push({ type: 'listItem', spread: false, children: [paragraph(line.text)] });
      open = { list: open.list, line };
    } else if (line.bullet !== undefined || (line.number !== undefined && isNext(line, lines[index + 1]))) {
      const list = startList(line);
      blocks.push(list);
      open = { list, line };
    } else {
      blocks.push(RULE.test(line.text) ? { type: 'thematicBreak' } : paragraph(line.whole));
      open = undefined;
    }
  });
  return blocks;
}

function isNext(before: Line, line: Line | undefined): boolean {
  if (before.number !== undefined) return line?.number === before.number + 1;
  return line?.bullet !== undefined;
}

function startList(line: Line): List {
  const numbered = line.number !== undefined;
  return {
    type: 'list',
    ordered: numbered,
    start: line.number ?? null,
    spread: false,
    children: [{ type: 'listItem', spread: false, children: [paragraph(line.text)] }],
  };
}

function paragraph(text: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value: text.replace(/^[^\S\t]+/, '') }] };
}
