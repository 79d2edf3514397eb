import { relative, resolve, sep } from 'node:path';
import { findNearest, quote } from '../french.ts';
import { idOf } from '../record/fiche.ts';
import type { Schemas } from '../record/schema.ts';
import { UsageError } from '../usage-error.ts';
import { listRecords } from '../workspace/read-records.ts';

/** The file of a record that a person named by its id or its path. Throws a UsageError with the nearest id where there is none. */
export function findRecordFile(
  asked: string,
  { root, cwd, schemas }: { root: string; cwd: string; schemas: Schemas },
): string {
  const files = listRecords(root, schemas);
  const path = relative(root, resolve(cwd, asked)).split(sep).join('/');
  const id = idOf(asked.replaceAll('\\', '/'));
  const found = files.find((file) => file === path) ?? files.find((file) => idOf(file) === id && !asked.includes('/'));
  if (found) return found;
  const nearest = findNearest(id, files.map(idOf));
  const advice = nearest ? `la plus proche est ${quote(nearest)}` : '« cops list » les énumère';
  throw new UsageError(`Aucune fiche ne se nomme ${quote(asked)} ; ${advice}.`);
}
