import { spawnSync } from 'node:child_process';
import { expect } from 'vitest';

/** Whether git is there to be asked. */
export const hasGit = spawnSync('git', ['--version']).status === 0;

/** Nothing of the settings, or of the work under way, of whoever runs the tests. */
export const GIT_ENV: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};
const WHO = ['-c', 'user.name=Essai', '-c', 'user.email=essai@exemple.invalid', '-c', 'commit.gpgsign=false'];

/** What git answers in a folder; the test fails where it refuses. */
export function git(folder: string, ...words: string[]): string {
  const ran = tryGitWith({}, folder, ...words);
  expect(ran, `git ${words.join(' ')}\n${ran.stderr}`).toMatchObject({ status: 0 });
  return ran.stdout;
}

/** What git answers, or why it refuses, with more in the environment, which hooks see. */
export function tryGitWith(env: Readonly<Record<string, string>>, folder: string, ...words: string[]) {
  return spawnSync('git', ['-C', folder, ...WHO, ...words], { env: { ...GIT_ENV, ...env }, encoding: 'utf8' });
}

/** Commits all of a folder as of a day; it becomes a repository if it is in none. */
export function commitAll(folder: string, day = '2022-01-10'): void {
  const date = `${day}T12:00:00Z`;
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '-A');
  const ran = spawnSync('git', ['-C', folder, ...WHO, 'commit', '-qm', `Le ${day}`], {
    env: { ...GIT_ENV, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    encoding: 'utf8',
  });
  expect(ran).toMatchObject({ status: 0 });
}
