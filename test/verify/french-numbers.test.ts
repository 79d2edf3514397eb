import { expect, test } from 'vitest';
import { readNumbers, unifyNumbers } from '../../src/verify/french-numbers.ts';

test.each([
  ['', []],
  ['—', []],
  ['non disponible', []],
  ['sept ateliers', []],
  ['7 ateliers sur 8', [7, 8]],
  ['les 7 ateliers', [7]],
  ['7 à 9', [7, 9]],
  ['7-9', [7, 9]],
  ['2018-2022', [2018, 2022]],
  ['-2', [-2]],
  ['\u22122', [-2]],
  ['\u2013 2', [-2]],
  ['12,5 %', [12.5]],
  ['12.5 %', [12.5]],
  ['-1,5', [-1.5]],
  ['1 234', [1234]],
  ['1\u202f234\u202f567,8', [1234567.8]],
  ['1\u00a0234 sur 12\u00a0000', [1234, 12000]],
  ['12 34', [12, 34]],
  ['2022 2023', [2022, 2023]],
  ['A12, extrait 3', [3]],
])('« %s » holds %j', (text, numbers) => {
  expect(readNumbers(text)).toEqual(numbers);
});

test('a number has one way to be written, and words stay as they are', () => {
  expect(unifyNumbers(' 1\u202f234.5\u00a0heures,  soit \u22122 ')).toBe('1234,5 heures, soit -2');
  expect(unifyNumbers('Trois-Rivières\u00a0: 2018\u20132022')).toBe('Trois-Rivières : 2018\u20132022');
});
