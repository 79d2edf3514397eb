import { describe, expect, test } from 'vitest';
import { indexLines, rangeOfLine } from '../../src/record/lines.ts';
import { formatRange } from '../support/marked.ts';

describe('lines of a text', () => {
  test.each([
    ['', 1, ['']],
    ['a', 1, ['a']],
    ['a\n', 2, ['a', '']],
    ['a\n\nb', 3, ['a', '', 'b']],
    ['\n\n', 3, ['', '', '']],
  ])('%j has %i lines', (text, count, expected) => {
    const lines = indexLines(text);
    expect(lines.count).toBe(count);
    expect(expected.map((_, index) => lines.lineAt(index + 1))).toEqual(expected);
  });

  test('a line that is not there is empty, and begins at the end', () => {
    const lines = indexLines('a\nb');
    expect([lines.lineAt(0), lines.lineAt(3)]).toEqual(['', '']);
    expect(lines.offsetOf(3)).toBe(3);
  });

  test.each([
    [0, 1, 1],
    [1, 1, 2],
    [2, 2, 1],
    [3, 3, 1],
    [5, 3, 3],
    [6, 3, 4],
  ])('offset %i is line %i, column %i', (offset, line, column) => {
    expect(indexLines('a\n\nb👍c').positionAt(offset)).toEqual({ line, column });
  });

  test('columns count UTF-16 units, so an emoji is two', () => {
    expect(formatRange(indexLines('👍 #a').rangeOf(3, 5))).toBe('1:4-1:6');
  });

  test('a range never ends before it starts', () => {
    expect(formatRange(indexLines('abc').rangeOf(2, 1))).toBe('1:3-1:3');
  });

  test.each([
    ['  abc  ', '1:3-1:6'],
    ['', '1:1-1:1'],
    ['   ', '1:4-1:4'],
  ])('the range of the line %j is its text, %s', (text, range) => {
    expect(formatRange(rangeOfLine(indexLines(text), 1))).toBe(range);
  });
});
