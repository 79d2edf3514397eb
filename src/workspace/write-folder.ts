import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { formatList, quote } from '../french.ts';
import { UsageError } from '../usage-error.ts';
import { isThere, PERMISSIONS, protectWorkspaceFiles, sayFailure } from './write-file.ts';

/** Files that systems put into folders by themselves. */
const OF_SYSTEMS: readonly string[] = ['.DS_Store', 'Thumbs.db', 'desktop.ini'];
/** As many foreign names as are told. */
const MOST = 3;

/** The files that an output has; `isOurs` recognises one by the bytes of that named `proof`. */
interface OwnFolder {
  readonly root: string;
  readonly names: readonly string[];
  readonly proof: string;
  readonly isOurs: (bytes: Uint8Array) => boolean;
}

/** Refuses a folder that holds anything but an earlier output of the same kind, or that lies where records and settings do. Throws a UsageError. */
export function protectForeignFolder(path: string, { root, names, proof, isOurs }: OwnFolder): void {
  protectWorkspaceFiles(join(path, names[0] ?? ''), root);
  if (!isThere(path)) return;
  if (!lstatSync(path).isDirectory())
    throw new UsageError(
      `${quote(path)} existe déjà et n’est pas un dossier : il n’a pas été touché. Choisissez un autre nom.`,
    );
  const entries = readdirSync(path, { withFileTypes: true }).filter(({ name }) => !OF_SYSTEMS.includes(name));
  const foreign = entries
    .filter((entry) => !entry.isFile() || !names.includes(entry.name))
    .map(({ name }) => quote(name));
  const isProved = () => existsSync(join(path, proof)) && isOurs(readFileSync(join(path, proof)));
  if (foreign.length === 0 && (entries.length === 0 || isProved())) return;
  const what = foreign.length === 0 ? entries.map(({ name }) => quote(name)) : foreign;
  throw new UsageError(
    `Le dossier ${quote(path)} contient autre chose que les tables d’une synthèse (${formatList(cut(what.sort()))}) : il n’a pas été touché. Choisissez un autre nom, ou un dossier vide.`,
  );
}

function cut(names: readonly string[]): string[] {
  return names.length <= MOST ? [...names] : [...names.slice(0, MOST), `${names.length - MOST} autres`];
}

/** Writes a folder of files whole or not at all: beside it first, then put in the place of the one that was there. Throws a UsageError where that cannot be done. */
export function writeFolder(path: string, files: ReadonlyMap<string, string>): void {
  const mark = `.${basename(path)}.${randomUUID()}`;
  const [beside, before] = ['tmp', 'avant'].map((ending) => join(dirname(path), `${mark}.${ending}`)) as [
    string,
    string,
  ];
  try {
    mkdirSync(beside, { recursive: true });
    for (const [name, content] of files) writeFileSync(join(beside, name), content);
    if (isThere(path)) {
      chmodSync(beside, lstatSync(path).mode & PERMISSIONS);
      renameSync(path, before);
    }
    renameSync(beside, path);
  } catch (error) {
    if (existsSync(before) && !isThere(path)) renameSync(before, path);
    if (isThere(beside)) rmSync(beside, { recursive: true, force: true });
    throw sayFailure(path, error, 'dossier');
  }
  remove(before);
}

/** What was replaced and cannot be deleted is told, since what was asked for is done. */
function remove(before: string): void {
  try {
    rmSync(before, { recursive: true, force: true });
  } catch {
    throw new UsageError(
      `Les tables sont écrites, mais les précédentes n’ont pas pu être supprimées : elles sont dans ${quote(before)}.`,
    );
  }
}
