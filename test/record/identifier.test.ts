import { describe, expect, test } from 'vitest';
import { findFreeId, placeFiche, proposeId, proposeTitle, WELL_FORMED_ID } from '../../src/record/identifier.ts';
import type { RecordType } from '../../src/record/schema.ts';
import { readCompiledSchemas } from '../../src/workspace/read-setup.ts';

const schemas = readCompiledSchemas(undefined);

function type(name: string): RecordType {
  const found = schemas.types.get(name);
  if (!found) throw new Error(`no type ${name}`);
  return found;
}

describe('an id is proposed from date and title', () => {
  test.each([
    [
      'atelier',
      '2022-05-31',
      'Atelier d’échanges de pratiques du 31 mai 2022',
      '2022-05-31-atelier-echanges-pratiques',
    ],
    ['atelier', '2022-05-01', 'Atelier du 1er mai 2022', '2022-05-01-atelier'],
    ['atelier', '2022-T4', 'Atelier du 4e trimestre 2022', '2022-t4-atelier'],
    ['atelier', '2022-05-31', 'Le 31/05/2022', '2022-05-31'],
    ['atelier', '2022', '12 conseils pour bien coopérer', '2022-atelier-12-conseils-bien-cooperer'],
    ['atelier', '2022-05', '12 conseils', '2022-05-atelier-12-conseils'],
    ['atelier', '2022-05-31', '🙂', '2022-05-31'],
    ['theme', undefined, 'Temps de consultation', 'temps-de-consultation'],
    ['projet', undefined, 'Accompagnement d’Onco-Occitanie par l’équipe', 'accompagnement-onco-occitanie-par-equipe'],
    ['projet', undefined, '🙂', ''],
    [
      'theme',
      undefined,
      'Une très longue phrase qui décrit le thème avec beaucoup de mots et de détails',
      'une-tres-longue-phrase-qui-decrit-le-theme-avec-beaucoup',
    ],
  ])('%s of %s: %s', (name, date, titre, id) => {
    expect(proposeId(type(name), { titre, ...(date && { date }) })).toBe(id);
    if (id) expect(id).toMatch(WELL_FORMED_ID);
  });

  test.each([
    [{ debut: '2018', fin: '2022' }, '2018-2022'],
    [{ debut: '2029' }, '2029'],
    [{ debut: { date: '2018', texte: 'dès 2018' }, fin: '2022' }, '2018-2022'],
  ])('a PRS of %j', (values, id) => {
    expect(proposeId(type('prs'), { titre: 'PRS', ...values })).toBe(id);
  });
});

test('a dated fiche lies in the folder of its year, another in that of its type', () => {
  expect(placeFiche(type('atelier'), 'x', { date: '2022-05' })).toBe('records/ateliers/2022/x.md');
  expect(placeFiche(type('projet'), 'x', { date: '2022-05' })).toBe('records/projets/x.md');
});

test('a title is proposed once the day is known', () => {
  expect(proposeTitle(type('atelier'), { date: '2022-05-31' })).toBe('Atelier d’échanges de pratiques du 31 mai 2022');
  expect(proposeTitle(type('atelier'), { date: '2022-05' })).toBeUndefined();
  expect(proposeTitle(type('projet'), { date: '2022-05-31' })).toBeUndefined();
});

test('an id that is taken gets the first free number', () => {
  expect(findFreeId('a', (id) => ['a', 'a-2'].includes(id))).toBe('a-3');
});
