import { findFaultAt } from '../checks/check-draft.ts';
import { formatList, quote } from '../french.ts';
import type { HeaderValue, HeaderValues } from '../record/header-value.ts';
import { maskPersonalData } from '../record/personal-data.ts';
import { toShownText } from '../record/shown-text.ts';
import { suitesIn } from '../suivi/add-suite.ts';
import { findSuite } from '../suivi/find-suite.ts';
import { suitesOf } from '../suivi/list-suites.ts';
import { type Changed, setSuite } from '../suivi/set-suite.ts';
import { UsageError } from '../usage-error.ts';
import { canAsk, isAbandonment, promptsIn } from './french-prompts.ts';
import { type Io, type Outcome, print } from './io.ts';
import { type OpenedRecord, openRecord, writeRecordAgain } from './suivi-record.ts';
import { askSuite, readSuiteOptions, SUITE_KEYS, type TypedSuite } from './suivi-values.ts';
import { tell } from './wrap.ts';

/** What `cops suivi set` was asked. */
export interface SuiviSetOptions extends TypedSuite {
  readonly directory: string;
  /** The record, by its id or path. */
  readonly asked: string;
  /** The suite, by its number or its piste. */
  readonly suite?: string;
  readonly dryRun: boolean;
}

/** Changes what is said of a suite in the header of its record, and that alone. */
export async function setInSuivi(options: SuiviSetOptions, io: Io): Promise<Outcome> {
  const opened = openRecord(options.asked, options.directory, io);
  try {
    const number = await chooseSuite(options.suite, opened, io);
    const before = suitesIn(opened.record.fiche.header.value)[number - 1] as HeaderValues;
    const values = await readChange(options, { number, before }, opened, io);
    const changed = setSuite(opened.record, number, values);
    if (changed.changed.length === 0) {
      tell(io.stderr, `La suite n° ${number} dit déjà cela : rien n’a été écrit.`);
      return 'fine';
    }
    const said = sayChanged(changed, { number, before, values, id: opened.record.fiche.id });
    return writeRecordAgain(opened, changed, { dryRun: options.dryRun, said }, io);
  } catch (error) {
    if (!isAbandonment(error)) throw error;
    print(io.stderr, 'Abandonné : rien n’a été écrit.');
    return 'interrupted';
  }
}

async function chooseSuite(asked: string | undefined, { record: { fiche, world } }: OpenedRecord, io: Io) {
  const suites = suitesOf(fiche, world.today);
  if (asked !== undefined || suites.length === 0 || !canAsk(io))
    return findSuite(suites, { id: fiche.id, asked }).number;
  const choices = suites.map(({ number, suite: { objet, piste } }) => ({
    value: String(number),
    name: `n° ${number}${piste ? ` (^${piste})` : ''} : ${maskPersonalData(objet)}`,
    short: `n° ${number}`,
  }));
  return Number(await promptsIn(io).choose({ message: 'Suite à changer' }, choices));
}

interface Target {
  readonly number: number;
  readonly before: HeaderValues;
}

/** What options say; where they say nothing and someone can answer, each value is asked, Enter keeping it. */
async function readChange(
  typed: SuiviSetOptions,
  { number, before }: Target,
  opened: OpenedRecord,
  io: Io,
): Promise<HeaderValues> {
  const given = readSuiteOptions(typed, opened.fields);
  if (Object.keys(given).length > 0) return given;
  if (!canAsk(io))
    throw new UsageError(
      `Dites ce qui change : ${formatList(
        SUITE_KEYS.map((key) => `--${key}`),
        'ou',
      )}. « cops suivi set --help » décrit chaque option.`,
    );
  const { record } = opened;
  const findFault = (values: HeaderValues, key: string) =>
    findFaultAt(setSuite(record, number, values).draft, ['suites', number - 1, key])?.message;
  const current = Object.fromEntries(Object.entries(before).filter(([, value]) => typeof value === 'string'));
  const defaults = current as Record<string, string>;
  const asked = (keys: readonly string[]) => keys.filter((key) => typeof (before[key] ?? '') === 'string');
  const first = await askSuite({}, { keys: ['etat'], defaults, findFault }, opened, io);
  const le = first.etat === before.etat ? {} : { le: record.world.today };
  const keys = asked(['le', 'echeance', 'par', 'objet']);
  return askSuite(first, { keys, defaults: { ...defaults, ...le }, findFault }, opened, io);
}

function sayChanged(
  { changed }: Changed,
  { number, before, values, id }: Target & { values: HeaderValues; id: string },
): string {
  const each = changed.map((key) => {
    const was = before[key];
    const is = quote(sayValue(values[key] ?? ''));
    return was === undefined ? `${key} ${is}` : `${key} ${quote(sayValue(was))} devient ${is}`;
  });
  const isStale = changed.includes('etat') && !('le' in values) && before.le !== undefined;
  const stale = isStale
    ? ` La clé « le » dit encore ${quote(sayValue(before.le ?? ''))} : --le note le jour de ce nouvel état.`
    : '';
  return `Suite n° ${number} de ${quote(id)} : ${each.join(' ; ')}.${stale}`;
}

function sayValue(value: HeaderValue): string {
  const text = typeof value === 'string' ? value : Object.values(value).map(String).join(', ');
  return toShownText(text);
}
