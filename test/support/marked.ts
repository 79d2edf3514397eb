import type { Range } from '../../src/diagnostic.ts';

/** A text in which ⟦ and ⟧ stood around the places where a fault is awaited. */
export interface Unmarked {
  readonly text: string;
  /** « line:column-line:column », in the order of the text. */
  readonly places: readonly string[];
}

/** Takes the marks out of a text, and says where they stood. */
export function unmark(marked: string): Unmarked {
  const places: string[] = [];
  let text = '';
  let start = '';
  for (const part of marked.split(/([⟦⟧])/)) {
    if (part === '⟦') start = positionAtEnd(text);
    else if (part === '⟧') places.push(`${start}-${positionAtEnd(text)}`);
    else text += part;
  }
  return { text, places };
}

/** A place in the form of `unmark`. */
export function formatRange({ start, end }: Range): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

function positionAtEnd(text: string): string {
  const lines = text.split(/\r\n?|\n/);
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}
