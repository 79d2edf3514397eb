import { formatList, quote } from '../french.ts';
import type { Field } from '../record/field.ts';
import type { HeaderValue, HeaderValues } from '../record/header-value.ts';
import { parseAssignment, toHeaderValue } from '../record/typed-value.ts';
import { UsageError } from '../usage-error.ts';
import { askFiche } from './ask-fiche.ts';
import { promptsIn } from './french-prompts.ts';
import type { Io } from './io.ts';
import type { OpenedRecord } from './suivi-record.ts';

/** What is said of a suite, as it was typed. */
export interface TypedSuite {
  readonly objet?: string;
  readonly par?: string;
  readonly echeance?: string;
  readonly etat?: string;
  readonly le?: string;
}

/** The keys of a suite that hold what is said of it, in the order in which they are asked. */
export const SUITE_KEYS = ['objet', 'par', 'echeance', 'etat', 'le'] as const;

/** Reads what options say of a suite. Throws a UsageError for an option that says nothing. */
export function readSuiteOptions(typed: TypedSuite, fields: readonly Field[]): HeaderValues {
  const entries = SUITE_KEYS.flatMap((key): [string, HeaderValue][] => {
    const text = typed[key];
    if (text === undefined) return [];
    const value = toValue(
      text,
      fields.find((field) => field.key === key),
    );
    if (value !== undefined) return [[key, value]];
    throw new UsageError(`--${key} attend une valeur : ${quote(text)} n’en contient aucune.`);
  });
  return Object.fromEntries(entries);
}

function toValue(text: string, field: Field | undefined): HeaderValue | undefined {
  if (!field) return undefined;
  if (field.shape.kind === 'date' && text.trim().startsWith('{'))
    return parseAssignment(`${field.key}=${text}`, [field]).value;
  return toHeaderValue(text, field.shape);
}

/** Says which options would give what a suite lacks. Throws a UsageError. */
export function refuseMissing(values: HeaderValues, fields: readonly Field[]): void {
  const missing = fields.filter(({ key, required }) => required && !Object.hasOwn(values, key));
  if (missing.length === 0) return;
  throw new UsageError(
    `Il manque ${formatList(missing.map(({ key }) => `--${key}`))}. Sans terminal, rien ne peut vous être demandé : « cops suivi add --help » décrit chaque option.`,
  );
}

/** What to ask of a suite, and what is wrong with an answer. */
export interface SuiteQuestions {
  readonly keys: readonly string[];
  /** What Enter keeps. */
  readonly defaults?: Readonly<Record<string, string>>;
  findFault(values: HeaderValues, key: string): string | undefined;
}

/** Asks for the keys of a suite that are not given yet, as `cops new` would. */
export function askSuite(
  given: HeaderValues,
  { keys, defaults = {}, findFault }: SuiteQuestions,
  { type, fields, collection }: OpenedRecord,
  io: Io,
): Promise<HeaderValues> {
  const asked = keys.flatMap((key) => fields.find((field) => field.key === key) ?? []);
  return askFiche(given, {
    type: { ...type, spec: { ...type.spec, questions: keys } },
    fields: asked.map((field) => {
      const known = defaults[field.key];
      return known === undefined ? field : { ...field, default: known };
    }),
    collection,
    prompts: promptsIn(io),
    findFault: (values, [key]) => findFault(values, key),
  });
}
