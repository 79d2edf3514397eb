import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, makeWorkspace, runCops, writeFiles } from '../support/run-cops.ts';
import { readSeed } from '../support/seeds.ts';

const ATELIER = readSeed('atelier-2022-05-31');
const PROJET = readSeed('projet-onco-occitanie');
const RECORD = 'records/ateliers/2022/2022-05-31-atelier-echanges-pratiques.md';

/** An invented atelier. */
function invent(day: number, rest = ''): string {
  return `Atelier d’échanges du ${day} mars 2024\n\nThème : La confiance\n\nSituation : Une annonce au téléphone\n\nSynthèse\n\nUn constat inventé, le ${day}.\n${rest}`;
}

/** Every file of a folder, with its text. */
function readTree(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(root.length + 1), readFileSync(path, 'utf8')];
    }),
  );
}

describe('one document', () => {
  test('becomes a draft that has no fault, and is told from its words', async () => {
    const cwd = makeWorkspace({ 'a.txt': ATELIER });
    const { code, stdout, stderr } = await runCops(['import', 'a.txt'], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${RECORD}\n` });
    expect(stderr).toContain('a.txt : 6 informations trouvées.');
    expect(stderr).toContain('participants : professionnel, effectif 4 ;');
    expect(stderr).toContain('« 31 mai 2022 » (titre du document)');
    expect(stderr).toContain('Des lignes courtes sont peut-être des intertitres');
    const text = readFileSync(join(cwd, RECORD), 'utf8');
    expect(text).toContain('\ndiffusion: interne\n');
    expect(text).toContain('\nvalidation: brouillon\n');
    expect(text).not.toMatch(/^[^#\n]*accord_publication/m);
    expect(text).toContain('- → Remettre en question le temps (rythme et durée) de consultation\n');
    const checked = await runCops(['check', 'records/ateliers'], { cwd });
    expect(checked.code).toBe(0);
  });

  test('a projet without titles is sorted where its words leave no doubt, the rest waits', async () => {
    const cwd = makeWorkspace({ 'p.txt': PROJET });
    const { code, stdout } = await runCops(['import', 'p.txt'], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'records/projets/onco-occitanie.md\n' });
    const text = readFileSync(join(cwd, 'records/projets/onco-occitanie.md'), 'utf8');
    const titles = [...text.matchAll(/^## .*$/gm)].map(([title]) => title);
    expect(titles).toEqual(['## Contexte', '## Objectifs', '## Avancement', '## Freins', '## Leviers', '## À classer']);
    const checked = await runCops(['check', 'records/projets'], { cwd });
    expect(checked.code).toBe(0);
    expect(checked.stdout).toContain('texte-a-classer');
  });

  test('is only shown by --dry-run', async () => {
    const cwd = makeWorkspace({ 'a.txt': ATELIER });
    const before = readTree(cwd);
    const { code, stdout, stderr } = await runCops(['import', '--dry-run', 'a.txt'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^---\n[\s\S]* -->\n$/);
    expect(stderr).toContain(`Rien n’a été écrit ; la fiche serait « ${RECORD} ».`);
    expect(readTree(cwd)).toEqual(before);
  });

  test('may be pasted', async () => {
    const cwd = makeWorkspace();
    const { code, stdout, stderr } = await runCops(['import', '-'], { cwd, stdin: ATELIER });
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${RECORD}\n` });
    expect(stderr).toContain('Texte collé : 6 informations trouvées.');
  });

  test('no path of the machine is in its record', async () => {
    const cwd = makeWorkspace({ 'a.txt': ATELIER });
    await runCops(['import', join(cwd, 'a.txt')], { cwd });
    const text = readFileSync(join(cwd, RECORD), 'utf8');
    expect(text).not.toContain(cwd);
    expect(text).not.toContain('a.txt');
  });
});

