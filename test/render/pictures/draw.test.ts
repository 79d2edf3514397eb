import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawPicture } from '../../../src/render/pictures/draw.ts';
import type { Chart, Picture } from '../../../src/render/pictures/picture.ts';
import { formatSvgFile } from '../../../src/render/pictures/svg-file.ts';
import { instantOf } from '../../../src/render/pictures/timeline-layout.ts';
import { UsageError } from '../../../src/usage-error.ts';
import { loadPaint } from '../../../src/workspace/load-pictures.ts';

const asIs = (text: string) => text;
const picture = (chart: Chart): Picture => ({ name: 'essai', title: 'Essai', note: '', description: '', chart });

const CHARTS: Record<Chart['kind'], (label: string) => Chart> = {
  themes: (label) => ({ kind: 'themes', recurrence: 3, rows: [{ label, ateliers: 3, projets: 1 }] }),
  matrix: (label) => ({
    kind: 'matrix',
    columns: [
      { label: '2022', base: '2 lus' },
      { label: '2023', base: '0 lu' },
    ],
    rows: [{ label, values: [2, null] }],
  }),
  timeline: (label) => ({
    kind: 'timeline',
    annees: ['2022', '2023'],
    ateliers: [{ name: 'A1', first: instantOf('2022-05-31'), last: instantOf('2022-05-31') }],
    projets: [{ label, first: instantOf('2022-01-01'), last: null }],
  }),
  progress: (label) => ({
    kind: 'progress',
    sameUnit: false,
    rows: [{ label, done: 1, foreseen: 3, said: label }],
  }),
};

describe.each(Object.entries(CHARTS))('a chart of kind %s', (_, chartOf) => {
  test.each([true, false])('gives the same drawing twice, whatever was drawn between (narrow: %s)', (narrow) => {
    const first = drawPicture(picture(chartOf('Un nom')), { narrow, print: asIs });
    drawPicture(picture(chartOf('Un autre')), { narrow, print: asIs });
    expect(drawPicture(picture(chartOf('Un nom')), { narrow, print: asIs })).toEqual(first);
  });

  test('names nothing, styles nothing, and says nothing in English', () => {
    const { content } = drawPicture(picture(chartOf('Un nom')), { narrow: false, print: asIs });
    expect(content).not.toMatch(/\bid=|<style|url\(|aria-|class=|http/);
    expect(content).not.toMatch(/\d\.\d{3}/);
  });

  test('no text is smaller than nine points on paper, where 640 units are 459 points', () => {
    const { content, fontSize, width } = drawPicture(picture(chartOf('Un nom')), { narrow: false, print: asIs });
    const sizes = [fontSize, ...[...content.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size))];
    for (const size of sizes) expect((size * 459) / width).toBeGreaterThanOrEqual(9);
  });

  test('any text is text', async () => {
    const { content } = drawPicture(picture(chartOf('<script>&]]>"é')), { narrow: false, print: asIs });
    expect(content).not.toContain('<script');
    const paint = await loadPaint({ pictures: [picture(chartOf(''))] });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 200 })), (label) => {
        expect(paint(picture(chartOf(label))).png.subarray(1, 4)).toEqual(new TextEncoder().encode('PNG'));
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});

test('what a font may not have is drawn as what is printed for it', () => {
  const drawing = drawPicture(picture(CHARTS.themes('Nom 😀')), {
    narrow: false,
    print: (text) => text.replace('😀', '□'),
  });
  expect(formatSvgFile(drawing)).toContain('Nom □');
  expect(formatSvgFile(drawing)).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 640 \d+"/);
});

test('a picture that cannot be drawn is named, with the reason', () => {
  const broken = { kind: 'themes', recurrence: 3, rows: undefined } as unknown as Chart;
  expect(() => drawPicture(picture(broken), { narrow: false, print: asIs })).toThrow(UsageError);
  expect(() => drawPicture(picture(broken), { narrow: false, print: asIs })).toThrow(
    /^L’image « Essai » ne peut pas être dessinée \(.+\)\. La synthèse n’est pas écrite/,
  );
});
