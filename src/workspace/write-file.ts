import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { quote } from '../french.ts';
import { UsageError } from '../usage-error.ts';

/** Writes a file whole or not at all: beside it first, then put in its place. Throws a UsageError where that cannot be done. */
export function writeFile(path: string, text: string, { overwrite }: { overwrite: boolean }): void {
  if (!overwrite && existsSync(path)) throw alreadyThere(path);
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(beside, text);
    renameSync(beside, path);
  } catch (error) {
    throw sayFailure(path, error);
  } finally {
    rmSync(beside, { force: true });
  }
}

function alreadyThere(path: string): UsageError {
  return new UsageError(`Le fichier ${quote(path)} existe déjà et n’a pas été touché : choisissez un autre nom.`);
}

function sayFailure(path: string, error: unknown): Error {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const reason = REASONS[code];
  if (!reason) return error as Error;
  return new UsageError(`Impossible d’écrire ${quote(path)} : ${reason}. Rien n’a été écrit.`);
}

const REASONS: Record<string, string> = {
  EACCES: 'vous n’avez pas le droit d’écrire dans ce dossier',
  EPERM: 'vous n’avez pas le droit d’écrire dans ce dossier',
  EROFS: 'ce disque est en lecture seule',
  ENOSPC: 'il n’y a plus de place sur le disque',
  EISDIR: 'c’est un dossier',
  ENOTDIR: 'un élément du chemin n’est pas un dossier',
  ENAMETOOLONG: 'ce nom est trop long',
};
