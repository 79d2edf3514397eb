import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atelier } from '../support/fiches.ts';
import { commitAll, git, hasGit } from '../support/git.ts';
import { makeFolder, makeWorkspace, type Ran, runCops, writeFiles } from '../support/run-cops.ts';

const A = 'records/ateliers/2022/2022-03-14-a.md';
const B = 'records/ateliers/2022/2022-03-14-b.md';
const C = 'records/ateliers/2022/2022-03-14-c.md';
const FAULTY = atelier({ header: 'diffusion: partout' });
const SOUND = atelier({ body: '## Situation\n\n## Synthèse\n\n- Un constat inventé. #essai\n' });
const THEME = 'records/themes/essai.md';
const DEFINED = '---\ntype: theme\ntitre: Essai\ndefinition: Une définition inventée.\n---\n';

const checkChanged = (cwd: string, ...words: string[]): Promise<Ran> =>
  runCops(['check', '--changed', ...words], { cwd });

/** The files of which a fault is shown. */
const filesIn = ({ stdout }: Ran) => [
  ...new Set([...stdout.matchAll(/^([^:\n]+):\d+:\d+: /gm)].map(([, file]) => file)),
];

describe.skipIf(!hasGit)('--changed', () => {
  test('shows what is staged, unstaged and untracked, and says how many faults stand elsewhere', async () => {
    const cwd = makeWorkspace({ [A]: FAULTY, [B]: atelier(), [C]: atelier() });
    commitAll(cwd);
    writeFiles(cwd, { [B]: FAULTY, [C]: FAULTY, 'records/projets/neuf.md': 'rien' });
    git(cwd, 'add', C);
    const ran = await checkChanged(cwd);
    expect(ran.code).toBe(1);
    expect(filesIn(ran)).toEqual([B, C, 'records/projets/neuf.md']);
    expect(ran.stderr).toMatch(
      /^Vérifié, parmi ce qui a changé depuis le dernier commit : 2 ateliers, 1 projet, 0 thème et 0 PRS ; \d erreurs\b.*\.\n/,
    );
    expect(ran.stderr).toMatch(
      /\n1 faute dans d’autres fichiers n’est pas montrée, car ils n’ont pas changé : sans --changed, « cops check » dit tout\.\n$/,
    );
  });

  test('what is staged and then taken back on disk is still shown', async () => {
    const cwd = makeWorkspace({ [A]: FAULTY });
    commitAll(cwd);
    writeFiles(cwd, { [A]: atelier() });
    git(cwd, 'add', A);
    writeFiles(cwd, { [A]: FAULTY });
    expect(filesIn(await checkChanged(cwd))).toEqual([A]);
  });

  test('where no record changed, says so and ends with 0, in every format', async () => {
    const cwd = makeWorkspace({ [A]: FAULTY });
    commitAll(cwd);
    const ran = await checkChanged(cwd);
    expect(ran).toMatchObject({ code: 0, stdout: '' });
    expect(ran.stderr).toMatch(
      /^Aucune fiche modifiée ni ajoutée depuis le dernier commit ; aucune faute\.\n1 faute dans/,
    );
    for (const format of ['json', 'github', 'gitlab', 'sarif', 'junit'])
      expect(await runCops(['check', '--changed', '--format', format], { cwd })).toMatchObject({ code: 0 });
    expect((await checkChanged(cwd, '--format', 'gitlab')).stdout).toBe('[]\n');
  });

  test('names with spaces and accents are found; a record moved is shown at its new place, one removed is not', async () => {
    const cwd = makeWorkspace({ [A]: FAULTY, [B]: atelier(), 'records/ateliers/2022/é à.md': atelier() });
    commitAll(cwd);
    renameSync(join(cwd, A), join(cwd, 'records/ateliers/2022/œuvre "du" 3.md'));
    rmSync(join(cwd, B));
    writeFiles(cwd, { 'records/ateliers/2022/é à.md': FAULTY });
    const shown = ['records/ateliers/2022/é à.md', 'records/ateliers/2022/œuvre "du" 3.md'];
    expect(filesIn(await checkChanged(cwd))).toEqual(shown);
    git(cwd, 'add', '-A');
    expect(filesIn(await checkChanged(cwd))).toEqual(shown);
  });

  test('a theme that is removed leaves faults in records that did not change: they are counted, not shown', async () => {
    const cwd = makeWorkspace({ [A]: SOUND, [B]: atelier(), [THEME]: DEFINED });
    commitAll(cwd);
    rmSync(join(cwd, THEME));
    const ran = await checkChanged(cwd);
    expect(ran).toMatchObject({ code: 0, stdout: '' });
    expect(ran.stderr).toContain('1 faute dans d’autres fichiers n’est pas montrée');
    expect((await runCops(['check'], { cwd })).code).toBe(1);
  });

  test('a changed record is held against all the others', async () => {
    const cwd = makeWorkspace({ [A]: atelier(), [THEME]: DEFINED });
    commitAll(cwd);
    writeFiles(cwd, { [A]: SOUND });
    expect(await checkChanged(cwd)).toMatchObject({ code: 0, stdout: '' });
  });

  test('in a workspace below the top of its repository, what changed elsewhere counts for nothing', async () => {
    const top = makeFolder();
    const cwd = join(top, 'notre centre');
    writeFiles(top, { 'autre.txt': 'a', [`notre centre/${A}`]: atelier(), [`notre centre/${B}`]: atelier() });
    commitAll(top);
    writeFiles(top, { 'autre.txt': 'b', [`notre centre/${A}`]: FAULTY });
    expect(filesIn(await checkChanged(cwd))).toEqual([A]);
    expect(filesIn(await runCops(['check', '-C', 'notre centre', '--changed'], { cwd: top }))).toEqual([A]);
  });

  test('before the first commit, everything is new; what git ignores is not', async () => {
    const cwd = makeWorkspace({ [A]: FAULTY, [B]: FAULTY, '.gitignore': '*-b.md\n' });
    git(cwd, 'init', '-q');
    git(cwd, 'add', 'records/themes');
    const ran = await checkChanged(cwd);
    expect(filesIn(ran)).toEqual([A]);
    expect(ran.stderr).toContain('1 atelier, 0 projet, 15 thèmes et 2 PRS');
  });

  describe('with a version', () => {
    function branched(): string {
      const cwd = makeWorkspace({ [A]: atelier(), [B]: atelier(), [C]: atelier() });
      commitAll(cwd);
      git(cwd, 'switch', '-qc', 'fiches/neuves');
      writeFiles(cwd, { [A]: FAULTY });
      commitAll(cwd);
      git(cwd, 'switch', '-q', 'main');
      writeFiles(cwd, { [B]: FAULTY });
      commitAll(cwd);
      git(cwd, 'switch', '-q', 'fiches/neuves');
      return cwd;
    }

    test('shows what changed since the branch left it, committed or not, and nothing of what came to it since', async () => {
      const cwd = branched();
      expect(filesIn(await checkChanged(cwd, 'main'))).toEqual([A]);
      writeFiles(cwd, { [C]: FAULTY });
      const ran = await checkChanged(cwd, 'main');
      expect(filesIn(ran)).toEqual([A, C]);
      expect(ran.stderr).toMatch(/^Vérifié, parmi ce qui a changé depuis « main » : 2 ateliers/);
      expect(filesIn(await checkChanged(cwd))).toEqual([C]);
    });

    test('and with paths, both choose; a path right behind the option is a path', async () => {
      const cwd = branched();
      writeFiles(cwd, { [C]: FAULTY });
      expect(filesIn(await runCops(['check', C, '--changed=main'], { cwd }))).toEqual([C]);
      expect(filesIn(await checkChanged(cwd, 'main', A))).toEqual([A]);
      expect(filesIn(await checkChanged(cwd, A, C))).toEqual([C]);
      expect(filesIn(await checkChanged(cwd, 'records/ateliers'))).toEqual([C]);
      expect((await checkChanged(cwd, B)).stderr).toMatch(
        /^Aucune fiche modifiée ni ajoutée depuis le dernier commit ;/,
      );
    });

    test.each(['origin/main', 'fiche/neuves', '-x', 'main..HEAD', ''])(
      'that git does not know is refused: « %s »',
      async (name) => {
        const ran = await runCops(['check', `--changed=${name}`], { cwd: branched() });
        expect(ran).toMatchObject({ code: 2, stdout: '' });
        expect(ran.stderr).toContain(`git ne connaît pas la version « ${name} »`);
        expect(ran.stderr).toContain('fetch-depth: 0');
        if (name === 'origin/main') expect(ran.stderr).toContain('« git fetch origin main »');
      },
    );

    test('that has nothing in common with the current one is refused, as in a copy without its history', async () => {
      const cwd = branched();
      const copy = makeFolder();
      git(copy, 'clone', '-q', '--depth', '1', '--no-single-branch', `file://${cwd}`, 'copie');
      const ran = await checkChanged(join(copy, 'copie'), 'origin/main');
      expect(ran).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr).toContain('aucun point commun entre « origin/main » et la version actuelle');
      expect(ran.stderr).toContain('git fetch --unshallow');
    });
  });
});

