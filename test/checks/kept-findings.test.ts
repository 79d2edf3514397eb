import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkCollection } from '../../src/checks/check-collection.ts';
import { CHECKS } from '../../src/checks/index.ts';
import { KeptFindings } from '../../src/checks/kept-findings.ts';
import { collect, DEFAULT_SETTINGS } from '../../src/collection.ts';
import { parseFiche, type ReadFiche } from '../../src/record/fiche.ts';
import { atelier } from '../support/fiches.ts';
import { unmark } from '../support/marked.ts';
import { schemas } from '../support/parse.ts';
import { CASES } from './cases.ts';

const DAY = { today: '2026-01-15' };
const FIRST = 'records/ateliers/2022/2022-03-14-un.md';
const SECOND = 'records/ateliers/2022/2022-03-14-deux.md';

const GRILLE = ['themes', 'prs'].flatMap((folder) =>
  readdirSync(`records/${folder}`).map((name) => read(`records/${folder}/${name}`)),
);

function read(file: string, text = readFileSync(file, 'utf8')): ReadFiche {
  return parseFiche(file, text, schemas);
}

function together(files: readonly ReadFiche[]) {
  return collect([...GRILLE.filter(({ file }) => !files.some((own) => own.file === file)), ...files], {
    schemas,
    settings: DEFAULT_SETTINGS,
  });
}

function coded(theme: string): string {
  return atelier({ body: `## Situation\n\n## Synthèse\n\nUn constat inventé. #${theme}\n` });
}

test('some checks look at one fiche at a time', () => {
  expect(CHECKS.filter(({ scope }) => scope === 'fiche').map(({ code }) => code)).toContain('donnees-personnelles');
});

test('what is kept is what would be found anew, through every case, one after the other', () => {
  const kept = new KeptFindings();
  const files = new Map(GRILLE.map((one) => [one.file, one]));
  for (const { files: changed } of CASES) {
    for (const [file, marked] of Object.entries(changed)) files.set(file, read(file, unmark(marked).text));
    const collection = collect([...files.values()], { schemas, settings: DEFAULT_SETTINGS });
    expect(checkCollection(collection, DAY, kept)).toEqual(checkCollection(collection, DAY));
  }
});

test('a fiche that did not change is not looked at again, and one that did is', () => {
  const kept = new KeptFindings();
  const still = read(FIRST, coded('inconnu'));
  checkCollection(together([still, read(SECOND, coded('absent'))]), DAY, kept);
  const found = checkCollection(together([still, read(SECOND, coded('perennisation'))]), DAY, kept);
  expect(found.filter(({ code }) => code === 'theme-inconnu').map(({ file }) => file)).toEqual([FIRST]);
  expect(
    kept.of(still, () => {
      throw new Error('looked at again');
    }).length,
  ).toBe(1);
});

test('a theme that comes into the grille is known to the fiches that did not change', () => {
  const kept = new KeptFindings();
  const fiche = read(FIRST, coded('neuf'));
  expect(checkCollection(together([fiche]), DAY, kept).map(({ code }) => code)).toEqual(['theme-inconnu']);
  const theme = read('records/themes/neuf.md', '---\ntype: theme\ntitre: Neuf\ndefinition: Un thème inventé.\n---\n');
  expect(checkCollection(together([fiche, theme]), DAY, kept)).toEqual([]);
});

test('a summary that is kept is not computed again while words alone change, and is when a record does', () => {
  const made: string[] = [];
  class Counting extends KeptFindings {
    override keep<T>(name: string, inputs: readonly unknown[], make: () => T): T {
      return super.keep(name, inputs, () => {
        made.push(name);
        return make();
      });
    }
  }
  const kept = new Counting();
  const summary = (words: string) =>
    read(
      'records/syntheses/essai.md',
      `---\ntype: synthese\ntitre: Une synthèse\nprs: 2018-2022\n---\n\n${words}\n\n${FROM}\n`,
    );
  const first = read(FIRST, atelier());
  for (const words of ['Un mot.', 'Deux mots.', 'Trois mots.'])
    checkCollection(together([first, summary(words)]), DAY, kept);
  expect(made).toHaveLength(1);
  const found = checkCollection(together([first, read(SECOND, atelier()), summary('Fin.')]), DAY, kept);
  expect(made).toHaveLength(2);
  expect(found.map(({ code }) => code)).toContain('synthese-perimee');
});

const FROM = `<!-- cops-provenance ${JSON.stringify({
  version: 1,
  cops: '0',
  selection: { prs: '2018-2022', brouillons: false, interne: false },
  template: '',
  fiches: { [FIRST]: '' },
  chiffres: { 'activite.ateliers': 1 },
  bases: {},
})} -->`;
