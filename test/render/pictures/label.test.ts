import { expect, test } from 'vitest';
import { cutLabel } from '../../../src/render/pictures/label.ts';

test.each([
  ['Court', ['Court']],
  ['Deux lignes de mots', ['Deux lignes', 'de mots']],
  ['Un titre qui ne tient pas du tout en deux lignes', ['Un titre qui', 'ne tient pas…']],
  ['', ['']],
  ['   ', ['']],
  ['anticonstitutionnellement', ['anticonstitut', 'ionnellement']],
  ['anticonstitutionnellement et plus', ['anticonstitut', 'ionnellement…']],
  ['\ud800 moitié', ['moitié']],
])('a name is cut between words into two lines at most, the rest left out: %j', (text, lines) => {
  const cut = cutLabel(text, { letters: 13, lines: 2 });
  expect(cut).toEqual(lines);
  for (const line of cut) expect(line.length).toBeLessThanOrEqual(13);
});

test('an emoji is never cut in two', () => {
  for (const letters of [4, 5, 6, 7, 8])
    for (const line of cutLabel('😀😀😀😀😀😀😀😀 fin', { letters, lines: 2 }))
      expect(line).not.toMatch(/[\ud800-\udbff]$|^[\udc00-\udfff]/);
});
