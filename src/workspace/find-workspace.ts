import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { quote } from '../french.ts';
import { UsageError } from '../usage-error.ts';

/** The name of the file that marks a workspace and holds its settings. */
export const SETTINGS_FILE = 'cops.yaml';
/** The folder of all records. */
export const RECORDS_FOLDER = 'records';

/** The nearest folder upwards that holds `cops.yaml` or `records/`. Throws a UsageError where there is none. */
export function findWorkspace(start: string): string {
  const found = findWorkspaceIfAny(start);
  if (found !== undefined) return found;
  throw new UsageError(
    `Aucun espace de travail ici (ni ${SETTINGS_FILE}, ni dossier ${RECORDS_FOLDER}) : créez-en un avec « cops init », ou désignez-le avec -C.`,
  );
}

/** The same for who can do without: undefined where there is none. Throws a UsageError where the start is no folder. */
export function findWorkspaceIfAny(start: string): string | undefined {
  if (!isFolder(start)) {
    const there = existsSync(start) ? 'est un fichier, et non un dossier' : 'n’existe pas';
    throw new UsageError(`${quote(start)} ${there} : donnez à -C le chemin d’un dossier.`);
  }
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (isWorkspace(folder)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** Whether a folder is the top of a workspace. */
export function isWorkspace(folder: string): boolean {
  return existsSync(join(folder, SETTINGS_FILE)) || isFolder(join(folder, RECORDS_FOLDER));
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** Refuses a new workspace among the records of another, which would read its grille a second time. Throws a UsageError. */
export function refuseInsideRecords(folder: string): void {
  for (let above = dirname(folder); above !== dirname(above); above = dirname(above)) {
    const [top] = relative(above, folder).split(sep);
    if (top !== RECORDS_FOLDER || !isWorkspace(above)) continue;
    throw new UsageError(
      `${quote(folder)} est parmi les fiches de l’espace de travail ${quote(above)} : un nouvel espace se crée à côté, pas dedans.`,
    );
  }
}
