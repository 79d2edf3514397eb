import { addListItem } from '../record/add-list-item.ts';
import type { HeaderValues } from '../record/header-value.ts';
import { findFreeName, listNamings } from '../record/name-passage.ts';
import type { Passage } from '../record/passage.ts';
import { formatValue } from '../record/yaml-value.ts';
import { type EditedRecord, headerOf, type Rewritten, refuseShape, rewrite, saysOnly } from './rewrite.ts';

/** What is noted: the passage that it follows up, where there is one, and what is said of it. */
export interface NewSuite {
  readonly passage?: Passage | undefined;
  readonly values: HeaderValues;
}

/** A record with one suite more. */
export interface Added extends Rewritten {
  readonly number: number;
  /** The name of the passage, and whether it was given now. */
  readonly piste?: string;
  readonly isNamed: boolean;
}

/** Adds a suite to the header of a record, and gives its passage a name where it has none; nothing else changes. Throws a UsageError where that is not certain. */
export function addSuite(record: EditedRecord, { passage, values }: NewSuite): Added {
  const { fiche, order, draft } = record;
  const piste = passage && (passage.nom ?? findFreeName(draft.text));
  const item = inOrder({ ...values, ...(piste && { piste }) }, order.suite);
  const header = addListItem(headerOf(record), { key: 'suites', item, order: order.header });
  const isNamed = passage !== undefined && passage.nom === undefined;
  const namings = isNamed && piste ? listNamings(passage, piste, fiche.lines).map((edit) => [edit]) : [[]];
  const before = suitesIn(fiche.header.value);
  const awaited = {
    suites: [...before, item],
    ...(isNamed && piste && { named: { passage, nom: piste } }),
  };
  for (const naming of header ? namings : []) {
    const made = rewrite(record, [...(header ?? []), ...naming]);
    if (saysOnly(record, made, awaited))
      return { ...made, number: before.length + 1, isNamed, ...(piste && { piste }) };
  }
  throw refuseShape(
    record,
    `suites:\n  - ${formatValue(item, { inFlow: true })}${isNamed ? `\net, à la fin du passage de la ligne ${passage.range.start.line} : ^${piste}` : ''}`,
  );
}

/** The suites that a header has, as they were read. */
export function suitesIn(value: Readonly<Record<string, unknown>>): readonly unknown[] {
  return Array.isArray(value.suites) ? value.suites : [];
}

function inOrder(values: HeaderValues, order: readonly string[]): HeaderValues {
  const rankOf = (key: string) => order.indexOf(key);
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => rankOf(a) - rankOf(b)));
}
