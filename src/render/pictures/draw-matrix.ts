import { PALETTE } from '../palette.ts';
import { type Canvas, plotOptions } from './canvas.ts';
import { layOutRows } from './rows.ts';

/** Numbers by row and column; one that is unknown is null. */
export interface MatrixChart {
  readonly kind: 'matrix';
  /** A column, and what stands under its name. */
  readonly columns: readonly { readonly label: string; readonly base: string }[];
  readonly rows: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
}

const WIDEST_CELL = 76;
/** From this part of the largest number on, a cell is dark and its number white. */
const DARK = 0.6;

interface Cell {
  readonly value: number | null;
}

/** Draws a cell for each number, darker where it is larger, with the number in it. */
export function drawMatrix({ columns, rows }: MatrixChart, canvas: Canvas) {
  const { plot, width, fontSize, narrow } = canvas;
  const layout = layOutRows(
    rows.map(({ label }) => label),
    canvas,
    26,
  );
  const cell = Math.min(narrow ? width : WIDEST_CELL, (width - layout.left) / columns.length);
  const right = layout.left + cell * columns.length;
  const head = fontSize * 2.6;
  const names = columns.map((_, index) => String(index));
  const cells = rows.flatMap(({ values }, row) =>
    values.map((value, column) => ({ key: layout.keys[row], column: names[column], value })),
  );
  const most = Math.max(...cells.map(({ value }) => value ?? 0));
  const known = cells.filter(({ value }) => value !== null);
  const found = known.filter(({ value }) => value !== 0);
  const position = { x: 'column', y: 'key' };
  return plot.plot({
    ...plotOptions(canvas),
    marginTop: head,
    marginLeft: layout.left,
    marginRight: width - right,
    height: head + layout.height + 4,
    x: { axis: null, type: 'band', domain: names, padding: 0, range: [layout.left, right] },
    y: { axis: null, type: 'band', domain: layout.keys, padding: 0, range: [head, head + layout.height] },
    // No tint between: neither white nor ink would be read on it.
    color: {
      type: 'linear',
      domain: [0, DARK * most, (DARK + 0.001) * most, most],
      range: [PALETTE.accentLight, PALETTE.accentMid, PALETTE.accentDeep, PALETTE.accent],
    },
    marks: [
      layout.names,
      plot.text(columns, {
        x: (_: unknown, index: number) => names[index],
        text: ({ label, base }: MatrixChart['columns'][number]) => `${label}\n${base}`,
        frameAnchor: 'top',
        lineAnchor: 'bottom',
        dy: -5,
        fill: PALETTE.ink,
      }),
      plot.rect(known, {
        ...position,
        fill: '#ffffff',
        stroke: PALETTE.line,
        inset: 1.5,
        insetTop: layout.insets.insetTop,
        insetBottom: layout.insets.insetBottom,
      }),
      plot.rect(found, {
        ...position,
        fill: 'value',
        stroke: PALETTE.accent,
        inset: 1.5,
        insetTop: layout.insets.insetTop,
        insetBottom: layout.insets.insetBottom,
      }),
      plot.text(
        cells.filter(({ value }) => !value),
        { ...position, text: ({ value }: Cell) => value ?? '—', dy: layout.middle, fill: PALETTE.grey },
      ),
      plot.text(found, {
        ...position,
        text: 'value',
        dy: layout.middle,
        fill: ({ value }: Cell) => ((value ?? 0) / most > DARK ? '#ffffff' : PALETTE.ink),
        fontWeight: 600,
      }),
    ],
  });
}
