import stringWidth from 'fast-string-width';
import { withoutSteering } from '../record/shown-text.ts';

/** One column: its title, and whether it may be cut where the terminal is too narrow. */
export interface Column {
  readonly title: string;
  readonly shrinks?: boolean;
  /** Where the terminal is too narrow, it is left out rather than cut. */
  readonly leaves?: boolean;
  readonly right?: boolean;
}

const GAP = 2;
/** A column is not cut below this many signs. */
const NARROWEST = 12;

/** Rows under their titles, without a frame. At a terminal of `width` columns, some columns leave, and those that may shrink are cut with « … ». */
export function formatTable(
  all: readonly Column[],
  cells: readonly (readonly string[])[],
  { width, strong }: { width: number | undefined; strong: (text: string) => string },
): string {
  const isWide = width === undefined || naturalWidth(all, cells) <= width;
  const kept = all.flatMap(({ leaves }, index) => (isWide || !leaves ? [index] : []));
  const columns = kept.map((index) => all[index] as Column);
  const rows = cells.map((row) => kept.map((index) => row[index] ?? ''));
  const widths = fitWidths(columns, rows, width);
  const lay = (cells: readonly string[], paint: (text: string) => string) =>
    cells
      .map((cell, index) => {
        const text = cutTo(withoutSteering(cell), widths[index] ?? 0);
        const gap = ' '.repeat((widths[index] ?? 0) - widthOfText(text));
        return columns[index]?.right ? gap + paint(text) : paint(text) + gap;
      })
      .join(' '.repeat(GAP))
      .trimEnd();
  return [
    lay(
      columns.map(({ title }) => title),
      strong,
    ),
    ...rows.map((row) => lay(row, (text) => text)),
  ].join('\n');
}

/** Columns that a text takes at a terminal. Letters without surprises take one each, as nearly all do. */
function widthOfText(text: string): number {
  return /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027]*$/.test(text) ? text.length : stringWidth(text);
}

/** Columns that a whole table takes, when nothing of it is cut. */
export function naturalWidth(columns: readonly Column[], rows: readonly (readonly string[])[]): number {
  return totalOf(naturalWidths(columns, rows));
}

function naturalWidths(columns: readonly Column[], rows: readonly (readonly string[])[]): number[] {
  return columns.map(({ title }, index) =>
    rows.reduce((most, row) => Math.max(most, widthOfText(withoutSteering(row[index] ?? ''))), widthOfText(title)),
  );
}

function totalOf(widths: readonly number[]): number {
  return widths.reduce((sum, own) => sum + own, 0) + GAP * (widths.length - 1);
}

function fitWidths(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number | undefined,
): number[] {
  const widths = naturalWidths(columns, rows);
  if (width === undefined) return widths;
  const shrinking = columns.flatMap(({ shrinks }, index) => (shrinks ? [index] : []));
  while (totalOf(widths) > width) {
    const widest = shrinking
      .filter((index) => (widths[index] ?? 0) > NARROWEST)
      .sort((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))[0];
    if (widest === undefined) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

/** A text of so many columns at most, cut with « … ». */
export function cutTo(text: string, width: number): string {
  if (widthOfText(text) <= width) return text;
  let kept = '';
  for (const sign of text) {
    if (widthOfText(kept + sign) > width - 1) break;
    kept += sign;
  }
  return `${kept}…`;
}
