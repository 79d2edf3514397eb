import type { RootContent } from 'mdast';
import { BULLET, gatherTypedLists, NUMBER } from './typed-lists.ts';

const RULE = /^\s*(?:[-_=*]\s*){3,}$/;

/** The blocks of a plain text: a line is a paragraph, unless a sentence or a hard wrap runs over its end. */
export function parsePlainText(text: string): RootContent[] {
  return text
    .split(/\n[ \t]*\n|\f/)
    .flatMap((group) => gatherTypedLists(parseGroup(group.split('\n').filter((line) => line.trim() !== ''))));
}

/** Lines without a blank line between them. */
function parseGroup(lines: readonly string[]): RootContent[] {
  const wrapped = isWrapped(lines);
  const joined: string[][] = [];
  for (const line of lines) {
    const own = joined.at(-1);
    const before = own?.at(-1);
    if (own && before !== undefined && goesOn(before, line, wrapped)) own.push(line.trim());
    else joined.push([line.trimEnd()]);
  }
  return joined
    .map((own) => own.join(' '))
    .map((line) =>
      RULE.test(line)
        ? { type: 'thematicBreak' }
        : { type: 'paragraph', children: [{ type: 'text', value: line.replace(/^[^\S\t]+/, '') }] },
    );
}

/** Lines of one length, as an e-mail cuts them. */
function isWrapped(lines: readonly string[]): boolean {
  const lengths = lines.slice(0, -1).map((line) => line.length);
  const most = lengths.reduce((longest, length) => Math.max(longest, length), 0);
  return lengths.length >= 2 && most >= 50 && most <= 100 && lengths.every((length) => length >= most * 0.75);
}

function goesOn(before: string, line: string, wrapped: boolean): boolean {
  if (startsAnew(line) || before.includes('\t') || line.includes('\t') || RULE.test(before)) return false;
  return wrapped || (/^\s*\p{Ll}/u.test(line) && !/[.!?…:;]["»)\s]*$/u.test(before));
}

function startsAnew(line: string): boolean {
  return BULLET.test(line) || NUMBER.test(line) || RULE.test(line) || /^\s*(?:→|-+>|=+>)/.test(line);
}
