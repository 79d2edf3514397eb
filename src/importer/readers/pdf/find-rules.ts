import type { Rule } from './pdf-page.ts';

/** What a page draws, as pdf.js lists it. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** The numbers by which pdf.js names what a page does. */
export type Operators = Readonly<
  Record<
    | 'save'
    | 'restore'
    | 'transform'
    | 'constructPath'
    | 'paintFormXObjectBegin'
    | 'paintFormXObjectEnd'
    | 'stroke'
    | 'closeStroke'
    | 'fillStroke'
    | 'eoFillStroke'
    | 'closeFillStroke'
    | 'closeEOFillStroke'
    | 'endPath'
    | 'paintImageXObject'
    | 'paintInlineImageXObject'
    | 'paintImageMaskXObject',
    number
  >
>;

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** A bar thinner than that is a line, in points. */
const THIN = 3;

/** The straight lines of a page, and how many pictures it shows. */
export function findRules({ fnArray, argsArray }: OperatorList, names: Operators): { rules: Rule[]; images: number } {
  const rules: Rule[] = [];
  const stack: Matrix[] = [];
  let matrix = IDENTITY;
  let images = 0;
  const stroked = new Set([
    names.stroke,
    names.closeStroke,
    names.fillStroke,
    names.eoFillStroke,
    names.closeFillStroke,
    names.closeEOFillStroke,
  ]);
  fnArray.forEach((operator, index) => {
    const args = argsArray[index];
    if (operator === names.save) stack.push(matrix);
    else if (operator === names.restore || operator === names.paintFormXObjectEnd) matrix = stack.pop() ?? IDENTITY;
    else if (operator === names.transform) matrix = multiply(matrix, args as Matrix);
    else if (operator === names.paintFormXObjectBegin) {
      stack.push(matrix);
      const [own] = args as [Matrix | null];
      if (own) matrix = multiply(matrix, own);
    } else if (operator === names.constructPath)
      rules.push(...rulesOf(args as PathArguments, { matrix, stroked, names }));
    else if ([names.paintImageXObject, names.paintInlineImageXObject, names.paintImageMaskXObject].includes(operator))
      images++;
  });
  return { rules, images };
}

type PathArguments = readonly [number, readonly [ArrayLike<number> | null]];

interface Drawing {
  readonly matrix: Matrix;
  readonly stroked: ReadonlySet<number>;
  readonly names: Operators;
}

/** The lines of a path: its thin parts, and the sides of what is outlined. */
function rulesOf([operator, [data]]: PathArguments, { matrix, stroked, names }: Drawing): Rule[] {
  if (!data || operator === names.endPath) return [];
  return subpathsOf(data).flatMap((points) => {
    const placed = points.map(([x, y]): [number, number] => [
      matrix[0] * x + matrix[2] * y + matrix[4],
      matrix[1] * x + matrix[3] * y + matrix[5],
    ]);
    const [xs, ys] = [placed.map(([x]) => x), placed.map(([, y]) => y)];
    const box = { x1: Math.min(...xs), y1: Math.min(...ys), x2: Math.max(...xs), y2: Math.max(...ys) };
    if (box.x2 - box.x1 <= THIN || box.y2 - box.y1 <= THIN) return [flatten(box)];
    return stroked.has(operator) ? sidesOf(placed) : [];
  });
}

function sidesOf(points: readonly (readonly [number, number])[]): Rule[] {
  return points.flatMap(([x, y], index) => {
    const next = points[(index + 1) % points.length] ?? [x, y];
    const box = {
      x1: Math.min(x, next[0]),
      y1: Math.min(y, next[1]),
      x2: Math.max(x, next[0]),
      y2: Math.max(y, next[1]),
    };
    return box.x2 - box.x1 <= THIN || box.y2 - box.y1 <= THIN ? [flatten(box)] : [];
  });
}

/** A bar as the line in its middle. */
function flatten({ x1, y1, x2, y2 }: Rule): Rule {
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
  return x2 - x1 < y2 - y1 ? { x1: x, y1, x2: x, y2 } : { x1, y1: y, x2, y2: y };
}

/** pdf.js writes a path as numbers: 0 a start, 1 a line, 2 a curve, 3 its closing. */
function subpathsOf(data: ArrayLike<number>): [number, number][][] {
  const paths: [number, number][][] = [];
  for (let at = 0; at < data.length; ) {
    const kind = data[at];
    if (kind === 0) paths.push([]);
    const pairs = kind === 2 ? 3 : kind === 0 || kind === 1 ? 1 : 0;
    const end = at + 1 + pairs * 2;
    if (pairs > 0) paths.at(-1)?.push([data[end - 2] ?? 0, data[end - 1] ?? 0]);
    at = end;
  }
  return paths.filter((path) => path.length > 0);
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}
