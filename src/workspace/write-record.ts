import { join } from 'node:path';
import { UsageError } from '../usage-error.ts';
import { largestBytes } from './read-records.ts';
import { writeFile } from './write-file.ts';

/** Writes a new record at its path in the workspace. Throws a UsageError where a file is there already, or it could not be read back. */
export function writeRecord(root: string, file: string, text: string): void {
  if (Buffer.byteLength(text) > largestBytes(file))
    throw new UsageError('La fiche n’a pas été écrite : son texte est trop long, et ne serait pas relu.');
  writeFile(join(root, ...file.split('/')), text, { overwrite: false });
}
