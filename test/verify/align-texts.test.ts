import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignTexts } from '../../src/verify/align-texts.ts';

/** The texts of the first that are aligned with none. */
function listLoose(first: string, second: string): string {
  const aligned = new Set(alignTexts([...first], [...second]).map(([index]) => index));
  return [...first].filter((_, index) => !aligned.has(index)).join('');
}

test.each([
  ['abc', 'abc', ''],
  ['', 'abc', ''],
  ['abc', '', 'abc'],
  ['abcd', 'acbd', 'b'],
  ['axbc', 'abc', 'x'],
  ['abcde', 'deabc', 'de'],
  ['A12B34', 'B34A12', 'A12'],
  ['..a.b', '.a..b', '.'],
])('of « %s », « %s » has all in the same order but « %s »', (first, second, loose) => {
  expect(listLoose(first, second)).toHaveLength(loose.length);
});

test('what is aligned is the same, and in order on both sides', () => {
  const some = fc.array(fc.constantFrom(...'abcdef'), { maxLength: 30 });
  fc.assert(
    fc.property(some, some, (texts, others) => {
      const pairs = [...alignTexts(texts, others)].sort(([a], [b]) => a - b);
      for (const [index, other] of pairs) expect(texts[index]).toBe(others[other]);
      for (const [rank, [index, other]] of pairs.slice(1).entries()) {
        const [before, otherBefore] = pairs[rank] ?? [0, 0];
        expect([index > before, other > otherBefore]).toEqual([true, true]);
      }
    }),
  );
});

test('thousands of texts in another order are aligned', () => {
  const texts = Array.from({ length: 10_000 }, (_, index) => `t${index}`);
  expect(alignTexts(texts, texts.toReversed())).toHaveLength(1);
  expect(alignTexts(texts, [...texts.slice(4000), ...texts.slice(0, 4000)])).toHaveLength(6000);
});
