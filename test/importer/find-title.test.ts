import { expect, test } from 'vitest';
import { detectType } from '../../src/importer/understand/detect-type.ts';
import { understandText, valuesOf } from '../support/imports.ts';

test.each([
  [
    '**COPS**\n\n**Atelier d’échanges de pratiques du 14 mars 2023**\n\nThème : La peur\n',
    'Atelier d’échanges de pratiques du 14 mars 2023',
  ],
  [
    '**COPS**\n\n**Synthèse de l’atelier du 14 mars 2023**\n\n## Synthèse\n\nUn constat.\n',
    'Synthèse de l’atelier du 14 mars 2023',
  ],
  ['# COPS\n\n# Atelier du 14 mars 2023\n\nUn texte.\n', 'Atelier du 14 mars 2023'],
  ['Centre inventé\n\nAtelier du 14 mars 2023\n\nUn texte.\n', 'Atelier du 14 mars 2023'],
])('the title may stand below another line: %s', async (text, titre) => {
  const values = valuesOf(await understandText(text, { name: 'a.md', type: 'atelier' }));
  expect(values).toMatchObject({ titre, date: '2023-03-14' });
});

test('the title of the format wins over those below it', async () => {
  const text = '# La sortie\n\n## Accompagnement du CHU\n\nUn texte inventé.\n';
  expect(valuesOf(await understandText(text, { name: 'a.md', type: 'projet' })).titre).toBe('La sortie');
});

test.each([
  [
    'Atelier du 5 mai 2023\n\nDate\t5 mai 2023\nThème\tLa peur\nSituation\tUne annonce\n\nSynthèse\n\nUn constat.',
    'atelier',
  ],
  ['Atelier déchanges du 3 mars 2023\n\nSynthèse\n\nUn constat.', 'atelier'],
  ['COPS\nAtelier du 3 mars 2023\n\nThème : La peur', 'atelier'],
  [
    'Projet Sortie sereine\n\nStructure : Fiction\n\nConvention : huit réunions\n\nObjectifs\n\nUn but.\n\nLeviers\n\nUn atout.',
    'projet',
  ],
  ['Projet Sortie sereine\n\nStructure : Fiction', 'projet'],
  ['Objectif\n\nUn texte inventé.', undefined],
  ['Une liste de courses.', undefined],
  ['Réunion du 3 mars 2023\n\nContexte\n\nUn texte.', undefined],
])('the type that words say: %s', (text, type) => {
  expect(detectType(`\n${text}\n`)).toBe(type);
});
