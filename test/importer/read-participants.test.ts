import { describe, expect, test } from 'vitest';
import { findDates } from '../../src/importer/understand/find-dates.ts';
import { readParticipants } from '../../src/importer/understand/read-participants.ts';
import { understandText, valuesOf } from '../support/imports.ts';

/** Professionals, patients who are a resource, representatives, in this order; nothing where the key is left out. */
type Counts = readonly [number, number, number] | undefined;

function count(text: string): Counts {
  const value = readParticipants(text)?.value as readonly { role: string; effectif: string }[] | undefined;
  if (!value) return undefined;
  const of = (role: string) => Number(value.find((one) => one.role === role)?.effectif ?? 0);
  return [of('professionnel'), of('patient-partenaire-ressource'), of('representant-des-usagers')];
}

const TEXTS: readonly (readonly [text: string, counts: Counts])[] = [
  ['4 professionnels du système de santé3 patients partenaires ressources1 représentant des usagers', [4, 3, 1]],
  ['4 professionnels du système de santé 3 patients partenaires ressources 1 représentant des usagers', [4, 3, 1]],
  ['professionnels (4), patients partenaires ressources (3)', [4, 3, 0]],
  ['professionnels : 4, représentants des usagers : 1', [4, 0, 1]],
  ['8 participants : professionnels (4), patients partenaires ressources (3) et RU (1)', [4, 3, 1]],
  ['Professionnels : 4\nPatients partenaires ressources : 3', [4, 3, 0]],
  ['8 personnes dont 4 professionnels et 3 patients partenaires ressources, 1 RU', [4, 3, 1]],
  ['Nous étions huit : quatre professionnels, trois patients partenaires ressources et un RU', [4, 3, 1]],
  ['4 professionnels dont un médecin, 3 patients partenaires ressources', [4, 3, 0]],
  ['4 professionnels (dont un médecin) et 3 patients partenaires ressources', [4, 3, 0]],
  ['4 professionnels (médecins et infirmières)', [4, 0, 0]],
  ['vingt et une professionnelles', [21, 0, 0]],
  ['une vingtaine de professionnels', undefined],
  ['20 à 25 professionnels', undefined],
  ['environ 20 professionnels', undefined],
  ['4 professionnels dont un médecin et 3 patients partenaires ressources', undefined],
  ['7 professionnels et patients partenaires ressources', undefined],
  ['professionnels 4 patients partenaires ressources 3', undefined],
];

test.each(TEXTS)('%s', (text, counts) => {
  expect(count(text)).toEqual(counts);
});

test('what is not counted is told', () => {
  expect(readParticipants('4 professionnels, plusieurs invités')?.doubt).toContain('« plusieurs invités »');
  expect(readParticipants('9 personnes : 4 professionnels, 3 RU')?.doubt).toContain('en annonce 9, et en détaille 7');
});

test('a line of its own that tells how many they were', async () => {
  const text =
    'Atelier d’échanges du 5 mai 2023\n\nNous étions huit : quatre professionnels, trois patients partenaires ressources et un RU.\n';
  const { participants } = valuesOf(await understandText(text, { type: 'atelier' }));
  expect(participants).toEqual([
    { role: 'professionnel', effectif: '4' },
    { role: 'patient-partenaire-ressource', effectif: '3' },
    { role: 'representant-des-usagers', effectif: '1' },
  ]);
});

test('a number that is only near is left out, and said', async () => {
  const text = 'Atelier d’échanges du 5 mai 2023\n\nLe groupe a réuni une vingtaine de professionnels.\n';
  const { values, warnings } = await understandText(text, { type: 'atelier' });
  expect(values.map(({ key }) => key)).not.toContain('participants');
  expect(warnings).toContain(
    'Le nombre de participants dit au 1er paragraphe n’est pas sûr : il n’est pas dans l’en-tête.',
  );
});

describe('numbers and dates that are only near', () => {
  test.each([
    ['À ce jour vingt et une réunions ont été effectuées.', '21'],
    ['À ce jour trois à quatre réunions ont été effectuées.', undefined],
  ])('%s', async (text, nombre) => {
    const { interventions_realisees: done } = valuesOf(await understandText(`Projet\n\n${text}\n`, { type: 'projet' }));
    expect(done).toEqual(nombre && { nombre });
  });

  test.each([
    ['mars-avril 2022', { date: '2022', texte: 'mars-avril 2022' }],
    ['de mars à avril 2022', { date: '2022', texte: 'de mars à avril 2022' }],
    ['12-13 mars 2022', { date: '2022-03', texte: '12-13 mars 2022' }],
    ['31-05-2022', '2022-05-31'],
  ])('%s', (text, value) => {
    expect(findDates(text).map((found) => found.value)).toEqual([value]);
  });
});
