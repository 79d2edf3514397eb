import * as plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { mapTexts } from '../../record/map-texts.ts';
import { type Canvas, sizesOf } from './canvas.ts';
import { drawMatrix } from './draw-matrix.ts';
import { drawProgress } from './draw-progress.ts';
import { drawThemes } from './draw-themes.ts';
import { drawTimeline } from './draw-timeline.ts';
import { attemptPicture, type Chart, type Draw, type Drawing } from './picture.ts';

/** Draws a picture: the same gives the same. Throws a UsageError where it cannot be drawn. */
export const drawPicture: Draw = ({ title, chart }, { narrow, print }) =>
  attemptPicture(title, () => drawChart(mapTexts(chart, print), sizesOf(narrow)));

function drawChart(chart: Chart, sizes: ReturnType<typeof sizesOf>): Drawing {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg = drawOn(chart, { plot, document, ...sizes });
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const node of svg.querySelectorAll('*')) settle(node);
  return {
    width: sizes.width,
    height: Math.ceil(Number(svg.getAttribute('height'))),
    fontSize: sizes.fontSize,
    content: svg.innerHTML,
  };
}

function drawOn(chart: Chart, canvas: Canvas) {
  switch (chart.kind) {
    case 'themes':
      return drawThemes(chart, canvas);
    case 'matrix':
      return drawMatrix(chart, canvas);
    case 'timeline':
      return drawTimeline(chart, canvas);
    case 'progress':
      return drawProgress(chart, canvas);
  }
}

type Node = ReturnType<typeof parseHTML>['document']['documentElement'];

/** Without Plot's own English names, and with no more than two decimals: no text of a record stands in an attribute. */
function settle(node: Node): void {
  node.removeAttribute('aria-label');
  node.removeAttribute('aria-hidden');
  for (const { name, value } of [...node.attributes])
    node.setAttribute(
      name,
      value.replace(/\d+\.\d{3,}/g, (number: string) => String(Math.round(Number(number) * 100) / 100)),
    );
}
