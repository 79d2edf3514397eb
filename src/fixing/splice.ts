import type { Edit, Position, Range } from '../diagnostic.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/** Puts edits into a text as its file has it, with any line ends and a byte order mark: nothing else changes. None may overlap. */
export function spliceEdits(text: string, edits: readonly Edit[]): string {
  const offsetOf = offsetsIn(text);
  let spliced = '';
  let done = 0;
  for (const { range, text: replacement } of [...edits].sort((a, b) =>
    comparePositions(a.range.start, b.range.start),
  )) {
    spliced += text.slice(done, offsetOf(range.start)) + replacement;
    done = offsetOf(range.end);
  }
  return spliced + text.slice(done);
}

/** The lines of a text, without their ends or a byte order mark. */
export function splitLines(text: string): string[] {
  return text.replace(BYTE_ORDER_MARK, '').split(/\r\n?|\n/);
}

/** Negative where the first of two places comes first in the text, 0 where they are the same. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}

/** Whether two stretches share a sign, or stand at the same place. */
export function rangesMeet(a: Range, b: Range): boolean {
  const isBefore = (one: Range, other: Range) => comparePositions(one.end, other.start) <= 0;
  return comparePositions(a.start, b.start) === 0 || !(isBefore(a, b) || isBefore(b, a));
}

function offsetsIn(text: string): (position: Position) => number {
  const starts = [text.startsWith(BYTE_ORDER_MARK) ? 1 : 0];
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return ({ line, column }) => Math.min(text.length, (starts[line - 1] ?? text.length) + column - 1);
}

/** Whether two stretches share a sign or an end: a cursor behind a word is on it. */
export function rangesTouch(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}
