import { existsSync, statSync } from 'node:fs';
import { dirname, posix, relative, sep } from 'node:path';
import { askGit } from './git.ts';

/**
 * The way from the top of the git repository to a folder, which may not exist yet: `centre/fiches`, or nothing at the top.
 * Undefined where there is no repository.
 */
export function readRepositoryPrefix(folder: string): string | undefined {
  let above = folder;
  while (!isFolder(above) && above !== dirname(above)) above = dirname(above);
  const prefix = askGit(above, ['rev-parse', '--show-prefix'])?.replace(/\n$/, '');
  if (prefix === undefined) return undefined;
  const path = posix.join(prefix, relative(above, folder).split(sep).join('/'));
  return path === '.' ? '' : path.replace(/\/$/, '');
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
