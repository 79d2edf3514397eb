import { describe, expect, test } from 'vitest';
import { formatRemark } from '../../src/importer/format-remark.ts';
import type { ImportedRecord } from '../../src/importer/imported-record.ts';
import { readSource } from '../../src/importer/read-source.ts';
import { leaveOutOfRecord } from '../../src/importer/understand/leave-out-people.ts';
import { textOfDocument, understand } from '../../src/importer/understand/understand.ts';
import { lostWords, readWords, understandText } from '../support/imports.ts';

/** All that a record holds, as it is written. */
function writeAll({ values, body, served, warnings }: ImportedRecord): string {
  return [JSON.stringify(values), body, formatRemark(served ?? [], '0123456789abcdef'), ...warnings].join('\n');
}

const LED = 'Coanimation : Catherine Fictive (médecin) et Annie Inventée (patiente partenaire formatrice)';
const FRAME = (text: string) =>
  `Atelier d’échanges de pratiques du 5 mai 2023\n\n${text}\n\n${LED}\n\nSituation choisie\n\nUne annonce.\n\nSynthèse\n\nUn constat.\n`;

/** Invented persons; what must not be in the record, what must, and how many are left out. */
const LISTS: readonly (readonly [text: string, hidden: readonly string[], kept: readonly string[], names: number])[] = [
  ['Participants : Dr Jean Dupont, Mme Marie Durand, Paul Petit', ['Dupont', 'Marie', 'Petit'], [], 3],
  ['Participant.e.s : Jean Dupont et Marie Durand', ['Dupont', 'Durand'], [], 2],
  ['Présents : J. DUPONT, M. Durand, Mme PETIT', ['DUPONT', 'Durand', 'PETIT'], [], 3],
  ['Excusés : DUPONT Jean ; Marie-Anne de La Tour', ['Jean', 'Tour'], [], 2],
  ['Absents : Jean, Marie et Paul', ['Jean', 'Marie', 'Paul'], [], 3],
  [
    'Étaient présents : Jean Dupont (médecin, CHU), Marie Durand, infirmière',
    ['Dupont', 'Durand'],
    ['médecin', 'CHU', 'infirmière'],
    2,
  ],
  ['Étaient présents Jean Dupont et Marie Durand.', ['Dupont', 'Durand'], [], 2],
  ['Présents :\n\n- Jean Dupont, médecin\n- Marie Durand\n- Paul Petit', ['Dupont', 'Durand', 'Petit'], ['médecin'], 3],
  ['Liste d’émargement\n\nJean Dupont\n\nMarie Durand', ['Dupont', 'Durand'], [], 2],
  ['Contact : Marie Durand, 06 12 34 56 78', ['Durand', '06 12'], [], 1],
  [
    'Participants : 2 professionnels (Jean Dupont, Marie Durand), 1 RU : Paul Petit',
    ['Dupont', 'Durand', 'Petit'],
    ['2 professionnels'],
    3,
  ],
  ['Lieu : Toulouse – Participants : Jean Dupont, Marie Durand', ['Dupont', 'Durand'], ['Toulouse'], 2],
  ['Le groupe a réuni Jean Dupont, Marie Durand et Paul Petit.', ['Dupont', 'Durand', 'Petit'], [], 3],
  [
    'Nom\tPrénom\tFonction\nDupont\tJean\tmédecin\nDURAND\tMarie\tinfirmière',
    ['Dupont', 'Jean', 'DURAND'],
    ['médecin'],
    2,
  ],
  [
    'Thème\tParticipants\tCoanimation\nLa peur\tJean Dupont, Marie Durand\tCatherine Fictive (médecin)',
    ['Dupont', 'Durand'],
    ['La peur'],
    2,
  ],
  [
    'Participants : 4 professionnels, 3 patients partenaires ressources du CHU de Toulouse Purpan',
    [],
    ['Toulouse Purpan'],
    0,
  ],
  ['Participants : Infirmières, Patients, Aidants', [], ['Infirmières', 'Aidants'], 0],
  ['Présentation : Jean Dupont, Marie Durand', [], ['Dupont'], 0],
  ['Cas présenté : Monsieur X, 80 ans', [], ['Monsieur X'], 0],
  ['Le Dr Jean Dupont a présenté la filière.', [], ['Dupont'], 0],
];

describe('lists of persons', () => {
  test.each(LISTS)('%s', async (text, hidden, kept, names) => {
    const source = await readSource(new TextEncoder().encode(FRAME(text)), 'a.txt');
    const record = await understandText(FRAME(text), { type: 'atelier' });
    const written = writeAll(record);
    for (const word of hidden) expect(written).not.toContain(word);
    for (const word of [...kept, 'Catherine Fictive', 'Annie Inventée']) expect(written).toContain(word);
    const leftOut = record.leftOut ?? [];
    expect(leftOut.filter(({ kind }) => kind === 'nom')).toHaveLength(names);
    const held = [...(record.served ?? []), readWords(record.body), ...leftOut.map(({ words }) => words)].join('\n');
    expect(lostWords(textOfDocument(source), held)).toEqual([]);
  });

  test('stay for an internal record', async () => {
    const source = await readSource(new TextEncoder().encode(FRAME('Présents : Jean Dupont, 06 12 34 56 78')), 'a.txt');
    const record = understand(source, { type: 'atelier', specs: [], prs: [], keepsNames: true });
    expect(writeAll(record)).toContain('Jean Dupont, 06 12 34 56 78');
    expect(record.leftOut).toEqual([]);
  });
});

test('personal data is masked in texts, tables, comments, notes and addresses', async () => {
  const markdown = `# Atelier d’échanges du 5 mai 2023

Lieu : chez nous, au 05.61.00.00.00

Écrire à **marie**.fictive@exemple.fr ou [ici](https://exemple.fr/?a=jean.fictif@exemple.fr). Dossier 2 69 05 49 588 157 80[^1].

| a | b |
| --- | --- |
| x | +33 6 12 34 56 78 |

[^1]: Voir paul.fictif@exemple.fr

## Synthèse

Un constat.
`;
  const record = await understandText(markdown, { name: 'a.md', type: 'atelier' });
  expect(writeAll(record)).not.toMatch(/@|05\.61|12 34|588/);
  expect(record.leftOut?.map(({ kind }) => kind).sort()).toEqual([
    'adresse électronique',
    'adresse électronique',
    'numéro de sécurité sociale',
    'numéro de téléphone',
    'numéro de téléphone',
  ]);
});

test('the record of a form is read the same', () => {
  const coanimation = [{ nom: 'Catherine Fictive', role: 'professionnel' }];
  const record = leaveOutOfRecord({
    type: 'atelier',
    values: [
      { key: 'coanimation', value: coanimation, words: '', place: '' },
      { key: 'lieu', value: 'au 05 61 00 00 00', words: 'au 05 61 00 00 00', place: '' },
    ],
    body: '## Synthèse\n\nPrésents : Jean Dupont, Marie Durand\n\n  - écrire à a@exemple.fr',
    warnings: [],
  });
  expect(writeAll(record)).not.toMatch(/Dupont|Durand|05 61|@/);
  expect(record.values[0]?.value).toEqual(coanimation);
  expect(record.body).toContain('\n  - écrire à ');
  expect(record.leftOut?.filter(({ kind }) => kind === 'nom')).toHaveLength(2);
});
