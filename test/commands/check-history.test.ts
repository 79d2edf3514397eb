import { describe, expect, test } from 'vitest';
import { atelier } from '../support/fiches.ts';
import { commitAll, git, hasGit } from '../support/git.ts';
import { makeWorkspace, runCops, writeFiles } from '../support/run-cops.ts';

const THEME = 'records/themes/essai.md';
const ATELIER = 'records/ateliers/2022/2022-03-14-essai.md';
const READ_IN_2022 = atelier({
  header: 'codage: { etat: complet, le: 2022-06-02 }',
  body: '## Situation\n\n## Synthèse\n\n- Un constat inventé. #essai\n',
});

function theme(definition: string, more = ''): string {
  return `---\ntype: theme\ntitre: Essai\ndefinition: ${definition}\n${more}---\n`;
}

describe.skipIf(!hasGit)('the history of git says when a definition changed', () => {
  test('after the reading: the record is to be read again', async () => {
    const root = makeWorkspace({ [THEME]: theme('La première.'), [ATELIER]: READ_IN_2022 });
    commitAll(root, '2022-01-10');
    writeFiles(root, { [THEME]: theme('La seconde.') });
    commitAll(root, '2024-03-12');
    writeFiles(root, { [THEME]: theme('La seconde.', 'indices: [un indice]\n') });
    commitAll(root, '2025-01-01');
    const { stdout, stderr } = await runCops(['check'], { cwd: root });
    expect(stdout).toContain('[codage-ancien]');
    expect(stdout).toContain('pour « essai » (le 12 mars 2024)');
    expect(stderr).not.toContain('inconnu');
  });

  test('in a workspace below the top of its repository, and not committed yet', async () => {
    const top = makeWorkspace({});
    writeFiles(top, { [`centre/${THEME}`]: theme('La première.'), [`centre/${ATELIER}`]: READ_IN_2022 });
    commitAll(top, '2022-01-10');
    writeFiles(top, { [`centre/${THEME}`]: theme('La seconde.') });
    const { stdout } = await runCops(['check', '-C', 'centre'], { cwd: top });
    expect(stdout).toContain('pour « essai » (le 15 janvier 2026)');
  });

  test('what a merge brings is dated by it, and what a side branch did otherwise counts for nothing', async () => {
    const root = makeWorkspace({ [THEME]: theme('La première.'), [ATELIER]: READ_IN_2022 });
    commitAll(root, '2022-01-10');
    git(root, 'branch', 'cote');
    writeFiles(root, { [THEME]: theme('La seconde.') });
    commitAll(root, '2022-06-01');
    git(root, 'checkout', '-q', 'cote');
    writeFiles(root, { [THEME]: theme('La première.', 'indices: [un indice]\n') });
    commitAll(root, '2022-07-02');
    git(root, 'checkout', '-q', 'main');
    git(root, 'merge', '-q', '-X', 'ours', '-m', 'Réunir', 'cote');
    expect((await runCops(['check'], { cwd: root })).stdout).toBe('');
  });

  test('before the reading, or never: nothing is to be said', async () => {
    const root = makeWorkspace({ [THEME]: theme('La première.'), [ATELIER]: READ_IN_2022 });
    commitAll(root, '2022-01-10');
    writeFiles(root, { [THEME]: theme('La seconde.') });
    commitAll(root, '2022-06-01');
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
