import { expect, test } from 'vitest';
import { maskShown } from '../../src/render/masks.ts';

const everywhere = ['Chloé Inventée', 'Jean-Noël de l’Essai', 'Fictif', 'A. (B'];
const records = ['records/ateliers/2022/2022-03-15-secret.md', 'records/projets/tu.md'];
const mask = (text: string) => maskShown([text], { hiddenNames: { somewhere: [], everywhere, records } })[0];

test.each([
  ['Avec Chloé Inventée, dit-on.', 'Avec ••••• ••••••••, dit-on.'],
  ['INVENTÉE Chloé', '•••••••• •••••'],
  ['Inventée, Chloé', '••••••••• •••••'],
  ['chloe inventee', '••••• ••••••••'],
  ['Jean-Noël de l’Essai et A. (B', '••••••••• •• ••••••• et •• ••'],
  ['de l’Essai Jean Noël', '•• ••••••• •••• ••••'],
  ['Caf\u0065\u0301, Chlo\u0065\u0301 Invente\u0301e !', 'Caf\u0065\u0301, •••••• ••••••••• !'],
  ['Chloé-Inventée et chloe_inventee', '•••••••••••••• et ••••••••••••••'],
  ['Chloé\u2011Inventée', '••••••••••••••'],
  ['Chlo\u00adé Inven\u200btée', '•••••• •••••••••'],
  ['chloe-inventee', '••••••••••••••'],
  ['Chloé *Inventée*', '••••• *••••••••*'],
])('a name of someone who did not agree is masked, in either order, with or without accents: %s', (text, masked) => {
  expect(mask(text)).toBe(masked);
});

test.each([
  ['voir 2022-03-15-secret.', 'voir •••••••••••••••••.'],
  ['et records/ateliers/2022/2022-03-15-secret.md', 'et ••••••••••••••••••••••••••••••••••••••••••'],
  ['(../2022/2022-03-15-Secret.md)', '(••••••••••••••••••••••••••••)'],
  ['texte.2022-03-15-secret', 'texte.•••••••••••••••••'],
  ['voir records/projets/tu.md ou projets/tu ou tu.md', 'voir ••••••••••••••••••••• ou •••••••••• ou •••••'],
])('an internal record is named by no text: %s', (text, masked) => {
  expect(mask(text)).toBe(masked);
});

test.each([
  'tu dis, et/tu',
  '2022-03-15-secretaire',
  '2022-03-15-secret-bis.md',
  'Fictif est un mot seul.',
  'Chloé et Inventée',
  'Rechloé Inventée',
  'chloe-inventee.md',
  'records/ateliers/2022/2022-05-01-chloe-inventee.md',
  'projets.chloe-inventee.heures',
])('what may be other words, or an address, stays: %s', (text) => {
  expect(mask(text)).toBe(text);
});

test('personal data is masked all the same, in the keys of no value', () => {
  expect(maskShown({ texte: 'voir x@y.fr' }, { hiddenNames: { somewhere: [], everywhere: [], records: [] } })).toEqual({
    texte: 'voir ••••••',
  });
});
