import type * as Plot from '@observablehq/plot';
import { PALETTE } from '../palette.ts';
import { type Canvas, plotOptions } from './canvas.ts';
import { type Bar, layOutTimeline, type TimelineChart, type TimelineLayout } from './timeline-layout.ts';

/** Draws the years, the ateliers on the first line, and a bar for each projet, an arrow where its end is open. */
export function drawTimeline(chart: TimelineChart, canvas: Canvas) {
  const layout = layOutTimeline(chart, canvas);
  return canvas.plot.plot({
    ...plotOptions(canvas),
    margin: 0,
    height: layout.height,
    x: { axis: null, type: 'identity' },
    y: { axis: null, type: 'identity' },
    marks: [...markYears(layout, canvas), ...markAteliers(layout, canvas), ...markProjets(layout, canvas)],
  });
}

/** Texts that begin at the left edge and stand on a line. */
const AT_LEFT = { x: 4, textAnchor: 'start', lineAnchor: 'bottom', fill: PALETTE.ink } as const;

/** A name is written for each year that has room for it. */
function markYears({ years, end, head, height }: TimelineLayout, { plot, width, fontSize }: Canvas): Plot.Markish[] {
  const every = Math.ceil(years.length / Math.floor(width / (fontSize * 3)));
  const named = years.filter((_, index) => index % every === 0);
  return [
    plot.ruleX([...years.map(({ x }) => x), end], { stroke: PALETTE.line, y1: head, y2: height }),
    plot.text(named, {
      x: 'middle',
      y: head - 5,
      text: 'annee',
      lineAnchor: 'bottom',
      fontWeight: 600,
      fill: PALETTE.ink,
    }),
    plot.ruleY([head], { stroke: PALETTE.grey }),
  ];
}

/** Where days are not known, a line goes over all that may be. */
function markAteliers({ marks, radius, isNamed, title }: TimelineLayout, { plot, fontSize }: Canvas): Plot.Markish[] {
  const vague = marks.filter(({ x1, x2 }) => x2 - x1 > 2 * radius);
  const names = { x: 'x', y: 'y', text: 'name', fill: '#ffffff', fontWeight: 600, fontSize: fontSize - 0.4 } as const;
  return [
    plot.text(['Ateliers'], { ...AT_LEFT, y: title, text: (said: string) => said, fontWeight: 600 }),
    plot.link(vague, { x1: 'x1', x2: 'x2', y: 'y', stroke: PALETTE.accent, strokeWidth: 2 }),
    plot.dot(marks, { x: 'x', y: 'y', r: radius, fill: PALETTE.accent, stroke: '#ffffff' }),
    ...(isNamed ? [plot.text(marks, names)] : []),
  ];
}

function markProjets({ bars }: TimelineLayout, { plot, width }: Canvas): Plot.Markish[] {
  const open = bars.filter(({ isOpen }) => isOpen);
  return [
    plot.text(bars, { ...AT_LEFT, y: ({ y1 }: Bar) => y1 - 5, text: ({ lines }: Bar) => lines.join('\n') }),
    plot.rect(bars, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', fill: PALETTE.accentMid, stroke: PALETTE.accent }),
    plot.dot(open, {
      x: width - 6,
      y: ({ y1, y2 }: Bar) => (y1 + y2) / 2,
      r: 6,
      symbol: 'triangle',
      rotate: 90,
      fill: PALETTE.accent,
    }),
  ];
}
