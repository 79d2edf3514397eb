import { readFileSync, statSync } from 'node:fs';
import { quote } from '../french.ts';
import { UsageError } from '../usage-error.ts';

/** No summary and no report is that large. */
const LARGEST_BYTES = 64 * 1024 * 1024;

/** The bytes of a document that a person named, as it was `typed`. Throws a UsageError where it cannot be read, or is far too large to be `what`. */
export function readDocument(path: string, typed: string, what = 'une synthèse'): Uint8Array {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) throw new UsageError(`${quote(typed)} n’est pas un fichier.`);
    if (stats.size > LARGEST_BYTES) throw new UsageError(`Le fichier ${quote(typed)} est trop gros pour être ${what}.`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`Le fichier ${quote(typed)} ne peut pas être lu : vérifiez son nom.`);
  }
}
