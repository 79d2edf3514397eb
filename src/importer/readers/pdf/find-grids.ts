import type { Box, Rule } from './pdf-page.ts';

/** A table whose lines are drawn. */
export interface Grid extends Box {
  readonly columns: number;
  readonly rows: number;
  readonly cells: readonly GridCell[];
}

/** A cell of a grid, by its first column and row; a merged one takes more places. */
export interface GridCell extends Box {
  readonly column: number;
  readonly row: number;
  readonly isMerged: boolean;
}

/** Lines that are nearer than that are one, in points. */
const NEAR = 4;
/** A page of more lines is a drawing. */
const MOST_RULES = 3000;

/** The tables that the lines of a page draw, from top to bottom. */
export function findGrids(rules: readonly Rule[]): Grid[] {
  if (rules.length > MOST_RULES) return [];
  return gatherTouching(rules)
    .map(toGrid)
    .filter((grid): grid is Grid => grid !== undefined)
    .sort((one, other) => other.top - one.top);
}

/** Lines that meet, in groups. */
function gatherTouching(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  for (const rule of rules) {
    const met = groups.filter((group) => group.some((other) => isTouching(rule, other)));
    const joined = [...met.flat(), rule];
    for (const group of met) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups;
}

function isTouching(a: Rule, b: Rule): boolean {
  return a.x1 <= b.x2 + NEAR && b.x1 <= a.x2 + NEAR && a.y1 <= b.y2 + NEAR && b.y1 <= a.y2 + NEAR;
}

function toGrid(rules: readonly Rule[]): Grid | undefined {
  const upright = rules.filter(({ x1, x2, y1, y2 }) => x1 === x2 && y2 - y1 > NEAR);
  const level = rules.filter(({ x1, x2, y1, y2 }) => y1 === y2 && x2 - x1 > NEAR);
  const xs = gatherNear(upright.map(({ x1 }) => x1));
  const ys = gatherNear(level.map(({ y1 }) => y1)).reverse();
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns * rows > 2000) return undefined;
  const cells = cellsOf({ xs, ys, upright, level });
  if (cells.length < 2) return undefined;
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  return { left, right, top, bottom, columns, rows, cells };
}

function gatherNear(places: readonly number[]): number[] {
  const sorted = [...places].sort((a, b) => a - b);
  return sorted.filter((place, index) => index === 0 || place - (sorted[index - 1] ?? 0) > NEAR);
}

interface Lines {
  readonly xs: readonly number[];
  /** From the top. */
  readonly ys: readonly number[];
  readonly upright: readonly Rule[];
  readonly level: readonly Rule[];
}

/** Places between which no line is drawn are one cell. */
function cellsOf({ xs, ys, upright, level }: Lines): GridCell[] {
  const width = xs.length - 1;
  const owner = Array.from({ length: width * (ys.length - 1) }, (_, index) => index);
  const at = (list: readonly number[], index: number) => list[index] ?? 0;
  const join = (one: number, other: number) => {
    const [from, to] = [owner[other], owner[one] ?? one];
    owner.forEach((value, index) => {
      if (value === from) owner[index] = to;
    });
  };
  for (let place = 0; place < owner.length; place++) {
    const [column, row] = [place % width, Math.floor(place / width)];
    const [x, y] = [(at(xs, column) + at(xs, column + 1)) / 2, (at(ys, row) + at(ys, row + 1)) / 2];
    const hasRight = upright.some(
      (rule) => Math.abs(rule.x1 - at(xs, column + 1)) <= NEAR && rule.y1 <= y && y <= rule.y2,
    );
    const hasBottom = level.some((rule) => Math.abs(rule.y1 - at(ys, row + 1)) <= NEAR && rule.x1 <= x && x <= rule.x2);
    if (!hasRight && column + 1 < width) join(place, place + 1);
    if (!hasBottom && row + 2 < ys.length) join(place, place + width);
  }
  return [...new Set(owner)].map((name) => {
    const places = owner.flatMap((value, place) => (value === name ? [place] : []));
    const [columns, rows] = [places.map((place) => place % width), places.map((place) => Math.floor(place / width))];
    const [column, row] = [Math.min(...columns), Math.min(...rows)];
    const [right, bottom] = [at(xs, Math.max(...columns) + 1), at(ys, Math.max(...rows) + 1)];
    return { column, row, left: at(xs, column), right, top: at(ys, row), bottom, isMerged: places.length > 1 };
  });
}
