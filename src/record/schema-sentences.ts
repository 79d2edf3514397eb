import type { ErrorObject } from 'ajv';
import type { Rule } from '../diagnostic.ts';
import { findNearest, formatList, formatNumber, quote, slugify } from '../french.ts';
import type { Path } from './header.ts';
import { formatPartialDate, parseTypedDate } from './partial-date.ts';
import { maskPersonalData } from './personal-data.ts';
import type { JsonSchema } from './schema.ts';
import { cleInconnue, cleManquante, dateInvalide, valeurHorsListe, valeurInattendue } from './schema-rules.ts';

/** What a schema refuses, in French, and where it is. */
export interface SchemaFault {
  readonly rule: Rule;
  readonly message: string;
  /** The place is the key at the end of `path`, or the value. */
  readonly at: 'key' | 'value';
  readonly path: Path;
}

/** Says what an error of the validator means for the value at a path. */
export type Sentence = (error: ErrorObject, path: Path) => SchemaFault;

/** Every keyword that our schemas use has its sentence; a test holds the two together. */
export const SENTENCES: Readonly<Record<string, Sentence>> = {
  required: (error, path) => {
    const key = String(error.params.missingProperty);
    const where = path.length > 0 ? ` dans ${nameOf(path)}` : ' dans l’en-tête';
    return {
      rule: cleManquante,
      at: 'key',
      path: [...path, key],
      message: `La clé ${quote(key)} manque${where} : ajoutez-la.${exampleOf(propertyOf(error.parentSchema, key), [key])}`,
    };
  },
  additionalProperties: (error, path) => {
    const key = String(error.params.additionalProperty);
    const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
    return { rule: cleInconnue, at: 'key', path: [...path, key], message: sayUnknownKey(key, known) };
  },
  enum: (error, path) => {
    const allowed = (error.params.allowedValues as unknown[]).map(String);
    const nearest = findNearest(String(error.data), allowed);
    const advice = nearest ? ` ; la plus proche est ${quote(nearest)}` : '';
    return {
      rule: valeurHorsListe,
      at: 'value',
      path,
      message: `${say(error.data)} n’est pas une valeur de ${nameOf(path)}${advice}. Valeurs possibles : ${formatList(allowed, 'ou')}.`,
    };
  },
  const: (error, path) => ({
    rule: valeurHorsListe,
    at: 'value',
    path,
    message: `${say(error.data)} est écrit ; ici, ${nameOf(path)} vaut toujours ${quote(String(error.params.allowedValue))}.`,
  }),
  format: (error, path) => ({ rule: dateInvalide, at: 'value', path, message: sayBadDate(error) }),
  type: (error, path) => ({
    rule: valeurInattendue,
    at: 'value',
    path,
    message: `${say(error.data)} ne convient pas à ${nameOf(path)} : il y faut ${TYPES[String(error.params.type)] ?? 'une autre forme'}.${hintFor(error)}${exampleOf(error.parentSchema, path)}`,
  }),
  minimum: (error, path) => limit(error, path, `au moins ${formatNumber(Number(error.params.limit))}`),
  exclusiveMinimum: (error, path) => limit(error, path, `plus de ${formatNumber(Number(error.params.limit))}`),
  minItems: (_, path) => ({
    rule: valeurInattendue,
    at: 'value',
    path,
    message: `La liste ${nameOf(path)} est vide : complétez-la, ou supprimez la ligne.`,
  }),
  minLength: (_, path) => ({
    rule: valeurInattendue,
    at: 'value',
    path,
    message: `Il y a ici un texte vide dans ${nameOf(path)} : complétez-le, ou supprimez-le.`,
  }),
  uniqueItems: (error, path) => ({
    rule: valeurInattendue,
    at: 'value',
    path: [...path, Math.max(Number(error.params.i), Number(error.params.j))],
    message: `Cette valeur figure déjà dans la liste ${nameOf(path)} : gardez-la une fois.`,
  }),
  pattern: (error, path) => sayAwaited(error, path),
  anyOf: (error, path) => sayAwaited(error, path),
};

/** A key that a schema does not know, with the nearest that it does. */
export function sayUnknownKey(key: string, known: readonly string[]): string {
  if (key === '') return 'Il manque ici le nom d’une clé, avant les deux-points : écrivez-le, ou supprimez la ligne.';
  const nearest = findNearest(key, known);
  const advice = nearest ? `la plus proche est ${quote(nearest)}` : `les clés possibles sont ${formatList(known)}`;
  return `La clé ${quote(key)} n’existe pas ici ; ${advice}.`;
}

