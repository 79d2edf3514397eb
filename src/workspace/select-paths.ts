import { lstatSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { quote } from '../french.ts';
import { UsageError } from '../usage-error.ts';

/** Says of a workspace path whether it lies at or below one of the paths that a person typed; all where none is typed. `folders` hold records outside the workspace. Throws a UsageError for one that is not there. */
export function selectPaths(
  paths: readonly string[],
  { root, cwd, folders = [] }: { root: string; cwd: string; folders?: readonly string[] },
): (file: string) => boolean {
  const wanted = paths.map((typed) => {
    const path = resolve(cwd, typed);
    if (!isThere(path)) throw new UsageError(`Le chemin ${quote(typed)} n’existe pas : vérifiez son orthographe.`);
    const inside = relative(root, path);
    const asked = inside.split(sep).join('/');
    if (folders.some((folder) => asked === folder || asked.startsWith(`${folder}/`))) return asked;
    if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside))
      throw new UsageError(`Le chemin ${quote(typed)} est hors de l’espace de travail.`);
    return asked;
  });
  return (file) =>
    wanted.length === 0 || wanted.some((path) => path === '' || file === path || file.startsWith(`${path}/`));
}

/** Whether something has that name, be it a link that leads nowhere: its fault is then to be told. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
