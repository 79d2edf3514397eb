import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { TABLE_FILES } from '../../src/render/summary-tables.ts';
import { atelier, contrat, projet } from '../support/fiches.ts';
import { FRENCH_CSV, hasOffice, saveAs } from '../support/office.ts';
import { makeFolder, makeWorkspace, runCops, writeFiles } from '../support/run-cops.ts';

const FILES = {
  'records/ateliers/2022-01-10-a.md': atelier({
    header:
      'titre: "=cmd|inventé"\ndate: 2022-01-10\nsujet: "Joindre x.y@exemple.fr ; ou non"\nsuites:\n  - { piste: p1, objet: Allonger, par: Hôpital fictif, echeance: 2022-06, etat: fait, le: 2022-05 }',
    body: '## Situation\n\n## Synthèse\n\n- Trop court. #temps-de-consultation\n- → Allonger. #temps-de-consultation ^p1\n',
  }),
  'records/ateliers/2022-02-10-secret.md': atelier({ header: 'titre: SECRET\ndate: 2022-02-10\ndiffusion: interne' }),
  'records/projets/essai.md': projet({ header: 'convention: { interventions_max: 4, duree_intervention_h: 1.5 }' }),
  'records/contrats/financeur-2022.md': contrat(),
};

const report = (cwd: string, ...words: string[]) => runCops(['report', '--prs', '2018-2022', ...words], { cwd });

/** The cells of a table as a spreadsheet reads them. */
function readTable(folder: string, name: string): string[][] {
  const text = readFileSync(join(folder, name), 'utf8');
  expect(text.startsWith('\ufeff')).toBe(true);
  return text
    .slice(1)
    .split('\r\n')
    .slice(0, -1)
    .map((line) =>
      [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
}

async function writeTables(files: Readonly<Record<string, string>> = FILES, ...words: string[]): Promise<string> {
  const cwd = makeWorkspace(files);
  const { code, stdout, stderr } = await report(cwd, '--output', 'tables/', ...words);
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: '',
    stderr: '11 fichiers écrits dans le dossier « tables/ ».\n',
  });
  return join(cwd, 'tables');
}

