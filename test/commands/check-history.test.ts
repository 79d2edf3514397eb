import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { atelier } from '../support/fiches.ts';
import { makeWorkspace, runCops, writeFiles } from '../support/run-cops.ts';

const hasGit = spawnSync('git', ['--version']).status === 0;

const THEME = 'records/themes/essai.md';
const ATELIER = 'records/ateliers/2022/2022-03-14-essai.md';
const READ_IN_2022 = atelier({
  header: 'codage: { etat: complet, le: 2022-06-02 }',
  body: '## Situation\n\n## Synthèse\n\n- Un constat inventé. #essai\n',
});

function theme(definition: string, more = ''): string {
  return `---\ntype: theme\ntitre: Essai\ndefinition: ${definition}\n${more}---\n`;
}

/** Commits all of a workspace as of a day, with nothing of the settings of whoever runs the tests. */
function commit(root: string, day: string): void {
  const date = `${day}T12:00:00Z`;
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
  };
  const who = ['-c', 'user.name=Essai', '-c', 'user.email=essai@exemple.invalid', '-c', 'commit.gpgsign=false'];
  for (const words of [
    ['init', '-q'],
    ['add', '-A'],
    [...who, 'commit', '-qm', `Le ${day}`],
  ])
    expect(spawnSync('git', ['-C', root, ...words], { env, encoding: 'utf8' })).toMatchObject({ status: 0 });
}

describe.skipIf(!hasGit)('the history of git says when a definition changed', () => {
  test('after the reading: the record is to be read again', async () => {
    const root = makeWorkspace({ [THEME]: theme('La première.'), [ATELIER]: READ_IN_2022 });
    commit(root, '2022-01-10');
    writeFiles(root, { [THEME]: theme('La seconde.') });
    commit(root, '2024-03-12');
    writeFiles(root, { [THEME]: theme('La seconde.', 'indices: [un indice]\n') });
    commit(root, '2025-01-01');
    const { stdout, stderr } = await runCops(['check'], { cwd: root });
    expect(stdout).toContain('[codage-ancien]');
    expect(stdout).toContain('pour « essai » (le 12 mars 2024)');
    expect(stderr).not.toContain('inconnu');
  });

  test('in a workspace below the top of its repository, and not committed yet', async () => {
    const top = makeWorkspace({});
    writeFiles(top, { [`centre/${THEME}`]: theme('La première.'), [`centre/${ATELIER}`]: READ_IN_2022 });
    commit(top, '2022-01-10');
    writeFiles(top, { [`centre/${THEME}`]: theme('La seconde.') });
    const { stdout } = await runCops(['check', '-C', 'centre'], { cwd: top });
    expect(stdout).toContain('pour « essai » (le 15 janvier 2026)');
  });

  test('before the reading, or never: nothing is to be said', async () => {
    const root = makeWorkspace({ [THEME]: theme('La première.'), [ATELIER]: READ_IN_2022 });
    commit(root, '2022-01-10');
    writeFiles(root, { [THEME]: theme('La seconde.') });
    commit(root, '2022-06-01');
    const { stdout, stderr } = await runCops(['check'], { cwd: root });
    expect(stdout).toBe('');
    expect(stderr).not.toContain('inconnu');
  });
});

test('without a history, that it is unknown is said, and is no fault', async () => {
  const root = makeWorkspace({ [THEME]: theme('La première.'), [ATELIER]: READ_IN_2022 });
  const { code, stdout, stderr } = await runCops(['check'], { cwd: root });
  expect([code, stdout]).toEqual([0, '']);
  expect(stderr).toContain('inconnu si la définition d’un de leurs thèmes a changé depuis');
});