/** For an error without a sentence of its own: what the schema says in French, under `x-attendu`. */
export function sayAwaited(error: ErrorObject, path: Path): SchemaFault {
  const awaited = String(error.parentSchema?.['x-attendu'] ?? 'une autre forme');
  const isDate = awaited.startsWith('une date');
  if (isDate && typeof error.data === 'string')
    return { rule: dateInvalide, at: 'value', path, message: sayBadDate(error) };
  if (path.length === 0)
    return { rule: valeurInattendue, at: 'key', path, message: `Il faut dans l’en-tête ${awaited}.` };
  return {
    rule: isDate ? dateInvalide : valeurInattendue,
    at: 'value',
    path,
    message: `${say(error.data)} ne convient pas à ${nameOf(path)} : il y faut ${awaited}${suggestion(error)}.`,
  };
}

/** The identifier that a title stands for, where an identifier is wanted. */
function suggestion({ keyword, params, data }: ErrorObject): string {
  const slug = keyword === 'pattern' ? slugify(String(data)) : '';
  return slug && new RegExp(String(params.pattern), 'u').test(slug) ? ` : sans doute ${quote(slug)}` : '';
}

/** A date typed as people write it is given back as the header wants it. */
function sayBadDate(error: ErrorObject): string {
  const typed = parseTypedDate(String(error.data));
  const day = error.params.format === 'jour';
  if (typed && (!day || typed.iso.length === 10)) {
    const read = formatPartialDate(typed);
    return `${say(error.data)} s’écrit ici : ${typed.iso}${read === error.data ? '' : ` (${read})`}`;
  }
  const forms = day ? 'un jour, comme 2022-05-31' : 'une date, comme 2022-05-31, 2022-05, 2022-T2 ou 2022';
  return `${say(error.data)} n’est pas une date du calendrier dans la forme attendue : il faut ${forms}.`;
}

function limit(error: ErrorObject, path: Path, bound: string): SchemaFault {
  return {
    rule: valeurInattendue,
    at: 'value',
    path,
    message: `${say(error.data)} ne convient pas à ${nameOf(path)} : il y faut ${bound}.`,
  };
}

const TYPES: Record<string, string> = {
  string: 'un texte',
  integer: 'un nombre entier en chiffres',
  number: 'un nombre en chiffres (virgule écrite « . »)',
  boolean: '« true » (oui) ou « false » (non)',
  array: 'une liste, un élément par ligne, précédé d’un tiret',
  object: 'des clés et leurs valeurs',
};

function nameOf(path: Path): string {
  const keys = path.filter((step) => typeof step === 'string');
  return quote(keys.at(-1) ?? 'l’en-tête');
}

/** A value as a message cites it. Masked before it is cut: half an address is still one. */
function say(value: unknown): string {
  if (Array.isArray(value)) return 'Une liste';
  if (typeof value === 'object') return 'Un ensemble de clés';
  const text = maskPersonalData(String(value));
  return quote(text.length > 60 ? `${text.slice(0, 57)}…` : text);
}

/** Punctuation that made something else of a text. */
function hintFor({ params, data }: ErrorObject): string {
  if (params.type !== 'string') return '';
  if (Array.isArray(data)) return ' Si c’est un texte entre crochets, mettez-le entre guillemets droits.';
  return ' Si c’est un texte qui contient « : », mettez-le entre guillemets droits.';
}

function propertyOf(schema: JsonSchema | undefined, key: string): JsonSchema | undefined {
  return (schema?.properties as Record<string, JsonSchema> | undefined)?.[key];
}

/** The first example that a schema gives, as a line of a header that can be copied. */
function exampleOf(schema: JsonSchema | undefined, path: Path): string {
  const example = (schema?.examples as unknown[] | undefined)?.[0] ?? schema?.const;
  const key = path.at(-1);
  if (example === undefined) return '';
  return ` Par exemple : ${typeof key === 'string' ? `${key}: ` : ''}${formatExample(example)}`;
}

function formatExample(example: unknown): string {
  if (Array.isArray(example)) return `[${example.map(formatExample).join(', ')}]`;
  if (typeof example !== 'object' || example === null) return String(example);
  const pairs = Object.entries(example).map(([key, value]) => `${key}: ${formatExample(value)}`);
  return `{ ${pairs.join(', ')} }`;
}
