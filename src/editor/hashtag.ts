import type { Position, Range } from '../diagnostic.ts';
import type { Lines } from '../record/lines.ts';

/** A hashtag of the line on which a cursor stands. */
export interface PlacedHashtag {
  /** Without its `#`. */
  readonly word: string;
  /** A free code, `#?mot`. */
  readonly free: boolean;
  /** From the `#` to the end of the word. */
  readonly range: Range;
}

const HASHTAG = /(?<=^|\s)#(\??)([\p{L}\p{N}-]*)/gu;

/** The hashtag under the cursor, or just before it, which may still have no letter. A `#` that may open a heading is none. */
export function findHashtagAt(lines: Lines, { line, column }: Position): PlacedHashtag | undefined {
  for (const match of lines.lineAt(line).matchAll(HASHTAG)) {
    const start = match.index + 1;
    const end = start + match[0].length;
    if (column <= start || column > end) continue;
    const word = match[2] ?? '';
    if (word === '' && start === 1 && mayOpenHeading(lines, line)) return undefined;
    return { word, free: match[1] === '?', range: { start: { line, column: start }, end: { line, column: end } } };
  }
  return undefined;
}

/** Below a line of text, a `#` at the start of a line is a mark of the passage above. */
function mayOpenHeading(lines: Lines, line: number): boolean {
  return lines.lineAt(line - 1).trim() === '' || lines.lineAt(line).startsWith('# ');
}