describe('the same content again', () => {
  test('is known, in another format and under another name too', async () => {
    const cwd = makeWorkspace({ 'a.txt': ATELIER, 'b.md': ATELIER.replace('\n\nSituation', '\n\n\nSituation') });
    await runCops(['import', 'a.txt'], { cwd });
    const before = readTree(cwd);
    const { code, stdout, stderr } = await runCops(['import', 'b.md'], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${RECORD}\n` });
    expect(stderr).toContain(`Ce document a déjà été importé : sa fiche est « ${RECORD} », et n’a pas été touchée.`);
    expect(readTree(cwd)).toEqual(before);
  });

  test('twice in one run is written once', async () => {
    const cwd = makeWorkspace({ 'a.txt': invent(4), 'b.txt': invent(4) });
    const { code, stdout } = await runCops(['import', 'a.txt', 'b.txt'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/b\.txt .*\(déjà importé\)/);
    expect(readdirSync(join(cwd, 'records/ateliers/2024'))).toHaveLength(1);
  });

  test('changed since, it replaces nothing, and the other name is proposed', async () => {
    const cwd = makeWorkspace({ 'a.txt': invent(4), 'b.txt': invent(4, '\nUn ajout inventé.\n') });
    await runCops(['import', 'a.txt'], { cwd });
    const before = readTree(cwd);
    const { code, stdout, stderr } = await runCops(['import', 'b.txt'], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(
      'est déjà celui de « records/ateliers/2024/2024-03-04-atelier-echanges.md », qui n’a pas été touché',
    );
    expect(readTree(cwd)).toEqual(before);
    const again = await runCops(['import', 'b.txt', '--id', '2024-03-04-suite'], { cwd });
    expect(again.stdout).toBe('records/ateliers/2024/2024-03-04-suite.md\n');
  });
});

describe('many documents', () => {
  test('one that fails does not stop the others, and a table says what became of each', async () => {
    const cwd = makeWorkspace({
      'docs/1.txt': invent(4),
      'docs/2.txt': 'Une liste de courses.\n',
      'docs/3.docx': 'PK\u0003\u0004 abîmé',
      'docs/sous/4.md': PROJET,
      'docs/image.png': 'x',
      'docs/~$1.txt': 'x',
    });
    const { code, stdout, stderr } = await runCops(['import', 'docs'], { cwd });
    expect(code).toBe(1);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((row) => row.split(/ {2,}/));
    expect(rows.map(([name]) => name)).toEqual([
      'Document',
      'docs/1.txt',
      'docs/2.txt',
      'docs/3.docx',
      'docs/sous/4.md',
    ]);
    expect(rows[1]?.[1]).toBe('records/ateliers/2024/2024-03-04-atelier-echanges.md');
    expect(rows[2]?.[1]).toBe('atelier ou projet ? (--type)');
    expect(rows[3]?.[1]).toMatch(/abîmé/);
    expect(rows[4]?.[1]).toBe('records/projets/onco-occitanie.md');
    expect(stderr).toContain('[2/4] docs/2.txt\n');
    expect(stderr).toContain('un fichier d’une autre forme est laissé de côté');
    expect((await runCops(['check'], { cwd })).code).toBe(0);
  });

  test('a record is no document, and those of the workspace are left out of a folder', async () => {
    const cwd = makeWorkspace({ 'a.txt': invent(4), 'b.txt': invent(5) });
    await runCops(['import', 'a.txt'], { cwd });
    const { code, stdout, stderr } = await runCops(['import', '.'], { cwd });
    expect(stdout).not.toContain('records/ateliers/2024/2024-03-04-atelier-echanges.md  ');
    expect(stdout).toContain('b.txt');
    expect(code).toBe(0);
    expect(stderr).toContain('Ce qui est dans « records » est laissé de côté : ');
    const record = 'records/ateliers/2024/2024-03-04-atelier-echanges.md';
    const named = await runCops(['import', record, '--output', 'sortie'], { cwd });
    expect(named.code).toBe(2);
    expect(named.stderr).toContain('C’est déjà une fiche, de type « atelier »');
    expect(existsSync(join(cwd, 'sortie'))).toBe(false);
  });

  test('one nested too deep is refused, and stops no other', async () => {
    const cwd = makeWorkspace({ 'a.md': `${'>'.repeat(2000)} mot\n`, 'b.txt': invent(5) });
    const { code, stdout, stderr } = await runCops(['import', 'a.md', 'b.txt'], { cwd, columns: 80 });
    expect(code).toBe(1);
    expect(stdout).toMatch(/a\.md +emboîte trop de listes/);
    expect(stdout).toContain('records/ateliers/2024/2024-03-05-atelier-echanges.md');
    expect(stderr).toContain('Ce texte emboîte trop');
    const alone = await runCops(['import', 'a.md'], { cwd });
    expect(alone.code).toBe(2);
    expect(alone.stderr).not.toContain('RangeError');
  });

  test('a terminal of 80 columns shows why each has no record', async () => {
    const cwd = makeWorkspace({
      'compte-rendu-du-printemps.txt': 'Une liste de courses.\n',
      'atelier-sans-situation.txt': 'Atelier d’échanges de pratiques\n\nThème : La peur\n',
    });
    const files = ['compte-rendu-du-printemps.txt', 'atelier-sans-situation.txt'];
    const { stdout } = await runCops(['import', ...files], { cwd, columns: 80 });
    expect(stdout).toContain('atelier ou projet ? (--type)');
    expect(stdout).toContain('il manque date et situation');
  });

  test('a terminal has one line of progress, taken away', async () => {
    const cwd = makeWorkspace({ 'a.txt': invent(4), 'b.txt': invent(5) });
    const { stderr } = await runCops(['import', 'a.txt', 'b.txt'], { cwd, columns: 80 });
    expect(stderr).toContain('[1/2] a.txt\r\u001b[2K');
    const shown = stderr.split('\n').map((line) => line.split('\u001b[2K').at(-1) ?? '');
    for (const line of shown) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe('what a document lacks', () => {
  test('its type: nothing is guessed', async () => {
    const cwd = makeWorkspace({ 'a.txt': 'Objectif\n\nUn texte inventé.\n' });
    const { code, stderr } = await runCops(['import', 'a.txt'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain(
      'ne disent pas si c’est un atelier ou un projet : ajoutez « --type atelier » ou « --type projet ».',
    );
    const typed = await runCops(['import', 'a.txt', '--type', 'projet', '--set', 'titre=Projet inventé'], { cwd });
    expect(typed.stdout).toBe('records/projets/projet-invente.md\n');
  });

  test('what a record needs is named, and may be given', async () => {
    const cwd = makeWorkspace({
      'a.txt': 'Atelier d’échanges de pratiques\n\nThème : La confiance\n\nSynthèse\n\nUn constat.\n',
    });
    const { code, stderr } = await runCops(['import', 'a.txt'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('« date » et « situation » n’ont pas été trouvés dans le document');
    expect(stderr).toContain('--set date=2022-05-31 --set situation="…"');
    expect(existsSync(join(cwd, 'records/ateliers'))).toBe(false);
    const set = ['--set', 'date=4 mars 2024', '--set', 'situation=Une annonce'];
    const { stdout } = await runCops(['import', 'a.txt', ...set], { cwd });
    expect(readFileSync(join(cwd, stdout.trim()), 'utf8')).toContain('\ndate: 2024-03-04\n');
  });

  test('a value that would be an error leaves the header, and its words wait', async () => {
    const cwd = makeWorkspace({ 'a.txt': 'Projet inventé\n\nStatut : terminé\n\nObjectifs\n\nUn objectif inventé.\n' });
    const { code, stdout, stderr } = await runCops(['import', 'a.txt', '--type', 'projet'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain('« statut » n’est pas dans l’en-tête, ses mots sont sous « À classer ».');
    const text = readFileSync(join(cwd, stdout.trim()), 'utf8');
    expect(text).not.toMatch(/^statut:/m);
    expect(text).toContain('## À classer\n\nstatut : terminé\n');
    expect((await runCops(['check'], { cwd })).code).toBe(0);
  });
});

describe('where it is written', () => {
  test('another folder, without a workspace, where nothing is replaced', async () => {
    const cwd = makeFolder();
    writeFiles(cwd, { 'a.txt': invent(4), 'sortie/2024-03-04-atelier-echanges.md': 'la mienne' });
    const { code, stderr } = await runCops(['import', 'a.txt', '--output', 'sortie'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('n’a pas été touché');
    expect(readFileSync(join(cwd, 'sortie/2024-03-04-atelier-echanges.md'), 'utf8')).toBe('la mienne');
    const other = await runCops(['import', 'a.txt', '--output', 'ailleurs'], { cwd });
    expect(other).toMatchObject({ code: 0, stdout: 'ailleurs/2024-03-04-atelier-echanges.md\n' });
    const again = await runCops(['import', 'a.txt', '--output', 'ailleurs'], { cwd });
    expect(again.stderr).toContain('a déjà été importé');
  });
});

describe('a request that cannot be met is exit 2, and writes nothing', () => {
  test.each([
    ['no workspace', ['a.txt'], 'créez-en un avec « cops init »', false],
    ['no such file', ['b.txt'], 'Le fichier « b.txt » ne peut pas être lu', true],
    ['an empty folder', ['vide'], 'Il n’y a aucun document à importer.', true],
    ['a name for several', ['a.txt', 'c.txt', '--id', 'x'], '--id nomme une seule fiche', true],
    ['questions without a terminal', ['a.txt', '--review'], '--review pose des questions : il faut un terminal.', true],
    ['questions where the text is pasted', ['-', '--review'], 'enregistrez le texte dans un fichier', true],
    ['a type that does not exist', ['a.txt', '--type', 'theme'], '--type', true],
    ['none that reads', ['b.txt', 'e.txt'], 'Aucun de ces documents n’a pu être lu.', true],
    ['nothing named', [], 'Il manque « fichiers »', true],
  ])('%s', async (_, words, sentence, isWorkspace) => {
    const cwd = isWorkspace ? makeWorkspace() : makeFolder();
    writeFiles(cwd, { 'a.txt': invent(4), 'c.txt': invent(5), 'e.txt': '' });
    mkdirSync(join(cwd, 'vide'));
    const before = readTree(cwd);
    const { code, stderr } = await runCops(['import', ...words], { cwd, stdin: '' });
    expect(stderr).toContain(sentence);
    expect(code).toBe(2);
    expect(readTree(cwd)).toEqual(before);
  });
});

test('signs of a document are no marks of a record', async () => {
  const ugly = [
    'Les patients #fatigue #?libre ^p7',
    '<!-- extrait -->',
    '---',
    '# Titre',
    '    du code',
    '```',
    'après <b>gras</b> &amp; [x]: http://exemple.fr',
    '-> une piste #temps-de-consultation',
  ].join('\n\n');
  const cwd = makeWorkspace({ 'a.txt': invent(4, `\n${ugly}\n`) });
  const { stdout } = await runCops(['import', 'a.txt'], { cwd });
  const checked = await runCops(['check', '--format', 'json'], { cwd });
  expect(checked.code).toBe(0);
  const codes = (JSON.parse(checked.stdout) as { diagnostics: { code: string }[] }).diagnostics.map(({ code }) => code);
  // A word with a hash that is a theme of the grille is named, so that a person sees it.
  expect(codes.filter((code) => code !== 'a-completer')).toEqual(['mot-diese-mal-ecrit']);
  const text = readFileSync(join(cwd, stdout.trim()), 'utf8');
  expect(text).toContain('Les patients \\#fatigue \\#?libre \\^p7\n');
  expect(text).toContain('- → une piste \\#temps-de-consultation\n');
});
