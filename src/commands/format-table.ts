import Table from 'cli-table3';
import stringWidth from 'string-width';

/** One column: its title, and whether it may be cut where the terminal is too narrow. */
export interface Column {
  readonly title: string;
  readonly shrinks?: boolean;
  readonly right?: boolean;
}

const GAP = 2;
/** A column is not cut below this many signs. */
const NARROWEST = 12;

/** Rows under their titles, without a frame. At a terminal of `width` columns, those that may shrink are cut with « … ». */
export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { width, strong }: { width: number | undefined; strong: (text: string) => string },
): string {
  const widths = fitWidths(columns, rows, width);
  const table = new Table({
    chars: FRAMELESS,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colWidths: widths.map((own, index) => own + (index < columns.length - 1 ? GAP : 0)),
    colAligns: columns.map(({ right }) => (right ? 'right' : 'left')),
  });
  const cut = (text: string, index: number) => {
    const padded = cutTo(printable(text), widths[index] ?? 0);
    return columns[index]?.right && index < columns.length - 1 ? `${padded}${' '.repeat(GAP)}` : padded;
  };
  table.push(columns.map(({ title }, index) => strong(cut(title, index))));
  for (const row of rows) table.push(row.map(cut));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

const FRAMELESS = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'mid', 'middle']
    .flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`])
    .map((side) => [side, '']),
);

function fitWidths(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number | undefined,
): number[] {
  const widths = columns.map(({ title }, index) =>
    Math.max(stringWidth(title), ...rows.map((row) => stringWidth(printable(row[index] ?? '')))),
  );
  if (width === undefined) return widths;
  const total = () => widths.reduce((sum, own) => sum + own, 0) + GAP * (columns.length - 1);
  const shrinking = columns.flatMap(({ shrinks }, index) => (shrinks ? [index] : []));
  while (total() > width) {
    const widest = shrinking
      .filter((index) => (widths[index] ?? 0) > NARROWEST)
      .sort((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))[0];
    if (widest === undefined) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function cutTo(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  for (const sign of text) {
    if (stringWidth(kept + sign) > width - 1) break;
    kept += sign;
  }
  return `${kept}…`;
}

/** Without the signs that would steer a terminal. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}
