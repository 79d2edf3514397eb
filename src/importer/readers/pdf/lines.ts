import type { Fragment } from './pdf-page.ts';

/** Letters of one kind within a line. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** A line of text, in its place. */
export interface Line {
  readonly runs: readonly Run[];
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** A gap as wide as that parts cells, in sizes of the letters. */
const CELL_GAP = 2.5;
/** What stands before an item, however far. */
const ITEM_MARK = /^(?:[–—•·▪◦‣*o\uf0a7\uf0b7\uf0d8\uf0fc-]|\d{1,2}[.)])$/u;

/** Fragments on one line, from the left, for each line from the top. */
export function groupLevels(fragments: readonly Fragment[]): Fragment[][] {
  const levels: Fragment[][] = [];
  for (const fragment of [...fragments].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const last = levels.at(-1);
    const most = Math.max(fragment.size, ...(last ?? []).map(({ size }) => size));
    const isNear = last?.some(({ y }) => Math.abs(y - fragment.y) < 0.4 * most);
    if (last && isNear) last.push(fragment);
    else levels.push([fragment]);
  }
  return levels.map((level) => level.sort((a, b) => a.x - b.x));
}

/** The lines of some fragments, from top to bottom. */
export function toLines(fragments: readonly Fragment[]): Line[] {
  return groupLevels(fragments).map(toLine);
}

function toLine(level: readonly Fragment[]): Line {
  const size = Math.max(...level.map((fragment) => fragment.size));
  const runs: Run[] = [];
  let right: number | undefined;
  level.forEach((fragment, index) => {
    const gap = right === undefined ? 0 : fragment.x - right;
    const before = level[index - 1];
    const isRow = (gap > CELL_GAP * size || fragment.tabbed) && !(before && ITEM_MARK.test(before.text.trim()));
    const space = isRow ? '\t' : gap > 0.12 * size || (fragment.spaced && gap > -0.5 * size && index > 0) ? ' ' : '';
    const last = runs.at(-1);
    const glue = last && /[\s\t]$/.test(last.text) && space === ' ' ? '' : space;
    const text = isNoteCall(fragment, { before, size, gap }) ? `\u00a0[${fragment.text.trim()}]` : fragment.text;
    if (last && last.bold === fragment.bold && last.italic === fragment.italic)
      runs[runs.length - 1] = { ...last, text: last.text + glue + text };
    else runs.push({ text: glue + text, bold: fragment.bold, italic: fragment.italic });
    right = Math.max(right ?? fragment.right, fragment.right);
  });
  const [first] = level;
  const base = level.find((fragment) => fragment.size === size) ?? first;
  return {
    runs,
    text: runs
      .map((run) => run.text)
      .join('')
      .trim(),
    x: first?.x ?? 0,
    right: right ?? 0,
    y: base?.y ?? 0,
    size,
  };
}

/** A small number above the line, behind a word: it calls a note, and is no part of the word. */
function isNoteCall(
  fragment: Fragment,
  { before, size, gap }: { before: Fragment | undefined; size: number; gap: number },
): boolean {
  const isRaised = before !== undefined && fragment.y > before.y + 0.1 * size && fragment.size < 0.8 * size;
  return (
    isRaised && gap < 0.5 * size && /^\d{1,3}$/.test(fragment.text.trim()) && /[\p{L}.,;:!?»)]\s*$/u.test(before.text)
  );
}
