import type * as Plot from '@observablehq/plot';
import { formatCount } from '../../french.ts';
import { PALETTE } from '../palette.ts';
import { type Canvas, plotOptions } from './canvas.ts';
import { widthOfText } from './label.ts';
import { layOutRows } from './rows.ts';

/** Themes in records: a bar each, its ateliers first. */
export interface ThemesChart {
  readonly kind: 'themes';
  readonly rows: readonly { readonly label: string; readonly ateliers: number; readonly projets: number }[];
  /** From how many records on a theme comes back. */
  readonly recurrence: number;
}

/** Draws bars: dark for ateliers, light with a border for projets, their numbers in words after them. */
export function drawThemes({ rows, recurrence }: ThemesChart, canvas: Canvas) {
  const { plot, width, fontSize } = canvas;
  const layout = layOutRows(
    rows.map(({ label }) => label),
    canvas,
  );
  const data = rows.map(({ ateliers, projets }, index) => ({
    key: layout.keys[index],
    ateliers,
    total: ateliers + projets,
    said: sayCounts(ateliers, projets),
  }));
  const recurrents = data.filter(({ total }) => total >= recurrence).length;
  const most = Math.max(recurrence, ...data.map(({ total }) => total));
  const room = Math.max(...data.map(({ said }) => widthOfText(said, fontSize))) + 12;
  const head = fontSize * 1.6;
  return plot.plot({
    ...plotOptions(canvas),
    marginTop: head,
    marginLeft: layout.left,
    marginRight: room,
    height: layout.height + head + 4,
    x: { axis: null, domain: [0, most], range: [layout.left, width - room] },
    y: { axis: null, domain: layout.keys, padding: 0, range: [head, head + layout.height] },
    marks: [
      ...markRecurrence(
        { recurrence, recurrents, below: (layout.height / rows.length) * (rows.length - recurrents) },
        canvas,
      ),
      layout.names,
      plot.barX(data, { y: 'key', x1: 0, x2: 'ateliers', fill: PALETTE.accent, ...layout.insets }),
      plot.barX(
        data.filter(({ total, ateliers }) => total > ateliers),
        {
          y: 'key',
          x1: 'ateliers',
          x2: 'total',
          fill: PALETTE.accentLight,
          stroke: PALETTE.accent,
          inset: 0.6,
          insetTop: layout.insets.insetTop + 0.6,
          insetBottom: layout.insets.insetBottom + 0.6,
        },
      ),
      plot.ruleX([0], { stroke: PALETTE.grey }),
      plot.text(data, {
        y: 'key',
        x: 'total',
        text: 'said',
        textAnchor: 'start',
        dx: 7,
        dy: layout.middle,
        fill: PALETTE.ink,
      }),
    ],
  });
}

/** A line along the themes that come back, which stand first; none where none does. */
function markRecurrence(
  { recurrence, recurrents, below }: { recurrence: number; recurrents: number; below: number },
  { plot }: Canvas,
): Plot.Markish[] {
  if (recurrents === 0) return [];
  const place = { x: () => recurrence, fill: PALETTE.grey, frameAnchor: 'top', lineAnchor: 'bottom', dy: -4 } as const;
  return [
    plot.ruleX([recurrence], { stroke: PALETTE.ink, strokeDasharray: '3 3', insetBottom: below }),
    plot.text([`récurrent dès ${formatCount(recurrence, 'fiche')}`], { ...place, text: (said: string) => said }),
  ];
}

/** « 3 ateliers, 1 projet ». */
export function sayCounts(ateliers: number, projets: number): string {
  return [
    ...(ateliers > 0 ? [formatCount(ateliers, 'atelier')] : []),
    ...(projets > 0 ? [formatCount(projets, 'projet')] : []),
  ].join(', ');
}
