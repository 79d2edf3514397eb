import type { Edit } from '../diagnostic.ts';
import { comparePositions, spliceEdits, splitLines } from './splice.ts';

/** Lines that stand side by side and change: as they were, and as they are. */
export interface ChangedLines {
  /** Of the first of them, before and after. */
  readonly line: number;
  readonly newLine: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What edits do to the lines of a text, in its order; lines that stay are left out. */
export function listChangedLines(text: string, edits: readonly Edit[]): ChangedLines[] {
  const lines = splitLines(text);
  let moved = 0;
  return groupByLines(edits).map((group) => {
    const first = group[0]?.range.start.line ?? 1;
    const last = Math.max(...group.map(({ range }) => range.end.line));
    const before = lines.slice(first - 1, last);
    const after = splitLines(
      spliceEdits(
        before.join('\n'),
        group.map((edit) => moveUp(edit, first - 1)),
      ),
    );
    const same = countSame(before, after);
    const rest = { before: before.slice(same), after: after.slice(same) };
    const changed = { line: first + same, newLine: first + same + moved, ...rest };
    moved += after.length - before.length;
    return changed;
  });
}

/** Edits that share a line belong together. */
function groupByLines(edits: readonly Edit[]): Edit[][] {
  const groups: Edit[][] = [];
  for (const edit of [...edits].sort((a, b) => comparePositions(a.range.start, b.range.start))) {
    const last = groups.at(-1);
    if (last?.some(({ range }) => range.end.line >= edit.range.start.line)) last.push(edit);
    else groups.push([edit]);
  }
  return groups;
}

function moveUp({ range: { start, end }, text }: Edit, lines: number): Edit {
  return {
    range: { start: { ...start, line: start.line - lines }, end: { ...end, line: end.line - lines } },
    text,
  };
}

function countSame(before: readonly string[], after: readonly string[]): number {
  const other = before.findIndex((line, index) => line !== after[index]);
  return other < 0 ? before.length : other;
}