test('--changed without a repository says what it needs', async () => {
  const ran = await checkChanged(makeWorkspace({ [A]: FAULTY }));
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toContain('n’est pas dans un dépôt git, ou git n’est pas installé');
});

describe('--strict', () => {
  const WARNED = atelier({ header: 'lieu:' });

  test('a warning ends with 1, and is said as it was', async () => {
    const cwd = makeWorkspace({ [A]: WARNED });
    const ran = await runCops(['check', '--strict'], { cwd });
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain(': avertissement : ');
    expect(ran.stderr).toMatch(/ ; 1 avertissement, qui compte comme une erreur \(--strict\)\.\n$/);
    expect(await runCops(['check'], { cwd })).toMatchObject({ code: 0, stdout: ran.stdout });
  });

  test('several, beside an error', async () => {
    const cwd = makeWorkspace({ [A]: atelier({ header: 'lieu:\nduree_min:\ndiffusion: a' }) });
    const { stderr } = await runCops(['check', '--strict'], { cwd });
    expect(stderr).toMatch(/ ; 1 erreur et 2 avertissements, qui comptent comme des erreurs \(--strict\)\.\n$/);
  });

  test('without a warning, it changes nothing', async () => {
    const cwd = makeWorkspace({ [A]: atelier() });
    expect(await runCops(['check', '--strict'], { cwd })).toEqual(await runCops(['check'], { cwd }));
  });
});
