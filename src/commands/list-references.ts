import type { Collection } from '../collection.ts';
import { findPrsByDate } from '../prs/prs.ts';
import { type HeaderValue, type HeaderValues, valueAt } from '../record/header-value.ts';
import { parsePartialDate } from '../record/partial-date.ts';
import type { Choice } from './french-prompts.ts';

/** What a key may name among the records of the workspace. */
export interface References {
  readonly choices: readonly Choice[];
  readonly byDefault?: string | undefined;
}

/** The records that a key names, since it bears the name of their type or folder; undefined where it names none. */
export function listReferences(
  key: string,
  { path, values }: { path: readonly (string | number)[]; values: HeaderValues },
  collection: Collection,
): References | undefined {
  const references = key === 'priorite' ? listPriorites(path, values, collection) : listRecords(key, collection);
  if (!references) return undefined;
  return { choices: references, ...(key === 'prs' && { byDefault: findPrs(values, collection) }) };
}

function listRecords(key: string, { schemas, files }: Collection): Choice[] | undefined {
  const type = [...schemas.types.values()].find(({ name, spec }) => name === key || spec.dossier === key);
  if (!type) return undefined;
  return files
    .flatMap(({ fiche }) => (fiche?.type === type ? [fiche] : []))
    .map(({ id, header }) => ({ value: id, name: `${id} — ${String(header.value.titre ?? '')}`, short: id }));
}

/** The priorities of the PRS that stands beside the key. */
function listPriorites(path: readonly (string | number)[], values: HeaderValues, { prs }: Collection): Choice[] {
  const named = valueAt(values, [...path.slice(0, -1), 'prs']);
  const priorites = (typeof named === 'string' ? prs.get(named)?.priorites : undefined) ?? [];
  return priorites.map(({ id, texte }) => ({ value: id, name: `${id} — ${texte}`, short: id }));
}

/** The PRS in whose period the record lies. */
function findPrs(values: HeaderValues, { prs }: Collection): string | undefined {
  const written: HeaderValue | undefined = values.date ?? values.debut;
  const date = typeof written === 'string' ? parsePartialDate(written) : undefined;
  return findPrsByDate(date, prs.values())?.id;
}
