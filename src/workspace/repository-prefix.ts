import { askGit } from './git.ts';

/** The way from the top of the git repository to a workspace, with its last `/`; empty at the top, or where there is no git. */
export function readRepositoryPrefix(root: string): string {
  return askGit(root, ['rev-parse', '--show-prefix'])?.replace(/\n$/, '') ?? '';
}
