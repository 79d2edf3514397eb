import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildCops } from '../support/built-cops.ts';
import { atelier } from '../support/fiches.ts';
import { commitAll, GIT_ENV, git, hasGit, tryGitWith } from '../support/git.ts';
import { makeFolder, makeWorkspace, runCops, writeFiles } from '../support/run-cops.ts';

const GITHUB = '.github/workflows/cops.yml';
const GITLAB = '.gitlab-ci.yml';
const HOOK = '.githooks/pre-commit';
const A = 'records/ateliers/2022/2022-03-14-a.md';
const B = 'records/ateliers/2022/2022-03-14-b.md';
const FAULTY = atelier({ header: 'diffusion: partout' });

let cops: string;
beforeAll(() => {
  cops = buildCops();
});

/** Puts the program where `npm ci` would put it. */
function install(folder: string): void {
  const bin = join(folder, 'node_modules/.bin/cops');
  mkdirSync(dirname(bin), { recursive: true });
  symlinkSync(cops, bin);
  chmodSync(cops, 0o755);
  writeFiles(folder, { 'package.json': '{ "private": true }', '.gitignore': 'node_modules\n' });
}

/** A PATH on which a quick `npx` runs the program: the real one takes a second or two to start, and is tried once, below. */
function quickPath(): { PATH: string } {
  const folder = makeFolder();
  const npx = `#!/bin/sh\n[ "$1 $2" = "--no-install cops" ] || exit 9\nshift 2\nexec node "${cops}" "$@"\n`;
  writeFileSync(join(folder, 'npx'), npx, { mode: 0o755 });
  return { PATH: `${folder}:${process.env.PATH}` };
}

async function initWith(cwd: string, ...names: string[]) {
  return runCops(['init', ...names.flatMap((name) => ['--ci', name])], { cwd });
}

describe('cops init', () => {
  test('a new workspace has a sample for each; with --ci, only those named, and what is left to do', async () => {
    const root = makeFolder();
    const all = await initWith(root);
    for (const file of [GITHUB, GITLAB, HOOK]) expect(existsSync(join(root, file)), file).toBe(true);
    expect(all.stderr).not.toContain('core.hooksPath');
    const other = makeFolder();
    const ran = await initWith(other, 'gitlab', 'pre-commit', 'gitlab');
    expect([GITHUB, GITLAB, HOOK].map((file) => existsSync(join(other, file)))).toEqual([false, true, true]);
    expect(existsSync(join(other, 'cops.yaml'))).toBe(true);
    expect(ran.stderr).toMatch(
      /Vérifiez les fiches : cops check\n\nGitLab vérifiera les fiches.*\n\nPour que git vérifie.*\n {2}git config core\.hooksPath \.githooks\n$/,
    );
  });

  test('a workspace that is there takes what is named, and nothing else; a file that is there is kept', async () => {
    const root = makeWorkspace({ [GITLAB]: 'à nous' });
    const ran = await initWith(root, 'github', 'gitlab');
    expect(ran).toMatchObject({ code: 0, stdout: `${GITHUB}\n` });
    expect(ran.stderr).toContain(`Déjà là, et gardé tel quel : ${GITLAB}\n`);
    expect(readFileSync(join(root, GITLAB), 'utf8')).toBe('à nous');
    expect(existsSync(join(root, 'cops.yaml'))).toBe(false);
    expect((await initWith(root, 'gitlab')).stderr).toMatch(
      /^Rien à faire : le fichier « \.gitlab-ci\.yml » est déjà là/,
    );
  });

  test('the hook may be run', async () => {
    const root = makeWorkspace();
    await initWith(root, 'pre-commit');
    expect(statSync(join(root, HOOK)).mode & 0o111).not.toBe(0);
    expect(statSync(join(root, 'records/themes/perennisation.md')).mode & 0o111).toBe(0);
  });

  test('another name is refused, and --dry-run writes nothing', async () => {
    const root = makeWorkspace();
    const wrong = await initWith(root, 'jenkins');
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('valeurs possibles : github, gitlab, pre-commit.');
    const ran = await runCops(['init', '--ci', 'github', '--dry-run'], { cwd: root });
    expect(ran).toMatchObject({ code: 0, stdout: `${GITHUB}\n`, stderr: expect.stringMatching(/^Rien n’a été écrit/) });
    expect(existsSync(join(root, GITHUB))).toBe(false);
  });

  describe.skipIf(!hasGit)('below the top of a repository', () => {
    test('nothing is written at its top unasked; what is asked is, and knows the way to the workspace', async () => {
      const top = makeFolder();
      git(top, 'init', '-q');
      await runCops(['init', 'l’été 2022/centre'], { cwd: top });
      const root = join(top, 'l’été 2022/centre');
      expect([GITHUB, GITLAB, HOOK].some((file) => existsSync(join(root, file)) || existsSync(join(top, file)))).toBe(
        false,
      );
      const ran = await initWith(root, 'github', 'gitlab', 'pre-commit');
      expect(ran.stdout.split('\n')).toEqual([`../../${HOOK}`, `../../${GITHUB}`, `../../${GITLAB}`, '']);
      expect(parse(readFileSync(join(top, GITHUB), 'utf8')).defaults.run['working-directory']).toBe(
        'l’été 2022/centre',
      );
      expect(parse(readFileSync(join(top, GITLAB), 'utf8'))['verification-des-fiches'].variables.DOSSIER).toBe(
        'l’été 2022/centre',
      );
      expect(readFileSync(join(top, HOOK), 'utf8')).toContain('\ncd "l’été 2022/centre" || exit 1\n');
      expect(statSync(join(top, HOOK)).mode & 0o111).not.toBe(0);
    });

    test('a name that the files cannot carry is refused', async () => {
      const top = makeFolder();
      git(top, 'init', '-q');
      mkdirSync(join(top, 'le $HOME'));
      const ran = await initWith(join(top, 'le $HOME'), 'github');
      expect(ran).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr).toContain('« le $HOME » contient un signe');
    });
  });
});

