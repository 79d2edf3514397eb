import type { HeaderValue, HeaderValues } from '../record/header-value.ts';
import { setValue } from '../record/set-value.ts';
import { formatValue } from '../record/yaml-value.ts';
import { suitesIn } from './add-suite.ts';
import { type EditedRecord, headerOf, type Rewritten, refuseShape, rewrite, saysOnly, sayValue } from './rewrite.ts';

/** A record of which a suite says something else. */
export interface Changed extends Rewritten {
  /** The keys whose value is another than before. */
  readonly changed: readonly string[];
}

/** Changes values of a suite in the header of a record, and nothing else; those that are the same are left. Throws a UsageError where that is not certain. */
export function setSuite(record: EditedRecord, number: number, values: HeaderValues): Changed {
  const { fiche, order } = record;
  const suites = suitesIn(fiche.header.value);
  const before = suites[number - 1] as HeaderValues;
  const isOther = (key: string) => values[key] !== undefined && sayValue(values[key]) !== sayValue(before[key]);
  const changed = order.suite.filter(isOther).map((key) => [key, values[key] as HeaderValue] as const);
  const text = headerOf(record);
  const edits = changed.map(([key, value]) =>
    setValue(text, { path: ['suites', number - 1], key, value, order: order.suite }),
  );
  const after = { ...before, ...Object.fromEntries(changed) };
  const awaited = suites.map((suite, index) => (index === number - 1 ? after : suite));
  const certain = edits.flatMap((edit) => edit ?? []);
  const made = certain.length === edits.length ? rewrite(record, certain) : undefined;
  if (made && saysOnly(record, made, { suites: awaited })) return { ...made, changed: changed.map(([key]) => key) };
  const lines = changed.map(([key, value]) => `${key}: ${formatValue(value, { inFlow: true })}`);
  throw refuseShape(record, lines.join('\n'));
}
