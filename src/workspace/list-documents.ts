import { readdirSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { compareText } from '../diagnostic.ts';
import { quote } from '../french.ts';

/** A file that a person named, or that lies in a folder they named. */
export interface NamedFile {
  readonly path: string;
  /** As the person may read it: from where they typed. */
  readonly name: string;
}

/** The files behind the paths that were typed: those of a folder, and of those below it, where their name is wanted. */
export function listDocuments(
  typed: readonly string[],
  { cwd, isWanted }: { cwd: string; isWanted: (name: string) => boolean },
): { readonly files: readonly NamedFile[]; readonly notes: readonly string[] } {
  const files: NamedFile[] = [];
  const notes: string[] = [];
  for (const name of typed) {
    const path = resolve(cwd, name);
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
      files.push({ path, name });
      continue;
    }
    const inside = listFiles(path);
    const wanted = inside.filter(isWanted);
    const others = inside.length - wanted.length;
    if (wanted.length === 0) notes.push(`Le dossier ${quote(name)} ne contient aucun document que cops sache lire.`);
    else if (others > 0)
      notes.push(
        `Dans ${quote(name)}, ${others > 1 ? `${others} fichiers d’une autre forme sont laissés` : 'un fichier d’une autre forme est laissé'} de côté.`,
      );
    files.push(...wanted.map((own) => ({ path: join(path, own), name: join(name, own) })));
  }
  const seen = new Set<string>();
  return { files: files.filter(({ path }) => !seen.has(path) && seen.add(path)), notes };
}

/** Names of files below a folder, hidden ones and those that an open Word keeps (`~$…`) left out. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .filter((path) => path.split(sep).every((part) => !/^[.~]/.test(part)))
    .sort(compareText);
}