interface Step {
  readonly run?: string;
  readonly uses?: string;
}

/** Runs a line as a forge does: it stops at the first command that fails. */
function runLines(lines: readonly string[], cwd: string, env: Record<string, string>) {
  const script = lines.filter((line) => line !== 'npm ci').join('\n');
  return spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
    cwd,
    env: { ...GIT_ENV, ...quickPath(), ...env },
    encoding: 'utf8',
  });
}

describe.skipIf(!hasGit)('what the samples run', { timeout: 60_000 }, () => {
  async function makeRepository(): Promise<string> {
    const root = makeWorkspace({ [A]: atelier() });
    install(root);
    await initWith(root, 'github', 'gitlab');
    commitAll(root);
    git(root, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
    return root;
  }

  test('GitHub: passes on sound records, fails on faulty ones, and shows those that the pull request changes', async () => {
    const root = await makeRepository();
    const { jobs, permissions } = parse(readFileSync(join(root, GITHUB), 'utf8'));
    expect(permissions).toEqual({ contents: 'read' });
    const steps: Step[] = jobs.verification.steps;
    const [changed = '', all = ''] = steps.flatMap(({ run }) => (run && run !== 'npm ci' ? [run] : []));
    const env = { GITHUB_BASE_REF: 'main', GITHUB_WORKSPACE: root };
    expect(runLines([changed], root, env)).toMatchObject({ status: 0, stdout: '' });
    expect(runLines([all], root, env)).toMatchObject({ status: 0, stdout: '' });
    writeFiles(root, { [A]: FAULTY });
    commitAll(root);
    const shown = runLines([changed], root, env);
    expect(shown).toMatchObject({ status: 1 });
    expect(shown.stdout).toMatch(new RegExp(`^::error file=${A},`));
    expect(runLines([all], root, env)).toMatchObject({ status: 1 });
  });

  test('GitHub: the file of alerts is written in spite of faults, and is sent under the one right that it needs', async () => {
    const root = await makeRepository();
    writeFiles(root, { [A]: FAULTY });
    const { alertes } = parse(readFileSync(join(root, GITHUB), 'utf8')).jobs;
    const [line = ''] = alertes.steps.flatMap(({ run }: Step) => (run?.includes('cops') ? [run] : []));
    expect(runLines([line], root, { GITHUB_WORKSPACE: root })).toMatchObject({ status: 0 });
    const sent = alertes.steps.find(({ uses }: Step) => uses?.startsWith('github/codeql-action/upload-sarif@'));
    expect(JSON.parse(readFileSync(join(root, sent.with.sarif_file), 'utf8')).runs[0].results).toHaveLength(1);
    expect(alertes.permissions).toEqual({ contents: 'read', 'security-events': 'write' });
  });

  test('GitLab: both reports are written, and the job fails on faulty records alone', async () => {
    const root = await makeRepository();
    const job = parse(readFileSync(join(root, GITLAB), 'utf8'))['verification-des-fiches'];
    const env = { CI_PROJECT_DIR: root, DOSSIER: job.variables.DOSSIER };
    const { codequality, junit } = job.artifacts.reports;
    expect(runLines(job.script, root, env)).toMatchObject({ status: 0 });
    expect(readFileSync(join(root, codequality), 'utf8')).toBe('[]\n');
    writeFiles(root, { [A]: FAULTY });
    expect(runLines(job.script, root, env)).toMatchObject({ status: 1 });
    expect(JSON.parse(readFileSync(join(root, codequality), 'utf8'))).toHaveLength(1);
    expect(readFileSync(join(root, junit), 'utf8')).toContain('failures="1"');
    expect(job).toMatchObject({ variables: { GIT_DEPTH: '0' }, artifacts: { when: 'always' } });
  });

  test('both read the whole history, and no secret', () => {
    const texts = [`templates/ci/github/${GITHUB}`, `templates/ci/gitlab/${GITLAB}`].map((path) =>
      readFileSync(path, 'utf8'),
    );
    expect(texts[0]?.match(/actions\/checkout@/g)).toHaveLength(2);
    expect(texts[0]?.match(/fetch-depth: 0/g)).toHaveLength(2);
    for (const text of texts) expect(text).not.toMatch(/secrets\.|\btoken\b/i);
  });
});

describe.skipIf(!hasGit)('the hook of git', { timeout: 60_000 }, () => {
  async function makeRepository(prefix = ''): Promise<{ top: string; root: string }> {
    const top = makeFolder();
    const root = join(top, prefix);
    writeFiles(root, { 'cops.yaml': '', [A]: atelier({ body: '## Situation\n\n## Synthèse\n\n- Un constat.\n' }) });
    writeFiles(root, { 'records/prs/2018-2022.md': readFileSync('records/prs/2018-2022.md', 'utf8') });
    install(root);
    git(top, 'init', '-q', '-b', 'main');
    const ran = await initWith(root, 'pre-commit');
    const line = /^ {2}git (config .*)$/m.exec(ran.stderr)?.[1] ?? '';
    git(top, ...line.split(' '));
    return { top, root };
  }

  const commitWith = (env: Record<string, string>, folder: string, ...words: string[]) =>
    tryGitWith(env, folder, 'commit', '-qm', 'Un essai', ...words);
  const commit = (folder: string, ...words: string[]) => commitWith({}, folder, ...words);

  test.each([
    ['at the top', '', false],
    ['in a folder', 'notre centre', true],
  ])('refuses a commit on an error, and lets a sound one pass: %s', async (_, prefix, isQuick) => {
    const { top, root } = await makeRepository(prefix);
    const env = isQuick ? quickPath() : {};
    const commit = (folder: string, ...words: string[]) => commitWith(env, folder, ...words);
    git(top, 'add', '-A');
    expect(commit(top)).toMatchObject({ status: 0 });
    writeFiles(root, { [B]: FAULTY });
    git(top, 'add', '-A');
    const refused = commit(top);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain(`${B}:`);
    expect(refused.stderr).toContain('Le commit n’est pas fait : corrigez ce qui précède');
    expect(git(top, 'log', '--oneline').trim().split('\n')).toHaveLength(1);
    expect(commit(top, '--no-verify')).toMatchObject({ status: 0 });
  });

  test('sees what `git commit -a` and `git commit FILE` take, and what another working tree holds', async () => {
    const { top } = await makeRepository();
    const path = quickPath();
    const commit = (folder: string, ...words: string[]) => commitWith(path, folder, ...words);
    git(top, 'add', '-A');
    expect(commit(top)).toMatchObject({ status: 0 });
    const faulty = readFileSync(join(top, A), 'utf8').replace('partageable', 'partout');
    writeFileSync(join(top, A), faulty);
    expect(commit(top, '-a')).toMatchObject({ status: 1 });
    expect(commit(top, A)).toMatchObject({ status: 1 });
    git(top, 'checkout', '-q', '--', A);
    const beside = join(makeFolder(), 'copie');
    git(top, 'worktree', 'add', '-q', '-b', 'autre', beside);
    install(beside);
    writeFileSync(join(beside, A), faulty);
    expect(commit(beside, '-a')).toMatchObject({ status: 1, stderr: expect.stringContaining(`${A}:`) });
    writeFileSync(join(beside, A), faulty.replace('partout', 'interne'));
    expect(commit(beside, '-a')).toMatchObject({ status: 0 });
  });

  test('says that cops is missing, where it is', async () => {
    const top = makeFolder();
    writeFiles(top, { 'cops.yaml': '', 'package.json': '{ "private": true }' });
    git(top, 'init', '-q');
    await initWith(top, 'pre-commit');
    git(top, 'config', 'core.hooksPath', '.githooks');
    git(top, 'add', '-A');
    expect(commit(top)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('« cops » n’est pas installé ici'),
    });
  });
});