describe('the folder', () => {
  test('holds a file a table, each with its French titles, and where all comes from', async () => {
    const folder = await writeTables();
    expect(readdirSync(folder)).toEqual([...TABLE_FILES].sort());
    const titles = TABLE_FILES.filter((name) => name.endsWith('.csv')).map((name) => [
      name,
      readTable(folder, name)[0]?.join(';'),
    ]);
    expect(titles).toEqual([
      ['chiffres.csv', 'section;id;libelle;valeur;base;ce_qui_est_compte'],
      ['sources.csv', 'chiffre;fiche;ligne;extrait'],
      ['fiches.csv', 'repere;id;type;titre;date;fin;sujet;situation;structure;validation;lecture;fiche'],
      ['extraits.csv', 'numero;texte;nature;themes;choisi;repere;fiche;ligne'],
      [
        'themes.csv',
        'theme;titre;recurrent;ateliers;ateliers_lus;projets;projets_lus;passages;constats;pistes;fiches_sans_passage',
      ],
      ['annees.csv', 'annee;ateliers;note'],
      ['suites.csv', 'objet;etat;par;echeance;le;extrait;repere;fiche'],
      [
        'comparaison.csv',
        'theme;titre;evolution;ateliers_alors;ateliers_lus_alors;ateliers;ateliers_lus;projets_alors;projets_lus_alors;projets;projets_lus',
      ],
      ['pistes-alors.csv', 'extrait;texte;etat;suite;par;echeance;le;repere;fiche'],
      [
        'contrats.csv',
        'contrat;titre;financeur;debut;fin;rang;indicateur;unite;prevu;realise;ecart;chiffre;source;commentaire',
      ],
    ]);
    expect(JSON.parse(readFileSync(join(folder, 'provenance.json'), 'utf8'))).toMatchObject({
      version: 1,
      selection: { prs: '2018-2022' },
    });
  });

  test('says every figure once, with its base and what it counts, as the JSON does', async () => {
    const folder = await writeTables();
    const [, ...rows] = readTable(folder, 'chiffres.csv');
    const { stdout } = await report(join(folder, '..'), '--format', 'json');
    const sections = Object.entries(
      JSON.parse(stdout).sections as Record<string, { figures: { id: string; value: number; base?: number }[] }>,
    );
    const comma = (number: number | undefined) => String(number ?? '').replace('.', ',');
    expect(rows.map(([section, id, , value, base]) => [section, id, value, base])).toEqual(
      sections.flatMap(([section, { figures }]) =>
        figures.map(({ id, value, base }) => [section, id, comma(value), comma(base)]),
      ),
    );
    expect(rows).toContainEqual([
      'themes',
      'themes.temps-de-consultation.ateliers',
      'Temps de consultation : ateliers',
      '2',
      '2',
      'Ateliers dont un passage au moins porte le thème, sur les ateliers lus en entier.',
    ]);
    expect(rows.find(([, id]) => id === 'projets.essai.heures')?.slice(3, 5)).toEqual(['4,5', '6']);
  });

  test('gives each source a line: a place with its extract, or an internal record that is not named', async () => {
    const folder = await writeTables();
    const ofTheme = readTable(folder, 'sources.csv').filter(([id]) => id === 'themes.temps-de-consultation.ateliers');
    expect(ofTheme).toEqual([
      ['themes.temps-de-consultation.ateliers', 'records/ateliers/2022-01-10-a.md', '25', '1'],
      ['themes.temps-de-consultation.ateliers', 'fiche interne ou brouillon', '', ''],
    ]);
  });

  test('lists records, extracts, suites, themes and what was promised', async () => {
    const folder = await writeTables();
    const cell = (name: string, row: number, title: string) => {
      const table = readTable(folder, name);
      return table[row]?.[table[0]?.indexOf(title) ?? -1];
    };
    expect(readTable(folder, 'fiches.csv').map(([repere, id, type]) => [repere, id, type])).toEqual([
      ['repere', 'id', 'type'],
      ['A1', '2022-01-10-a', 'atelier'],
      ['P1', 'essai', 'projet'],
      ['C1', 'financeur-2022', 'contrat'],
    ]);
    expect(cell('fiches.csv', 1, 'titre')).toBe("'=cmd|inventé");
    expect(cell('fiches.csv', 1, 'sujet')).toBe('Joindre •••••••••••••• ; ou non');
    expect(cell('extraits.csv', 2, 'texte')).toBe('Allonger.');
    expect(cell('suites.csv', 1, 'extrait')).toBe('2');
    expect(cell('suites.csv', 1, 'etat')).toBe('faite');
    expect(readTable(folder, 'themes.csv').find(([id]) => id === 'temps-de-consultation')).toEqual(
      'temps-de-consultation;Temps de consultation;non;2;2;0;1;4;2;2;0'.split(';'),
    );
    expect(cell('contrats.csv', 2, 'realise')).toBe('26');
  });

  test('has the titles alone where a table is empty', async () => {
    const folder = await writeTables({ 'records/projets/essai.md': projet({ body: '## Objectifs\n\nUn.\n' }) });
    for (const name of ['annees.csv', 'suites.csv', 'contrats.csv', 'extraits.csv'])
      expect(readTable(folder, name)).toHaveLength(1);
  });

  test('names nothing internal, or says on every row that it must not leave the centre', async () => {
    const hidden = await writeTables();
    const all = (folder: string) => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(all(hidden).join('')).not.toMatch(/secret/i);
    const shown = await writeTables(FILES, '--interne');
    expect(all(shown).join('')).toContain('SECRET');
    for (const name of TABLE_FILES.filter((one) => one.endsWith('.csv'))) {
      const [titles, ...rows] = readTable(shown, name);
      expect(titles?.at(-1)).toBe('usage');
      expect(new Set(rows.map((row) => row.at(-1)))).toEqual(new Set(rows.length > 0 ? ['interne'] : []));
    }
  });

  test('of an invented workspace says so on every row', async () => {
    const folder = await writeTables({ ...FILES, 'cops.yaml': 'exemple: true\n' });
    const [titles, first] = readTable(folder, 'chiffres.csv');
    expect([titles?.at(-1), first?.at(-1)]).toEqual(['exemple', 'fictif']);
  });

  test('is the same, byte for byte, on two runs', async () => {
    const [one, two] = [await writeTables(), await writeTables()];
    for (const name of TABLE_FILES) expect(readFileSync(join(one, name))).toEqual(readFileSync(join(two, name)));
  });

  test.skipIf(!hasOffice)(
    'opens in LibreOffice: accents, numbers with a decimal comma, formulas as texts',
    async () => {
      const folder = await writeTables();
      const open = (name: string) => {
        const parts = unzipSync(saveAs(name, readFileSync(join(folder, name)), 'xlsx', FRENCH_CSV));
        const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
        const texts = [...part('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>(.*?)<\/t><\/si>/gs)].map(
          ([, text]) => text,
        );
        const sheet = part('xl/worksheets/sheet1.xml');
        const cells = [...sheet.matchAll(/<c r="([A-Z]+)\d+"[^>]* t="(\w+)">(?:<f.*?<\/f>)?<v>(.*?)<\/v>/g)].map(
          ([, column, type, value = '']) => ({ column, value: type === 's' ? texts[Number(value)] : Number(value) }),
        );
        return { sheet, cells, texts };
      };
      const figures = open('chiffres.csv');
      const values = figures.cells.filter(({ column }) => column === 'D').map(({ value }) => value);
      expect(values[0]).toBe('valeur');
      expect(values.slice(1).every((value) => typeof value === 'number')).toBe(true);
      expect(values).toContain(4.5);
      expect(figures.texts).toContain('Rémunération des usagers : ateliers');
      const records = open('fiches.csv');
      expect(records.texts).toContain('&apos;=cmd|inventé');
      expect(records.sheet).not.toContain('<f');
    },
  );
});

describe('where it goes', () => {
  test.each([
    ['--format', 'csv'],
    ['--format', 'csv', '--output', '-'],
  ])('nowhere: a sentence says that it needs a folder: %j', async (...words) => {
    const { code, stdout, stderr } = await report(makeWorkspace(FILES), ...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('« --output tables/ »');
  });

  test('a name that ends as a file does is no folder', async () => {
    const cwd = makeWorkspace(FILES);
    const { code, stderr } = await report(cwd, '--output', 'synthese.csv');
    expect(code).toBe(2);
    expect(stderr).toContain('« --output synthese/ »');
    expect(readdirSync(cwd)).toEqual(['records']);
  });

  test('a name without « / » is a folder where the form is said, folders above it are made', async () => {
    const cwd = makeWorkspace(FILES);
    expect((await report(cwd, '--format', 'csv', '--output', 'envois/v1.2/tables')).code).toBe(0);
    expect(readdirSync(join(cwd, 'envois/v1.2'))).toEqual(['tables']);
  });

  test('an earlier output is replaced whole, with its permissions, and what a system left in it does not matter', async () => {
    const folder = await writeTables();
    const cwd = join(folder, '..');
    chmodSync(folder, 0o750);
    writeFiles(folder, { 'chiffres.csv': 'abîmé', '.DS_Store': '' });
    expect((await report(cwd, '--output', 'tables/')).code).toBe(0);
    expect(readTable(folder, 'chiffres.csv').length).toBeGreaterThan(10);
    expect(readdirSync(folder)).toEqual([...TABLE_FILES].sort());
    expect(statSync(folder).mode & 0o777).toBe(0o750);
    expect(readdirSync(cwd).sort()).toEqual(['records', 'tables']);
  });

  test.each([
    ['a file of someone', { 'notes.txt': 'Mes notes.' }, '« notes.txt »'],
    ['a table of someone', { 'themes.csv': 'a;b' }, '« themes.csv »'],
    ['a provenance that is none', { 'chiffres.csv': 'a', 'provenance.json': '{}' }, '« provenance.json »'],
    ['many files', { a: '', b: '', c: '', d: '', e: '' }, '« a », « b », « c » et 2 autres'],
  ])('a folder that holds %s is left alone', async (_, content, named) => {
    const cwd = makeWorkspace(FILES);
    writeFiles(join(cwd, 'tables'), content as Record<string, string>);
    const { code, stdout, stderr } = await report(cwd, '--output', 'tables/');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(named);
    expect(stderr).toContain('il n’a pas été touché');
    expect(readdirSync(join(cwd, 'tables'))).toEqual(Object.keys(content));
  });

  test('an output to which someone added a file is left alone', async () => {
    const folder = await writeTables();
    writeFiles(folder, { 'graphique.ods': 'à moi' });
    const { code, stderr } = await report(join(folder, '..'), '--output', 'tables/');
    expect(code).toBe(2);
    expect(stderr).toContain('« graphique.ods »');
  });

  test.each(['records/', 'records/tables/', 'schemas/', 'templates/', 'templates/tables/'])(
    'never where records, schemas and templates are: %s',
    async (output) => {
      const cwd = makeWorkspace(FILES);
      const { code, stderr } = await report(cwd, '--output', output);
      expect(code).toBe(2);
      expect(stderr).toContain('la place des fiches et des réglages');
      expect(readdirSync(cwd)).toEqual(['records']);
    },
  );

  test('never over a file, nor through a link', async () => {
    const cwd = makeWorkspace(FILES);
    writeFileSync(join(cwd, 'fichier'), 'à moi');
    symlinkSync(makeFolder(), join(cwd, 'lien'));
    for (const output of ['fichier/', 'lien/', 'fichier/tables/']) {
      const { code, stderr } = await report(cwd, '--output', output);
      expect(code).toBe(2);
      expect(stderr).toMatch(/n’est pas un dossier/);
    }
    expect(readFileSync(join(cwd, 'fichier'), 'utf8')).toBe('à moi');
  });

  test('an empty folder is filled; nothing is written where the summary is stopped', async () => {
    const cwd = makeWorkspace(FILES);
    mkdirSync(join(cwd, 'tables'));
    writeFiles(cwd, { 'records/ateliers/2022-03-01-x.md': 'sans en-tête' });
    expect((await report(cwd, '--output', 'tables/')).code).toBe(1);
    expect(readdirSync(join(cwd, 'tables'))).toEqual([]);
    expect((await report(cwd, '--output', 'tables/', '--partial')).code).toBe(0);
    expect(readdirSync(join(cwd, 'tables'))).toHaveLength(TABLE_FILES.length);
  });

  test('nothing is left where it cannot be written', async () => {
    const cwd = makeWorkspace(FILES);
    const { code, stderr } = await report(cwd, '--output', `${'d'.repeat(240)}/`);
    expect(code).toBe(2);
    expect(stderr).toContain('ce nom est trop long. Ce dossier n’a pas été écrit.');
    expect(readdirSync(cwd)).toEqual(['records']);
  });
});
