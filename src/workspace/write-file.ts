import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { quote } from '../french.ts';
import { UsageError } from '../usage-error.ts';
import { isWorkspace, RECORDS_FOLDER, SETTINGS_FILE } from './find-workspace.ts';

/** Who may read and write a file. */
export const PERMISSIONS = 0o777;

/** Writes a file whole or not at all: beside it first, then put in its place, with the permissions of the one it replaces. Throws a UsageError where that cannot be done. */
export function writeFile(
  path: string,
  content: string | Uint8Array,
  { overwrite, executable = false }: { overwrite: boolean; executable?: boolean },
): void {
  if (!overwrite && isThere(path)) throw alreadyThere(path);
  refuseOddFile(path);
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(beside, content, { mode: executable ? 0o777 : 0o666 });
    if (isThere(path)) chmodSync(beside, lstatSync(path).mode & PERMISSIONS);
    renameSync(beside, path);
  } catch (error) {
    if (existsSync(beside)) rmSync(beside, { force: true });
    throw sayFailure(path, error);
  }
}

/** Putting a file in the place of a device, a pipe or a link would take it away from everyone else. */
function refuseOddFile(path: string): void {
  if (!isThere(path) || lstatSync(path).isFile() || lstatSync(path).isDirectory()) return;
  throw new UsageError(
    `${quote(path)} n’est pas un fichier ordinaire (un lien, un périphérique ou un tube) et n’a pas été touché : choisissez un autre nom.`,
  );
}

/** Whether something has that name, even a link that leads nowhere. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // A file stands where a folder should: writing will say so.
    return false;
  }
}

function alreadyThere(path: string): UsageError {
  return new UsageError(`Le fichier ${quote(path)} existe déjà et n’a pas été touché : choisissez un autre nom.`);
}

/** Why a file or a folder could not be written, as a UsageError; any other fault as it is. */
export function sayFailure(path: string, error: unknown, what: 'fichier' | 'dossier' = 'fichier'): Error {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === '') return error as Error;
  const reason = REASONS[code] ?? `le système répond ${code}`;
  return new UsageError(`Impossible d’écrire ${quote(path)} : ${reason}. Ce ${what} n’a pas été écrit.`);
}

const REASONS: Record<string, string> = {
  EACCES: 'vous n’avez pas le droit d’écrire dans ce dossier',
  EPERM: 'vous n’avez pas le droit d’écrire dans ce dossier',
  EROFS: 'ce disque est en lecture seule',
  ENOSPC: 'il n’y a plus de place sur le disque',
  EISDIR: 'c’est un dossier',
  EBUSY: 'un autre programme s’en sert',
  ENOTDIR: 'un élément du chemin n’est pas un dossier',
  ENOENT: 'ce dossier n’existe pas et ne peut pas être créé',
  EEXIST: 'un élément du chemin n’est pas un dossier',
  ENAMETOOLONG: 'ce nom est trop long',
};

/** Where a person may put what is not to stand among the records. */
const PLACES = {
  'la synthèse': '« syntheses/ », ou dans « records/syntheses/ » pour y ajouter votre texte',
  'le formulaire': '« formulaires/ »',
} as const;

/** Refuses an output that would replace a record, a schema, a template or the settings, of this workspace or another. Throws a UsageError. */
export function protectWorkspaceFiles(path: string, root: string, what: keyof typeof PLACES = 'la synthèse'): void {
  if (isReserved(path, root))
    throw new UsageError(
      `${quote(relative(root, path))} est la place des fiches et des réglages : écrivez ${what} ailleurs, par exemple dans ${PLACES[what]}.`,
    );
  const other = findWorkspaceAround(path);
  if (other === undefined || other === root || !isReserved(path, other)) return;
  throw new UsageError(
    `${quote(path)} est parmi les fiches et les réglages d’un autre espace de travail, ${quote(other)} : écrivez ${what} ailleurs. Le chemin de --output part du dossier courant, et non de celui de -C.`,
  );
}

function isReserved(path: string, root: string): boolean {
  const [top, ...rest] = relative(root, path).split(sep);
  const inFolder = rest.length > 0 && [RECORDS_FOLDER, 'schemas', 'templates'].includes(top ?? '');
  return inFolder || top === SETTINGS_FILE;
}

/** Refuses a place that does not exist, which may be a slip of the pen; inside the workspace, folders are made. Throws a UsageError. */
export function requireFolder(path: string, root: string): void {
  const folder = dirname(path);
  if (!relative(root, path).startsWith('..') || isThere(folder)) return;
  throw new UsageError(
    `Le dossier ${quote(folder)} n’existe pas : créez-le, ou corrigez le chemin. Rien n’a été écrit.`,
  );
}

/** The workspace in which a file would lie, be its folder there or not yet. */
function findWorkspaceAround(path: string): string | undefined {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder))
    if (isWorkspace(folder)) return folder;
  return undefined;
}

/** Refuses to replace a file that is something else than what is to be written. Throws a UsageError. */
export function protectForeignFile(path: string, isOurs: (bytes: Uint8Array) => boolean): void {
  if (!existsSync(path) || !statSync(path).isFile() || isOurs(readFileSync(path))) return;
  throw new UsageError(
    `Le fichier ${quote(path)} existe déjà et n’est pas une synthèse : il n’a pas été touché. Choisissez un autre nom.`,
  );
}
