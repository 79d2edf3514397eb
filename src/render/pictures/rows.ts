import type * as Plot from '@observablehq/plot';
import { PALETTE } from '../palette.ts';
import type { Canvas } from './canvas.ts';
import { cutLabel, lettersIn } from './label.ts';

/** Rows of a picture, each under its key, with the lines of its name. */
export interface Rows {
  readonly keys: readonly string[];
  /** Where what is drawn begins: names stand before it, or above where there is no room. */
  readonly left: number;
  readonly height: number;
  /** Space above and below the bar of a row. */
  readonly insets: { readonly insetTop: number; readonly insetBottom: number };
  /** The mark that writes the names. */
  readonly names: Plot.Markish;
  /** The middle of a bar, from the middle of its row. */
  readonly middle: number;
}

const BAR = 20;
const NAMES_WIDTH = 208;

/** Lays rows out by their names: two lines at most before the bars, or above them on a narrow picture. */
export function layOutRows(labels: readonly string[], canvas: Canvas, bar: number = BAR): Rows {
  const { narrow, width, fontSize, plot } = canvas;
  const letters = lettersIn(narrow ? width : NAMES_WIDTH, fontSize);
  const lines = labels.map((label) => cutLabel(label, { letters, lines: 2 }));
  const most = Math.max(1, ...lines.map(({ length }) => length));
  const text = most * fontSize * 1.2;
  const step = narrow ? text + bar + 14 : Math.max(text + 6, bar + 10);
  const above = narrow ? text + 4 : (step - bar) / 2;
  const keys = labels.map((_, index) => String(index));
  const rows = lines.map((line, index) => ({ key: keys[index], text: line.join('\n') }));
  const left = narrow ? 0 : NAMES_WIDTH + 10;
  const names = plot.text(rows, {
    y: 'key',
    text: 'text',
    fill: PALETTE.ink,
    textAnchor: 'start',
    frameAnchor: 'left',
    lineHeight: 1.15,
    ...(narrow ? { lineAnchor: 'bottom', dy: above - 4 - step / 2, stroke: '#ffffff', strokeWidth: 4 } : { dx: -left }),
  });
  const insets = { insetTop: above, insetBottom: step - above - bar };
  return { keys, left, height: step * labels.length, insets, names, middle: above + bar / 2 - step / 2 };
}
