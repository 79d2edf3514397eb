import { describe, expect, test } from 'vitest';
import { findPersonalData, maskPersonalData } from '../../src/record/personal-data.ts';
import { unmark } from '../support/marked.ts';

const EMAIL = 'adresse électronique';
const PHONE = 'numéro de téléphone';
const NIR = 'numéro de sécurité sociale';

describe('personal data is found', () => {
  test.each([
    [EMAIL, 'Écrire à ⟦camille.fictive@exemple.fr⟧.'],
    [EMAIL, '⟦c+liste@mail.exemple.org⟧, merci'],
    [EMAIL, '(⟦hélène@exemple.fr⟧)'],
    [EMAIL, '<⟦a@b.fr⟧>'],
    [EMAIL, 'mailto:⟦a@b.fr⟧'],
    [EMAIL, '⟦0612345678@exemple.fr⟧'],
    [PHONE, 'Tél. ⟦06 12 34 56 78⟧.'],
    [PHONE, '⟦0612345678⟧'],
    [PHONE, '⟦06.12.34.56.78⟧'],
    [PHONE, '⟦06-12-34-56-78⟧'],
    [PHONE, '⟦06/12/34/56/78⟧'],
    [PHONE, '⟦06\u00a012\u00a034\u00a056\u00a078⟧'],
    [PHONE, '⟦06\u202f12\u202f34\u202f56\u202f78⟧'],
    [PHONE, '⟦06 1234 5678⟧'],
    [PHONE, '⟦05 61 00 00 00⟧ (secrétariat)'],
    [PHONE, '⟦+33 6 12 34 56 78⟧'],
    [PHONE, '⟦+33612345678⟧'],
    [PHONE, '⟦+33 (0)6 12 34 56 78⟧'],
    [PHONE, '⟦+33(0)6 12 34 56 78⟧'],
    [PHONE, '⟦0033 6 12 34 56 78⟧'],
    [PHONE, '⟦05.06.20.22.10⟧'],
    [NIR, '⟦1 84 12 76 451 089 46⟧'],
    [NIR, '⟦184127645108946⟧'],
    [NIR, '⟦1841276451089⟧'],
    [NIR, '⟦2 84 05 2A 004 123 45⟧'],
    [NIR, 'né en Corse : ⟦284052b004123⟧.'],
    [NIR, '⟦2 84 05 97 104 123⟧'],
    [NIR, '⟦1\u00a084\u00a012\u00a076\u00a0451\u00a0089\u00a046⟧'],
  ])('%s in %j', (kind, marked) => {
    const { text } = unmark(marked);
    const start = marked.indexOf('⟦');
    expect(findPersonalData(text)).toEqual([{ kind, start, end: marked.indexOf('⟧') - 1 }]);
  });

  test('each of several is found, in the order of the text', () => {
    const found = findPersonalData('0612345678 a@b.fr 0712345678');
    expect(found.map(({ kind, start }) => [kind, start])).toEqual([
      [PHONE, 0],
      [EMAIL, 11],
      [PHONE, 18],
    ]);
  });

  test('what overlaps is hidden as a whole', () => {
    expect(maskPersonalData('06 12 34 56 78@exemple.fr')).toBe('•'.repeat(25));
  });
});

describe('other figures are left alone', () => {
  test.each([
    'le 31/05/2022',
    'le 01/02/2022 10 personnes',
    'le 05/06/2022 12:30',
    'du 05/06/2022-07/06/2022',
    'du 05.06.2022 10 h',
    '2022-05-31',
    '2022-2028',
    'PRS 2018-2022 et 2023-2028',
    '31000 Toulouse',
    '09000 Foix',
    '4 500 000',
    '4 500 000 personnes en 2022',
    '1 234 567 890 €',
    '12 345 678 901 234',
    'SIRET 732 829 320 00074',
    'SIRET 73282932000074',
    'SIREN 732 829 320',
    'RPPS 10100000001',
    'a06 12 34 56 78',
    '106 12 34 56 78',
    '06 12 34 56 789',
    '06 12 34 56',
    '00 12 34 56 78',
    'de 14 h à 16 h 30',
    'p. 12-34-56-78-90',
    'arobase @ seule',
    'a@b',
    '@cops_occitanie',
    'participant.e.s',
    '#temps-de-consultation',
    'https://exemple.fr/2022/05/31',
    'ISBN 978-2-07-036822-4',
    '9 84 12 76 451 089 46',
    '1 84 13 76 451 089 46',
  ])('%j', (text) => {
    expect(findPersonalData(text)).toEqual([]);
    expect(maskPersonalData(text)).toBe(text);
  });
});

test('a mask keeps the length, so that columns stay', () => {
  const text = 'Écrire à camille.fictive@exemple.fr ou au 06 12 34 56 78 👍\nmerci';
  const masked = maskPersonalData(text);
  expect(masked).toHaveLength(text.length);
  expect(masked).toBe(`Écrire à ${'•'.repeat(26)} ou au ${'•'.repeat(14)} 👍\nmerci`);
});

test.each([
  ['one word without an end', 'a'.repeat(300_000)],
  ['dots', 'a.'.repeat(150_000)],
  ['domains', `a@${'b.'.repeat(150_000)}`],
  ['digits', '1'.repeat(300_000)],
  ['numbers', '06 12 34 56 78 '.repeat(20_000)],
])(
  'a long text is searched once: %s',
  (_, text) => {
    const start = performance.now();
    maskPersonalData(text);
    expect(performance.now() - start).toBeLessThan(20_000);
  },
  30_000,
);
