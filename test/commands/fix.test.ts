import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { atelier, projet } from '../support/fiches.ts';
import { makeFolder, makeWorkspace, runCops, writeFiles } from '../support/run-cops.ts';

const ATELIER = 'records/ateliers/2022/2022-03-14-essai.md';
const PROJET = 'records/projets/essai.md';
const FAULTY_ATELIER = atelier({ header: 'titre: Atelier : le lien # relire\nmodalite: Mixte' });
const MENDED_ATELIER = atelier({ header: 'titre: "Atelier : le lien" # relire\nmodalite: mixte' });
const FAULTY_PROJET = projet({ header: 'statut: En cours' });
const MENDED_PROJET = projet({ header: 'statut: en-cours' });

function read(root: string, file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

describe('cops check --fix', () => {
  test('mends what is certain, says what and where, then what remains', async () => {
    const cwd = makeWorkspace({ [ATELIER]: FAULTY_ATELIER, [PROJET]: `${FAULTY_PROJET}\nVoir #perenisation\n` });
    const ran = await runCops(['check', '--fix'], { cwd });
    expect(ran.code).toBe(1);
    expect(ran.stdout).toMatch(/^records\/projets\/essai\.md:\d+:6: erreur : .* \[theme-inconnu\]\n$/);
    expect(ran.stderr.split('\n').slice(0, 6)).toEqual([
      `Corrigé : ${ATELIER}`,
      '  ligne 3 : valeur mise entre guillemets droits',
      '  ligne 17 : « Mixte » devient « mixte »',
      `Corrigé : ${PROJET}`,
      '  ligne 8 : « En cours » devient « en-cours »',
      '3 corrections dans 2 fichiers.',
    ]);
    expect(ran.stderr).toMatch(/ ; 1 erreur\.\n$/);
    expect(read(cwd, ATELIER)).toBe(MENDED_ATELIER);
    expect(read(cwd, PROJET)).toBe(`${MENDED_PROJET}\nVoir #perenisation\n`);
    expect(readdirSync(dirname(join(cwd, ATELIER)))).toEqual(['2022-03-14-essai.md']);
  });

  test('run again changes no byte, and ends as a plain check does', async () => {
    const cwd = makeWorkspace({ [ATELIER]: `\uFEFF${FAULTY_ATELIER.replaceAll('\n', '\r\n')}` });
    expect(await runCops(['check', '--fix'], { cwd })).toMatchObject({ code: 0, stdout: '' });
    expect(read(cwd, ATELIER)).toBe(`\uFEFF${MENDED_ATELIER.replaceAll('\n', '\r\n')}`);
    const before = statSync(join(cwd, ATELIER)).mtimeMs;
    const again = await runCops(['check', '--fix'], { cwd });
    expect(again).toMatchObject({ code: 0, stdout: '' });
    expect(again.stderr).toMatch(/^Rien de sûr et certain à corriger\.\nVérifié : /);
    expect(statSync(join(cwd, ATELIER)).mtimeMs).toBe(before);
  });

  test('writes what is asked for alone', async () => {
    const cwd = makeWorkspace({ [ATELIER]: FAULTY_ATELIER, [PROJET]: FAULTY_PROJET });
    const ran = await runCops(['check', '--fix', 'records/projets'], { cwd });
    expect(ran).toMatchObject({ code: 0, stdout: '' });
    expect(read(cwd, ATELIER)).toBe(FAULTY_ATELIER);
    expect(read(cwd, PROJET)).toBe(MENDED_PROJET);
  });

  test('leaves cops.yaml as it is', async () => {
    const cwd = makeWorkspace({ [ATELIER]: atelier(), 'cops.yaml': 'Nom: Centre inventé\n' });
    const ran = await runCops(['check', '--fix'], { cwd });
    expect(ran.code).toBe(1);
    expect(read(cwd, 'cops.yaml')).toBe('Nom: Centre inventé\n');
  });

  test('keeps stdout for the faults, whatever their format', async () => {
    const cwd = makeWorkspace({ [ATELIER]: FAULTY_ATELIER });
    const ran = await runCops(['check', '--fix', '--format', 'json'], { cwd });
    expect(JSON.parse(ran.stdout)).toMatchObject({ version: 1, diagnostics: [] });
    expect(ran.stderr).toContain('Corrigé : ');
  });

  test('keeps who may read and write a file', async () => {
    const cwd = makeWorkspace({ [ATELIER]: FAULTY_ATELIER });
    chmodSync(join(cwd, ATELIER), 0o640);
    await runCops(['check', '--fix'], { cwd });
    expect(read(cwd, ATELIER)).toBe(MENDED_ATELIER);
    expect(statSync(join(cwd, ATELIER)).mode & 0o777).toBe(0o640);
  });

  test('says what it undid, since another fault would come', async () => {
    const text = atelier({ header: 'date: 31/05/2022' });
    const cwd = makeWorkspace({ [ATELIER]: text });
    const ran = await runCops(['check', '--fix'], { cwd });
    expect(ran.code).toBe(1);
    expect(ran.stderr.split('\n').slice(0, 3)).toEqual([
      `Non corrigé : ${ATELIER}`,
      '  ligne 4 : « 31/05/2022 » devient « 2022-05-31 » (essayé, puis défait : une autre faute apparaissait)',
      'Rien de sûr et certain à corriger.',
    ]);
    expect(read(cwd, ATELIER)).toBe(text);
  });

  test('a PRS that reads again lets what names it be mended too', async () => {
    const prs = '---\ntype: prs\ntitre: PRS : essai\ndebut: 2018\nfin: 2022\n---\n';
    const cwd = makeWorkspace({
      'records/prs/essai-prs.md': prs,
      [PROJET]: projet({ header: 'cadres:\n  - { prs: Essai-PRS }' }),
    });
    await runCops(['check', '--fix'], { cwd });
    expect(read(cwd, 'records/prs/essai-prs.md')).toBe(prs.replace('PRS : essai', '"PRS : essai"'));
    expect(read(cwd, PROJET)).toContain('{ prs: essai-prs }');
  });
});

describe('a file that may not be written is told, and the others are mended', () => {
  test('a link out of the workspace', async () => {
    const away = makeFolder();
    writeFiles(away, { 'ailleurs.md': FAULTY_ATELIER });
    const cwd = makeWorkspace({ [PROJET]: FAULTY_PROJET, 'records/ateliers/2022/.vide': '' });
    symlinkSync(join(away, 'ailleurs.md'), join(cwd, ATELIER));
    const ran = await runCops(['check', '--fix'], { cwd });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(
      `Non corrigé : « ${ATELIER} » est un lien vers un autre fichier, qui n’a pas été touché`,
    );
    expect(read(away, 'ailleurs.md')).toBe(FAULTY_ATELIER);
    expect(lstatSync(join(cwd, ATELIER)).isSymbolicLink()).toBe(true);
    expect(read(cwd, PROJET)).toBe(MENDED_PROJET);
  });

  test('a file that is read-only', async () => {
    const cwd = makeWorkspace({ [ATELIER]: FAULTY_ATELIER, [PROJET]: FAULTY_PROJET });
    chmodSync(join(cwd, ATELIER), 0o444);
    for (const folder of ['', 'records', dirname(PROJET)]) chmodSync(join(cwd, folder), 0o777);
    chmodSync(join(cwd, PROJET), 0o666);
    // File permissions do not bind root: it steps down meanwhile.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    const ran = await runCops(['check', '--fix'], { cwd }).finally(() => isRoot && process.seteuid?.(0));
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(`Non corrigé : « ${ATELIER} » est en lecture seule, et n’a pas été touché`);
    expect(read(cwd, ATELIER)).toBe(FAULTY_ATELIER);
    expect(read(cwd, PROJET)).toBe(MENDED_PROJET);
  });
});

describe('--dry-run', () => {
  test('shows each line before and after, and writes nothing', async () => {
    const cwd = makeWorkspace({ [ATELIER]: FAULTY_ATELIER });
    const ran = await runCops(['check', '--fix', '--dry-run'], { cwd });
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('[yaml-syntaxe]');
    expect(ran.stderr.split('\n').slice(0, 8)).toEqual([
      `À corriger : ${ATELIER}`,
      '  ligne 3 : valeur mise entre guillemets droits',
      '    3 - titre: Atelier : le lien # relire',
      '    3 + titre: "Atelier : le lien" # relire',
      '  ligne 17 : « Mixte » devient « mixte »',
      '    17 - modalite: Mixte',
      '    17 + modalite: mixte',
      '2 corrections à faire dans 1 fichier ; rien n’a été écrit.',
    ]);
    expect(read(cwd, ATELIER)).toBe(FAULTY_ATELIER);
  });

  test('masks personal data and what would steer a terminal', async () => {
    const cwd = makeWorkspace({ [ATELIER]: atelier({ header: 'titre: Atelier : a@exemple.fr \u001b[31m' }) });
    const ran = await runCops(['check', '--fix', '--dry-run'], { cwd, columns: 60, env: { NO_COLOR: '1' } });
    expect(ran.stderr).toContain('3 + titre: "Atelier : ••••••••••••  [31m"');
    expect(ran.stderr).not.toContain('exemple.fr');
    expect(ran.stderr).not.toContain('\u001b');
  });

  test('fits a terminal, but for the lines of the files', async () => {
    const cwd = makeWorkspace({ [ATELIER]: FAULTY_ATELIER });
    const ran = await runCops(['check', '--fix', '--dry-run'], { cwd, columns: 50, env: { NO_COLOR: '1' } });
    const long = ran.stderr.split('\n').filter((line) => stringWidth(line) > 50 && !/^ {4}\d/.test(line));
    expect(long).toEqual([]);
  });

  test('means nothing without --fix', async () => {
    const cwd = makeWorkspace({ [ATELIER]: FAULTY_ATELIER });
    const ran = await runCops(['check', '--dry-run'], { cwd });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('--dry-run montre ce que --fix corrigerait : ajoutez --fix, ou retirez --dry-run.');
  });
});
