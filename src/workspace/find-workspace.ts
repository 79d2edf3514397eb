import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { quote } from '../french.ts';
import { UsageError } from '../usage-error.ts';

/** The name of the file that marks a workspace and holds its settings. */
export const SETTINGS_FILE = 'cops.yaml';
/** The folder of all records. */
export const RECORDS_FOLDER = 'records';

/** The nearest folder upwards that holds `cops.yaml` or `records/`. Throws a UsageError where there is none. */
export function findWorkspace(start: string): string {
  if (!isFolder(start)) {
    const there = existsSync(start) ? 'est un fichier, et non un dossier' : 'n’existe pas';
    throw new UsageError(`${quote(start)} ${there} : donnez à -C le chemin d’un dossier.`);
  }
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (isWorkspace(folder)) return folder;
    if (folder === dirname(folder)) break;
  }
  throw new UsageError(
    `Aucun espace de travail ici (ni ${SETTINGS_FILE}, ni dossier ${RECORDS_FOLDER}) : créez-en un avec « cops init », ou désignez-le avec -C.`,
  );
}

/** Whether a folder is the top of a workspace. */
function isWorkspace(folder: string): boolean {
  return existsSync(join(folder, SETTINGS_FILE)) || isFolder(join(folder, RECORDS_FOLDER));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
