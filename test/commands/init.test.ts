import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, runCops, writeFiles } from '../support/run-cops.ts';

/** Every file below a folder, with its text. */
function snapshot(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    files
      .filter((file) => statSync(join(root, file)).isFile())
      .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
  );
}

describe('a new workspace', { timeout: 30_000 }, () => {
  test('holds settings, grille, PRS, CI and the note on personal data, and says what comes next', async () => {
    const root = makeFolder();
    const ran = await runCops(['init'], { cwd: root });
    expect(ran.code).toBe(0);
    const files = Object.keys(snapshot(root));
    expect(ran.stdout.trim().split('\n').sort()).toEqual(files);
    for (const file of ['cops.yaml', 'LISEZMOI.md', 'DONNEES-PERSONNELLES.md', '.github/workflows/cops.yml'])
      expect(files).toContain(file);
    expect(files.filter((file) => file.startsWith('records/themes/'))).toHaveLength(15);
    expect(files.filter((file) => file.startsWith('records/prs/'))).toHaveLength(2);
    expect(files.some((file) => /ateliers|projets/.test(file))).toBe(false);
    expect(ran.stderr).toContain('cops new atelier');
    expect(ran.stderr).toContain('cops check');
    expect(readFileSync(join(root, 'DONNEES-PERSONNELLES.md'), 'utf8')).toContain('Interne par défaut');
    expect(readFileSync(join(root, '.github/workflows/cops.yml'), 'utf8')).toContain('cops check');
  });

  test('passes check, and takes a first atelier', async () => {
    const root = makeFolder();
    await runCops(['init', 'mon espace'], { cwd: root });
    const cwd = join(root, 'mon espace');
    const checked = await runCops(['check'], { cwd });
    expect(checked).toMatchObject({ code: 0, stdout: '' });
    expect(checked.stderr).toContain('15 thèmes et 2 PRS ; aucune faute');
    const required = [
      '--titre',
      'Atelier',
      '--date',
      '2022-03-14',
      '--sujet',
      'Un sujet',
      '--situation',
      'Une situation',
    ];
    expect((await runCops(['new', 'atelier', ...required], { cwd })).code).toBe(0);
    expect((await runCops(['check'], { cwd })).code).toBe(0);
  });

  test('is made in the folder named, from -C where it is given, and its name is said with care', async () => {
    const root = makeFolder();
    const ran = await runCops(['init', 'a/mon espace', '-C', root], { cwd: '/' });
    expect(ran.code).toBe(0);
    expect(existsSync(join(root, 'a/mon espace/cops.yaml'))).toBe(true);
    const here = await runCops(['init', 'mon espace'], { cwd: root });
    expect(here.stderr).toContain('cd "mon espace"');
  });

  test('--dry-run writes nothing', async () => {
    const root = makeFolder();
    const ran = await runCops(['init', 'espace', '--dry-run'], { cwd: root });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('cops.yaml\n');
    expect(ran.stderr).toMatch(/^Rien n’a été écrit/);
    expect(readdirSync(root)).toEqual([]);
  });
});

describe('nothing is replaced', () => {
  test('a second run changes nothing and says so', async () => {
    const root = makeFolder();
    await runCops(['init'], { cwd: root });
    writeFileSync(join(root, 'cops.yaml'), 'nom: Le nôtre\n');
    const before = snapshot(root);
    const ran = await runCops(['init'], { cwd: root });
    expect(ran).toMatchObject({ code: 0, stdout: '' });
    expect(ran.stderr).toMatch(/^Rien à faire : .* n’ont pas été touchés\.\n$/);
    expect(snapshot(root)).toEqual(before);
  });

  test('a file that is there is kept and named', async () => {
    const root = makeFolder();
    writeFiles(root, { 'cops.yaml': 'nom: Le nôtre\n', 'records/projets/x.md': 'à nous' });
    const ran = await runCops(['init'], { cwd: root });
    expect(ran.code).toBe(0);
    expect(ran.stdout).not.toContain('cops.yaml');
    expect(ran.stderr).toContain('Déjà là, et gardé tel quel : cops.yaml\n');
    expect(snapshot(root)).toMatchObject({ 'cops.yaml': 'nom: Le nôtre\n', 'records/projets/x.md': 'à nous' });
  });

  test.each([
    ['the folder itself', 'espace', 'espace'],
    ['a folder above', 'espace', 'espace/plus/bas'],
    ['a folder within', 'records', '.'],
  ])('a file in the place of %s is told, and nothing is written', async (_, file, folder) => {
    const root = makeFolder();
    writeFiles(root, { [file]: 'un fichier' });
    const ran = await runCops(['init', folder], { cwd: root });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('est un fichier, à la place du dossier voulu');
    expect(snapshot(root)).toEqual({ [file]: 'un fichier' });
  });

  test('a workspace is not made among the records of another', async () => {
    const root = makeFolder();
    writeFiles(root, { 'records/projets/a.md': '' });
    const ran = await runCops(['init', 'records/projets'], { cwd: root });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('est parmi les fiches de l’espace de travail');
    expect(snapshot(root)).toEqual({ 'records/projets/a.md': '' });
  });
});
