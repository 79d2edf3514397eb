import { expect, test } from 'vitest';
import { formatCsv } from '../../src/render/csv.ts';

test('a spreadsheet in French reads it: mark, semicolons, decimal commas, quoted texts', () => {
  expect(
    formatCsv([
      ['a;b', 'dit « "oui" »', 1.5],
      ['deux\nlignes', ' bord', 3],
    ]),
  ).toBe('\ufeff"a;b";"dit « ""oui"" »";1,5\r\n"deux\nlignes";" bord";3\r\n');
});

test.each(['=1+1', '+1', '-1', '@a', '\ta', '\ra', '\n=1+1', ' =1+1', '\u00a0=1+1', '＝1+1'])(
  '%j is never run as a formula',
  (text) => {
    expect(formatCsv([[text]]).replace(/^\ufeff"?/, '')).toMatch(/^'/);
  },
);
