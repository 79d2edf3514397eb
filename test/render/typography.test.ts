import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixSpaces } from '../../src/render/typography.ts';

test.each([
  ['Pourquoi ?', 'Pourquoi\u202f?'],
  ['Oui ; non !', 'Oui\u202f; non\u202f!'],
  ['Titre : « mot »', 'Titre\u00a0: «\u00a0mot\u00a0»'],
  ['à 10:30', 'à 10:30'],
  ['collé: sans espace', 'collé: sans espace'],
  ['voir https://exemple.invalid/a', 'voir https://exemple.invalid/a'],
  ['', ''],
])('the spaces of French signs become unbreakable: %j', (written, printed) => {
  expect(fixSpaces(written)).toBe(printed);
});

test('setting spaces twice changes nothing more, and only spaces ever change', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(' ', '\u00a0', '\u202f', ':', ';', '!', '?', '«', '»', 'a', '/') }),
      (text) => {
        const once = fixSpaces(text);
        expect(fixSpaces(once)).toBe(once);
        expect(once.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      },
    ),
  );
});
