import { spawnSync } from 'node:child_process';

/** Whether git is there: tests that need it say that they are skipped where it is not. */
export const hasGit: boolean = spawnSync('git', ['--version']).status === 0;

/** Commits all of a folder as of a day, in a repository of its own, with nothing of the settings of whoever runs the tests. */
export function commitAll(root: string, day: string): void {
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
  ]) {
    const { status, stderr } = spawnSync('git', ['-C', root, ...words], { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`git ${words.join(' ')}: ${stderr}`);
  }
}
