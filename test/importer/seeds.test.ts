import { describe, expect, test } from 'vitest';
import { readSource } from '../../src/importer/read-source.ts';
import { wordsOf } from '../../src/importer/readers/lost-words.ts';
import { hasOffice, saveAs } from '../support/office.ts';
import { readSeed, SEEDS, seedAsHtml } from '../support/seeds.ts';
import { lostWords, readAsMarkdown } from '../support/source-markdown.ts';

type Seed = (typeof SEEDS)[number];

/** A file that LibreOffice makes of a page, once for all tests. */
const made = new Map<string, Uint8Array>();
function convert(name: Seed, format: string): Uint8Array {
  const key = `${name} ${format}`;
  const bytes = made.get(key) ?? make(name, format);
  made.set(key, bytes);
  return bytes;
}

/** A PDF is made of a Word file: of a page, LibreOffice leaves the first line out. */
function make(name: Seed, format: string): Uint8Array {
  if (format === PDF) return saveAs('graine.docx', convert(name, WORD), format);
  return saveAs('graine.html', Buffer.from(seedAsHtml(name)), format);
}

const WORD = 'docx:MS Word 2007 XML';
const PDF = 'pdf:writer_pdf_Export';

const WRITTEN: [string, (name: Seed) => Uint8Array][] = [
  ['html', (name) => Buffer.from(seedAsHtml(name))],
  ['docx', (name) => convert(name, WORD)],
  ['odt', (name) => convert(name, 'odt')],
  ['pdf', (name) => convert(name, PDF)],
];
const isAbsent = (format: string) => format !== 'txt' && format !== 'html' && !hasOffice;

describe.each([['txt', (name: Seed) => Buffer.from(readSeed(name))], ...WRITTEN] as const)(
  'the two seeds as %s',
  (format, make) => {
    test.skipIf(isAbsent(format))('are read whole, the words of each line one after the other', async () => {
      for (const name of SEEDS) {
        const read = await readSource(make(name), `graine.${format}`);
        expect(lostWords(readSeed(name), read)).toEqual([]);
        const words = ` ${wordsOf((await readAsMarkdown(make(name), `graine.${format}`)).text).join(' ')} `;
        for (const line of readSeed(name)
          .split(/\s*[\n\t]\s*/)
          .filter(Boolean))
          expect(words).toContain(` ${wordsOf(line).join(' ')} `);
      }
    });
  },
);

describe.each(WRITTEN)('the two seeds as %s', (format, make) => {
  test.skipIf(isAbsent(format))('keep headings, the table and the list', async () => {
    const { text } = await readAsMarkdown(make('atelier-2022-05-31'), `graine.${format}`);
    expect(text.split('\n').filter((line) => line.startsWith('#'))).toEqual([
      "# Atelier d'échanges de pratiques du 31 mai 2022",
      "## Informations concernant l'atelier",
      '## Situation choisie par le groupe',
      '## Synthèse coconstruite',
      '### Enjeux de communication',
      '### Sur le partenariat en santé',
    ]);
    expect(text.split('\n').filter((line) => line.startsWith('|'))).toEqual([
      '| Thème | Participants | Coanimatrices chargées de projet au COPS |',
      '| - | - | - |',
      '| Le partenariat en santé dans le domaine des soins et parcours de soins | 4 professionnels du système de santé / 3 patients partenaires ressources / 1 représentant des usagers | Catherine Corbeau (médecin) / Annie Pagnon (patiente partenaire formatrice) |',
    ]);
    expect(text).toContain('\n\n-> Remettre en question le temps (rythme et durée) de consultation\n\n');
    const project = await readAsMarkdown(make('projet-onco-occitanie'), `graine.${format}`);
    expect(project.text.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(3);
  });
});
