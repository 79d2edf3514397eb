import type { Position, Range } from '../diagnostic.ts';

/** A text that knows the line and column of each of its offsets. */
export interface Lines {
  readonly text: string;
  readonly count: number;
  /** The line's text without its end; lines count from 1, and one that is not there is empty. */
  lineAt(line: number): string;
  /** Where a line starts; the end of the text past the last one. */
  offsetOf(line: number): number;
  positionAt(offset: number): Position;
  rangeOf(start: number, end: number): Range;
}

/** Prepares a text whose lines end with `\n` for look-ups by offset. */
export function indexLines(text: string): Lines {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);

  const positionAt = (offset: number): Position => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };

  return {
    text,
    count: starts.length,
    lineAt(line) {
      const start = starts[line - 1];
      if (start === undefined) return '';
      const next = starts[line];
      return text.slice(start, next === undefined ? text.length : next - 1);
    },
    offsetOf: (line) => starts[line - 1] ?? text.length,
    positionAt,
    rangeOf: (start, end) => ({ start: positionAt(start), end: positionAt(Math.max(start, end)) }),
  };
}

/** The whole of a line, without the white space around it. */
export function rangeOfLine(lines: Lines, line: number): Range {
  const text = lines.lineAt(line);
  const first = text.length - text.trimStart().length;
  return { start: { line, column: first + 1 }, end: { line, column: Math.max(first, text.trimEnd().length) + 1 } };
}
