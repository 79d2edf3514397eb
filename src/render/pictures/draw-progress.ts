import { PALETTE } from '../palette.ts';
import { type Canvas, plotOptions } from './canvas.ts';
import { cutLabel, lettersIn, widthOfText } from './label.ts';
import { layOutRows } from './rows.ts';

/** What was done of what was foreseen, a bar in a frame each. */
export interface ProgressChart {
  readonly kind: 'progress';
  readonly rows: readonly {
    readonly label: string;
    /** Null where it is unknown. */
    readonly done: number | null;
    readonly foreseen: number;
    /** Both, in words. */
    readonly said: string;
  }[];
  /** Whether lengths compare from row to row: one unit for all, or each row out of its own. */
  readonly sameUnit: boolean;
}

/** A bar is no longer than this many times its frame: what goes beyond is cut, and its number says it. */
const LONGEST = 1.6;

/** Draws frames, the bars that fill them, and a line where each frame ends. */
export function drawProgress({ rows, sameUnit }: ProgressChart, canvas: Canvas) {
  const { plot, width, fontSize } = canvas;
  const layout = layOutRows(
    rows.map(({ label }) => label),
    canvas,
  );
  const letters = lettersIn(width * 0.4, fontSize);
  const data = rows.map(({ done, foreseen, said }, index) => {
    const unit = sameUnit ? 1 : foreseen;
    const [frame, bar] = [foreseen / unit, (done ?? 0) / unit];
    return {
      key: layout.keys[index],
      frame,
      bar: sameUnit ? bar : Math.min(bar, LONGEST),
      said: cutLabel(said, { letters, lines: 2 }),
    };
  });
  const ends = data.map((row) => ({ ...row, end: Math.max(row.frame, row.bar) }));
  const room = Math.max(...data.flatMap(({ said }) => said.map((line) => widthOfText(line, fontSize)))) + 14;
  const { insetTop, insetBottom } = layout.insets;
  return plot.plot({
    ...plotOptions(canvas),
    marginLeft: layout.left,
    marginRight: room,
    height: layout.height + 8,
    x: { axis: null, domain: [0, Math.max(...ends.map(({ end }) => end))], range: [layout.left, width - room] },
    y: { axis: null, type: 'band', domain: layout.keys, padding: 0, range: [4, 4 + layout.height] },
    marks: [
      layout.names,
      plot.barX(ends, {
        y: 'key',
        x1: 0,
        x2: 'frame',
        fill: PALETTE.accentLight,
        stroke: PALETTE.grey,
        inset: 0.5,
        insetTop: insetTop + 0.5,
        insetBottom: insetBottom + 0.5,
      }),
      plot.barX(
        ends.filter(({ bar }) => bar > 0),
        { y: 'key', x1: 0, x2: 'bar', fill: PALETTE.accent, insetTop: insetTop + 5, insetBottom: insetBottom + 5 },
      ),
      plot.tickX(ends, {
        y: 'key',
        x: 'frame',
        stroke: PALETTE.ink,
        strokeWidth: 2.5,
        insetTop: insetTop - 2,
        insetBottom: insetBottom - 2,
      }),
      plot.text(ends, {
        y: 'key',
        x: 'end',
        text: ({ said }: { said: readonly string[] }) => said.join('\n'),
        lineHeight: 1.15,
        textAnchor: 'start',
        dx: 9,
        dy: layout.middle,
        fill: PALETTE.ink,
      }),
    ],
  });
}
