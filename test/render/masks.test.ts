import { expect, test } from 'vitest';
import { maskShown } from '../../src/render/masks.ts';

const everywhere = ['Chloé Inventée', 'Jean-Noël de l’Essai', 'Fictif', 'A. (B'];
const mask = (text: string) => maskShown([text], { hiddenNames: { somewhere: [], everywhere } })[0];

test.each([
  ['Avec Chloé Inventée, dit-on.', 'Avec ••••• ••••••••, dit-on.'],
  ['INVENTÉE Chloé', '•••••••• •••••'],
  ['Inventée, Chloé', '••••••••• •••••'],
  ['chloe inventee', '••••• ••••••••'],
  ['Jean-Noël de l’Essai et A. (B', '••••••••• •• ••••••• et •• ••'],
])('a name of someone who did not agree is masked, in either order, with or without accents: %s', (text, masked) => {
  expect(mask(text)).toBe(masked);
});

test.each(['Fictif est un mot seul.', 'Chloé et Inventée', 'Rechloé Inventée', 'chloe-inventee.md'])(
  'what may be other words, or an address, stays: %s',
  (text) => {
    expect(mask(text)).toBe(text);
  },
);

test('personal data is masked all the same, in the keys of no value', () => {
  expect(maskShown({ texte: 'voir x@y.fr' }, { hiddenNames: { somewhere: [], everywhere: [] } })).toEqual({
    texte: 'voir ••••••',
  });
});
