import { findColumns, type Region } from './find-columns.ts';
import { findGrids, type Grid, type GridCell } from './find-grids.ts';
import { type Line, toLines } from './lines.ts';
import type { Fragment, PdfPage } from './pdf-page.ts';

/** A part of a document in the order of its reading. */
export type Part = PdfText | PdfTable;

/** Lines of text; those of a column end at its edge. */
export interface PdfText {
  readonly kind: 'text';
  readonly lines: readonly Line[];
  readonly edge?: number;
}

/** A table: its cells, row by row; none where a merged one covers the place. */
export interface PdfTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly (PdfCell | undefined)[])[];
  readonly merged: number;
  /** Whether its lines are drawn. */
  readonly drawn: boolean;
}

/** The lines of a cell, and where they end at the latest. */
export interface PdfCell {
  readonly lines: readonly Line[];
  readonly edge: number;
}

/** What stands at each side of a cell, in points. */
const PADDING = 5.5;

/** The parts of a page, from top to bottom: tables whose lines are drawn, and what is between them. */
export function layOut({ fragments, rules }: PdfPage): Part[] {
  const parts: Part[] = [];
  let rest = [...fragments];
  for (const grid of findGrids(rules)) {
    const within = rest.filter((fragment) => isInside(fragment, grid));
    if (within.length === 0) continue;
    const above = rest.filter((fragment) => fragment.y > grid.top && !within.includes(fragment));
    parts.push(...findColumns(above).map(toPart), toTable(grid, within));
    rest = rest.filter((fragment) => !within.includes(fragment) && !above.includes(fragment));
  }
  return [...parts, ...findColumns(rest).map(toPart)];
}

function isInside(
  { x, right, y, size }: Fragment,
  box: { left: number; right: number; bottom: number; top: number },
): boolean {
  const [middle, height] = [(x + right) / 2, y + size * 0.3];
  return middle > box.left && middle < box.right && height > box.bottom && height < box.top;
}

function toPart(region: Region): Part {
  if (region.kind === 'text') {
    const lines = toLines(region.fragments);
    return region.edge === undefined ? { kind: 'text', lines } : { kind: 'text', lines, edge: region.edge };
  }
  const rows = region.rows.map((cells) =>
    cells.map((cell, index): PdfCell => ({ lines: toLines(cell), edge: region.edges[index] ?? 0 })),
  );
  return { kind: 'table', rows, merged: 0, drawn: false };
}

function toTable(grid: Grid, fragments: readonly Fragment[]): PdfTable {
  const rows: (PdfCell | undefined)[][] = Array.from({ length: grid.rows }, () =>
    Array.from({ length: grid.columns }, () => undefined),
  );
  for (const cell of grid.cells) {
    const row = rows[cell.row];
    if (row) row[cell.column] = { lines: toLines(within(fragments, cell)), edge: cell.right - PADDING };
  }
  return { kind: 'table', rows, merged: grid.cells.filter(({ isMerged }) => isMerged).length, drawn: true };
}

function within(fragments: readonly Fragment[], cell: GridCell): Fragment[] {
  return fragments.filter((fragment) => isInside(fragment, cell));
}
