import type { Collection } from '../collection.ts';
import { type KeyPlace, listReferences as listNamed } from '../editor/references.ts';
import { findPrsByDate } from '../prs/prs.ts';
import type { HeaderValue, HeaderValues } from '../record/header-value.ts';
import { parsePartialDate } from '../record/partial-date.ts';
import type { Choice } from './french-prompts.ts';

/** What a key may name among the records of the workspace. */
export interface References {
  readonly choices: readonly Choice[];
  readonly byDefault?: string | undefined;
}

/** The records that a key names, as a prompt offers them; undefined where it names none. */
export function listReferences(key: string, place: KeyPlace, collection: Collection): References | undefined {
  const references = listNamed(key, place, collection);
  if (!references) return undefined;
  const choices = references.map(({ id, titre }) => ({ value: id, name: `${id} — ${titre}`, short: id }));
  return { choices, ...(key === 'prs' && { byDefault: findPrs(place.values, collection) }) };
}

/** The PRS in whose period the record lies. */
function findPrs(values: HeaderValues, { prs }: Collection): string | undefined {
  const written: HeaderValue | undefined = values.date ?? values.debut;
  const date = typeof written === 'string' ? parsePartialDate(written) : undefined;
  return findPrsByDate(date, prs.values())?.id;
}
