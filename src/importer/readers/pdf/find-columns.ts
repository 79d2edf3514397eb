import { groupLevels } from './lines.ts';
import type { Fragment } from './pdf-page.ts';

/** A part of a page: text to be read from top to bottom, or rows of cells without drawn lines. */
export type Region =
  | { readonly kind: 'text'; readonly fragments: readonly Fragment[]; readonly edge?: number }
  | {
      readonly kind: 'rows';
      readonly rows: readonly (readonly (readonly Fragment[])[])[];
      readonly edges: readonly number[];
    };

/** A white band as wide as that parts columns, in sizes of the letters. */
const GUTTER = 1.4;
/** Columns of prose are at least as long as that, in lines. */
const LEAST_PROSE = 8;

/** Cuts a page into what is read one after the other: text, columns of text, tables without lines. */
export function findColumns(fragments: readonly Fragment[]): Region[] {
  const regions: Region[] = [];
  let text: Fragment[] = [];
  for (const band of findBands(groupLevels(fragments))) {
    const columns = band.columns.length;
    if (columns < 2) {
      text.push(...band.levels.flat());
      continue;
    }
    if (text.length > 0) regions.push({ kind: 'text', fragments: text });
    text = [];
    if (isProse(band)) regions.push(...band.columns.map((column) => toProse(band, column)));
    else regions.push({ kind: 'rows', rows: rowsOf(band), edges: band.columns.map(({ right }) => right) });
  }
  return text.length > 0 ? [...regions, { kind: 'text', fragments: text }] : regions;
}

function toProse({ levels }: Band, column: Column): Region {
  return { kind: 'text', fragments: levels.flat().filter((one) => isIn(one, column)), edge: column.right };
}

interface Column {
  readonly left: number;
  readonly right: number;
}

interface Band {
  readonly levels: Fragment[][];
  columns: Column[];
}

/** Successive levels that share their columns: two at least must have a gap, and no gap of lines may part them. */
function findBands(levels: readonly Fragment[][]): Band[] {
  const bands: Band[] = [];
  levels.forEach((level, index) => {
    const last = bands.at(-1);
    const next = levels[index + 1];
    const columns = columnsOf(level);
    const joined = last && last.columns.length > 1 ? columnsOf([...last.levels.flat(), ...level]) : [];
    if (last && isOf(last, level) && joined.length > 1 && joined.length >= last.columns.length) {
      last.levels.push(level);
      last.columns = joined;
    } else if (columns.length > 1 && next && columnsOf([...level, ...next]).length > 1 && distance(level, next) < 2.6)
      bands.push({ levels: [level], columns });
    else if (last && last.columns.length < 2) last.levels.push(level);
    else bands.push({ levels: [level], columns: [] });
  });
  // A gap that comes once is none of a table: tabs say it.
  return bands.map((band) =>
    band.levels.filter((level) => columnsOf(level).length > 1).length < 2 ? { ...band, columns: [] } : band,
  );
}

/** A level belongs to those above if it is near, and one of its cells stands as theirs do. */
function isOf({ levels }: Band, level: readonly Fragment[]): boolean {
  const isRow = columnsOf(level).length > 1;
  if (distance(levels.at(-1), level) > (isRow ? 2.6 : 1.45)) return false;
  const cells = isRow ? level.slice(1) : level;
  return cells.some((cell) => levels.flat().some((other) => isAligned(cell, other)));
}

function isAligned(one: Fragment, other: Fragment): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) < 0.6 * one.size;
  return near(one.x, other.x) || near(one.right, other.right) || near(one.x + one.right, other.x + other.right);
}

function distance(above: readonly Fragment[] | undefined, below: readonly Fragment[]): number {
  const [first] = above ?? [];
  const [second] = below;
  return first && second ? (first.y - second.y) / Math.max(first.size, second.size) : Number.POSITIVE_INFINITY;
}

/** What the texts cover of the width, where white bands part it. */
function columnsOf(fragments: readonly Fragment[]): Column[] {
  const columns: { left: number; right: number }[] = [];
  for (const { x, right, size } of [...fragments].sort((a, b) => a.x - b.x)) {
    const last = columns.at(-1);
    if (last && x - last.right < GUTTER * size) last.right = Math.max(last.right, right);
    else columns.push({ left: x, right });
  }
  return isItem(columns, fragments) ? [] : columns;
}

/** A bullet or a number, and its words: no columns. */
function isItem(columns: readonly Column[], fragments: readonly Fragment[]): boolean {
  const [first] = columns;
  return (
    columns.length === 2 &&
    fragments.every(
      ({ text, right }) => right > (first?.right ?? 0) || /^(?:[^\p{L}\p{N}]|o|\d{1,2}[.)]?)$/u.test(text.trim()),
    )
  );
}

function isIn(fragment: Fragment, { left, right }: Column): boolean {
  return fragment.x >= left - 0.1 && fragment.right <= right + 0.1;
}

/** Lines that fill their columns are prose, read one column after the other. */
function isProse({ levels, columns }: Band): boolean {
  if (levels.length < LEAST_PROSE) return false;
  return columns.every((column) => {
    const widths = levels.map((level) =>
      level.filter((one) => isIn(one, column)).reduce((sum, one) => sum + one.right - one.x, 0),
    );
    const full = widths.filter((width) => width > 0.7 * (column.right - column.left)).length;
    return full > widths.length * 0.6;
  });
}

/** A level begins a row if its first column has words, unless it goes on close below with nothing else new. */
function rowsOf({ levels, columns }: Band): Fragment[][][] {
  const rows: Fragment[][][] = [];
  let above: Fragment[] | undefined;
  for (const level of levels) {
    const cells = columns.map((column) => level.filter((one) => isIn(one, column)));
    const isClose = above !== undefined && distance(above, level) < 1.45;
    const isWhole = cells.every((cell) => cell.length > 0);
    const last = rows.at(-1);
    if (last && isClose && !isWhole) {
      for (const [index, cell] of cells.entries()) last[index]?.push(...cell);
    } else rows.push(cells);
    above = level;
  }
  return rows;
}
