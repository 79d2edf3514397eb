import { describe, expect, test } from 'vitest';
import { parseFrenchNumber } from '../../src/importer/understand/french-numbers.ts';
import { isListOfNames, readCoanimation } from '../../src/importer/understand/read-coanimation.ts';
import { readParticipants } from '../../src/importer/understand/read-participants.ts';
import { findRole } from '../../src/importer/understand/read-people.ts';

test.each([
  ['huit', 8],
  ['Quatre', 4],
  ['une', 1],
  ['dix-sept', 17],
  ['vingt et un', 21],
  ['trente-deux', 32],
  ['12', 12],
  ['plusieurs', undefined],
])('a number in letters: %s', (text, value) => {
  expect(parseFrenchNumber(text)).toBe(value);
});

describe('the role that words say', () => {
  test.each([
    ['médecin', 'professionnel'],
    ['professionnels du système de santé', 'professionnel'],
    ['infirmier·ères', 'professionnel'],
    ['patients partenaires ressources', 'patient-partenaire-ressource'],
    ['patiente partenaire formatrice', 'patient-partenaire-formateur'],
    ['patient.e.s partenaires ressources', 'patient-partenaire-ressource'],
    ['patient partenaire chercheur', 'patient-partenaire-chercheur'],
    ['représentant des usagers', 'representant-des-usagers'],
    ['RU', 'representant-des-usagers'],
    ['proches aidants', 'proche-aidant'],
    ['usagère partenaire', 'usager-partenaire'],
    ['usager partenaire', 'usager-partenaire'],
    ['patients partenaires', 'autre'],
    ['tables', undefined],
    ['gens dans la rue', undefined],
  ])('%s', (words, role) => {
    expect(findRole(words)?.role).toBe(role);
  });
});

/** « professionnel 4, autre 1 » */
function count(text: string): string | undefined {
  const value = readParticipants(text)?.value as readonly { role: string; effectif: string }[] | undefined;
  return value?.map(({ role, effectif }) => `${role} ${effectif}`).join(', ');
}

describe('participants', () => {
  const seed = 'professionnel 4, patient-partenaire-ressource 3, representant-des-usagers 1';
  test.each([
    ['4 professionnels du système de santé 3 patients partenaires ressources 1 représentant des usagers', seed],
    ['quatre professionnels, trois patients partenaires ressources et un représentant des usagers', seed],
    ['4 professionnels du système de santé\n3 patients partenaires ressources\n1 représentant des usagers', seed],
    ['8 personnes : 4 professionnels ; 3 patients partenaires ressources ; 1 représentant des usagers', seed],
    ['2 médecins, 1 infirmière, une pharmacienne', 'professionnel 4'],
    ['3 professionnels (dont un médecin et 2 infirmières), 1 RU', 'professionnel 3, representant-des-usagers 1'],
    ['3 professionnels dont 1 médecin', 'professionnel 3'],
    ['1 aidant dans un hôpital', 'proche-aidant 1'],
  ])('%s', (text, counts) => {
    expect(count(text)).toBe(counts);
  });

  test.each(['Camille Exemple, Dominique Fictif', '8 personnes', 'de 14 h à 16 h', 'parcours de 1er recours', ''])(
    'nothing is made of « %s »',
    (text) => {
      expect(readParticipants(text)).toBeUndefined();
    },
  );

  test('a total that is not the sum is doubtful, and a role that is not known is not counted', () => {
    expect(readParticipants('9 participants : 4 professionnels, 2 tables')).toEqual({
      value: [{ role: 'professionnel', effectif: '4' }],
      doubt: '« 2 tables » n’est pas un rôle connu ; le document en annonce 9, et en détaille 4',
      isPartial: true,
    });
  });

  test('a patient partner whose kind is not said is « autre », with a doubt', () => {
    expect(readParticipants('2 patients partenaires')?.doubt).toMatch(
      /ressource, formateur ou chercheur, noté « autre »/,
    );
  });
});

describe('who led', () => {
  test.each([
    ['glued', ['Camille Exemple (médecin) Dominique Fictif (patiente partenaire formatrice)']],
    ['one a line', ['Camille Exemple, médecin', 'Dominique Fictif, patiente partenaire formatrice']],
    ['in a sentence', ['Camille Exemple (médecin) et Dominique Fictif (patiente partenaire formatrice)']],
  ])('%s', (_, lines) => {
    expect(readCoanimation(lines)?.value).toEqual([
      { nom: 'Camille Exemple', qualite: 'médecin', role: 'professionnel' },
      { nom: 'Dominique Fictif', qualite: 'patiente partenaire formatrice', role: 'patient-partenaire-formateur' },
    ]);
  });

  test('compound names and particles are whole', () => {
    const value = readCoanimation(['Anne-Lise de La Fiction (infirmière)', 'Jean D’Exemple-Inventé (médecin)'])?.value;
    expect(value).toMatchObject([{ nom: 'Anne-Lise de La Fiction' }, { nom: 'Jean D’Exemple-Inventé' }]);
  });

  test('what the label says of all is the function of each', () => {
    const read = readCoanimation(['Camille Exemple (médecin)'], 'Coanimatrices chargées de projet au COPS');
    expect(read?.value).toMatchObject([{ fonction: 'chargée de projet au COPS' }]);
  });

  test('somebody whose role is not said is left out, and said', () => {
    const read = readCoanimation(['Camille Exemple (médecin) ; Dominique Fictif']);
    expect(read).toMatchObject({ isPartial: true, doubt: 'une personne est nommée sans que son rôle soit dit' });
    expect(read?.value).toHaveLength(1);
    expect(readCoanimation(['Dominique Fictif'])).toBeUndefined();
  });
});

test('a list of names is known as one', () => {
  expect(isListOfNames(['Camille Exemple, Dominique Fictif', 'Claude Inventé'])).toBe(true);
  expect(isListOfNames(['4 professionnels'])).toBe(false);
});
