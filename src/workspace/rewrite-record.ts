import { closeSync, lstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quote } from '../french.ts';
import { UsageError } from '../usage-error.ts';
import { largestBytes } from './read-records.ts';
import { writeFile } from './write-file.ts';

/** The text of a record as its file has it, byte for byte once written again. Throws a UsageError where it may not be rewritten. */
export function readToRewrite(root: string, file: string): string {
  const path = join(root, ...file.split('/'));
  try {
    if (!lstatSync(path).isFile())
      throw new UsageError(
        `${quote(file)} est un lien vers un autre fichier, qui n’a pas été touché : corrigez celui-ci à sa place.`,
      );
    closeSync(openSync(path, 'r+'));
    return decode(readFileSync(path));
  } catch (error) {
    throw error instanceof UsageError ? error : refuse(file, error);
  }
}

/** Puts a text in place of the one that was read; not where the file has changed since. Throws a UsageError. */
export function rewriteRecord(root: string, file: string, { read, text }: { read: string; text: string }): void {
  if (readToRewrite(root, file) !== read)
    throw new UsageError(`${quote(file)} a été modifié entre-temps, et n’a pas été touché : relancez la commande.`);
  if (Buffer.byteLength(text) > largestBytes(file))
    throw new UsageError(
      `${quote(file)} serait trop long et ne serait plus lu : il n’a pas été touché. Retirez-en du texte.`,
    );
  writeFile(join(root, ...file.split('/')), text, { overwrite: true });
}

/** Records are UTF-8, or they are not read: a byte order mark is kept as a sign. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
}

function refuse(file: string, error: unknown): UsageError {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const reason = REASONS[code] ?? `ne peut pas être ouvert pour l’écriture (le système répond ${code})`;
  return new UsageError(
    `${quote(file)} ${reason}, et n’a pas été touché : changez ses droits, ou corrigez-le ailleurs.`,
  );
}

const REASONS: Record<string, string> = {
  EACCES: 'est en lecture seule',
  EPERM: 'est en lecture seule',
  EROFS: 'est sur un disque en lecture seule',
  ENOENT: 'n’est plus là',
};
