import { expect, test } from 'vitest';
import { toShownText, withoutSteering } from '../../src/record/shown-text.ts';

test.each([
  ['a colour', 'rouge\u001b[31m !', 'rouge [31m !'],
  ['a line end', 'une\nautre\ttable', 'une autre table'],
  ['a turn of the direction of writing', 'a\u202ebc\u2066d\u2069', 'a bc d '],
  ['what a French text holds', 'l’œuvre — « déjà »\u202f!', 'l’œuvre — « déjà »\u202f!'],
])('%s steers nothing', (_, text, shown) => {
  expect(withoutSteering(text)).toBe(shown);
});

test('a text that is shown has no personal data', () => {
  expect(toShownText('écrire à a.b@exemple.fr\u0007')).toBe('écrire à •••••••••••••• ');
});
