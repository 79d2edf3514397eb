import { describe, expect, test } from 'vitest';
import { findDates } from '../../src/importer/understand/find-dates.ts';

describe('dates in French words', () => {
  test.each([
    ['Atelier du 31 mai 2022', '2022-05-31'],
    ['le 1er mars 2023', '2023-03-01'],
    ['mardi 7 Février 2023', '2023-02-07'],
    ['le 31/05/2022', '2022-05-31'],
    ['31.05.2022', '2022-05-31'],
    ['31-05-2022', '2022-05-31'],
    ['2022-05-31', '2022-05-31'],
    ['12 déc. 2021', '2021-12-12'],
    ['depuis novembre 2021', '2021-11'],
    ['AOÛT 2022', '2022-08'],
    ['11/2021', '2021-11'],
    ['en 2022,', '2022'],
    ['1er trimestre 2023', '2023-T1'],
    ['quatrième trimestre de l’année 2022', '2022-T4'],
    ['T2 2023', '2023-T2'],
    ['2023-T2', '2023-T2'],
  ])('%s', (text, value) => {
    expect(findDates(text).map((date) => date.value)).toEqual([value]);
  });

  test.each([
    ['initié fin 2022', '2022', 'fin 2022'],
    ['début novembre 2021', '2021-11', 'début novembre 2021'],
    ['à la mi-mars 2022', '2022-03', 'mi-mars 2022'],
    ['au printemps 2023', '2023', 'au printemps 2023'],
    ['au second semestre 2022', '2022', 'au second semestre 2022'],
    ['du 3 au 5 mai 2022', '2022-05', 'du 3 au 5 mai 2022'],
    ['du 30 mai au 2 juin 2022', '2022-06', 'du 30 mai au 2 juin 2022'],
  ])('what is vaguer keeps its words: %s', (text, date, texte) => {
    expect(findDates(text).map(({ value }) => value)).toEqual([{ date, texte }]);
  });

  test.each(['31 février 2022', 'PRS 2018-2022', '45/13/2022', '12345', 'article 2022-4', 'en 3022', 'le 3 et le 5'])(
    'none in « %s »',
    (text) => {
      expect(findDates(text)).toEqual([]);
    },
  );

  test('two digits of a year are doubtful', () => {
    expect(findDates('le 31/05/22')).toEqual([
      { value: '2022-05-31', words: '31/05/22', index: 3, isDay: true, doubt: 'l’année n’y a que deux chiffres' },
    ]);
  });

  test('several, in the order of the text', () => {
    expect(findDates('De fin 2022 au 3 mars 2023').map(({ words }) => words)).toEqual(['fin 2022', '3 mars 2023']);
  });
});
