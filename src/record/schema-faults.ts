import type { ErrorObject } from 'ajv';
import { type Diagnostic, diagnose, type Rule } from '../diagnostic.ts';
import { findNearest, formatList, formatNumber, quote } from '../french.ts';
import type { Header, Path } from './header.ts';
import { formatPartialDate, parseTypedDate } from './partial-date.ts';
import type { JsonSchema } from './schema.ts';
import {
  aCompleter,
  cleInconnue,
  cleManquante,
  dateInvalide,
  valeurHorsListe,
  valeurInattendue,
  valeurVide,
} from './schema-rules.ts';

interface Fault {
  readonly rule: Rule;
  readonly message: string;
  /** The place is the key at the end of `path`, or the value. */
  readonly at: 'key' | 'value';
  readonly path: Path;
}

type Sentence = (error: ErrorObject, path: Path) => Fault | undefined;

/** French sentences for what a schema refuses in a header, each at its key or value. */
export function diagnoseSchemaErrors(file: string, header: Header, errors: readonly ErrorObject[]): Diagnostic[] {
  const told = withoutBranches(errors);
  return told.flatMap((error) => {
    const path = parsePointer(error.instancePath, header.value);
    const fault = (SENTENCES[error.keyword] ?? sayAwaited)(error, path);
    if (!fault || (fault.rule === cleManquante && isEmptyKey(header, fault.path))) return [];
    return [diagnose(fault.rule, file, placeOf(header, fault), fault.message)];
  });
}

/** Keys written without a value: needless where they are optional, missing where they are not. */
export function diagnoseEmptyKeys(file: string, header: Header, required: (path: Path) => boolean): Diagnostic[] {
  return header.emptyKeys.map((path) => {
    const name = quote(String(path.at(-1)));
    return required(path)
      ? diagnose(
          cleManquante,
          file,
          header.placeOfKey(path),
          `La clé ${name} n’a pas de valeur, et il en faut une : complétez la ligne.`,
        )
      : diagnose(
          valeurVide,
          file,
          header.placeOfKey(path),
          `La clé ${name} n’a pas de valeur : complétez-la, ou supprimez la ligne.`,
        );
  });
}

/** Keys that a valid record needs: an error once it says that it is `valide`, a reminder before. */
export function diagnoseIncomplete(file: string, header: Header, wanted: readonly string[]): Diagnostic[] {
  const valid = header.value.validation === 'valide';
  return wanted
    .filter((key) => !(key in header.value) && !isEmptyKey(header, [key]))
    .map((key) => {
      const place = valid ? header.placeOfKey(['validation']) : header.placeOfKey([]);
      const message = valid
        ? `La fiche est dite « valide », mais la clé ${quote(key)} manque : ajoutez-la, ou revenez à « validation: relu ».`
        : `La clé ${quote(key)} sera nécessaire pour valider cette fiche.`;
      return diagnose(valid ? cleManquante : aCompleter, file, place, message);
    });
}

/** Every keyword that our schemas use has its sentence; a test holds the two together. */
export const SENTENCES: Readonly<Record<string, Sentence>> = {
  required: (error, path) => {
    const key = String(error.params.missingProperty);
    const where = path.length > 0 ? ` dans ${nameOf(path)}` : ' dans l’en-tête';
    return {
      rule: cleManquante,
      at: 'key',
      path: [...path, key],
      message: `La clé ${quote(key)} manque${where} : ajoutez-la.${exampleOf(error.parentSchema, key)}`,
    };
  },
  additionalProperties: (error, path) => {
    const key = String(error.params.additionalProperty);
    const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
    const nearest = findNearest(key, known);
    const advice = nearest ? `la plus proche est ${quote(nearest)}` : `les clés possibles sont ${formatList(known)}`;
    return {
      rule: cleInconnue,
      at: 'key',
      path: [...path, key],
      message: `La clé ${quote(key)} n’existe pas ici ; ${advice}.`,
    };
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
    message: `${say(error.data)} ne convient pas à ${nameOf(path)} : il y faut ${TYPES[String(error.params.type)] ?? 'une autre forme'}.${exampleOf(error.parentSchema)}`,
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

function sayAwaited(error: ErrorObject, path: Path): Fault {
  const awaited = String(error.parentSchema?.['x-attendu'] ?? 'une autre forme');
  const isDate = awaited.startsWith('une date');
  if (isDate && typeof error.data === 'string')
    return { rule: dateInvalide, at: 'value', path, message: sayBadDate(error) };
  return {
    rule: isDate ? dateInvalide : valeurInattendue,
    at: 'value',
    path,
    message: `${say(error.data)} ne convient pas à ${nameOf(path)} : il y faut ${awaited}.`,
  };
}

/** A date typed as people write it is given back as the header wants it. */
function sayBadDate(error: ErrorObject): string {
  const typed = parseTypedDate(String(error.data));
  const day = error.params.format === 'jour';
  if (typed && (!day || typed.iso.length === 10))
    return `${say(error.data)} se comprend (${formatPartialDate(typed)}) mais s’écrit ici : ${typed.iso}`;
  const forms = day ? 'un jour, comme 2022-05-31' : 'une date, comme 2022-05-31, 2022-05, 2022-T2 ou 2022';
  return `${say(error.data)} n’est pas une date du calendrier dans la forme attendue : il faut ${forms}.`;
}

function limit(error: ErrorObject, path: Path, bound: string): Fault {
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
  array: 'une liste, un élément par ligne précédée d’un tiret',
  object: 'des clés et leurs valeurs',
};

/** Where the branches of an `anyOf` each complain, only the `anyOf` itself is told; and of one place, each thing once. */
function withoutBranches(errors: readonly ErrorObject[]): ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf');
  const seen = new Set<string>();
  return errors.filter((error) => {
    const branch = choices.some(
      (choice) =>
        error.schemaPath.startsWith(`${choice.schemaPath}/`) && error.instancePath.startsWith(choice.instancePath),
    );
    const key = `${error.instancePath} ${error.keyword} ${JSON.stringify(error.params)}`;
    return !branch && !seen.has(key) && seen.add(key);
  });
}

function placeOf(header: Header, { at, path }: Fault) {
  return at === 'key' ? header.placeOfKey(path) : header.placeOf(path);
}

function isEmptyKey(header: Header, path: Path): boolean {
  return header.emptyKeys.some(
    (empty) => empty.length === path.length && empty.every((step, index) => step === path[index]),
  );
}

/** The steps of a JSON Pointer; a step into a list is a number. */
function parsePointer(pointer: string, value: unknown): Path {
  const steps: (string | number)[] = [];
  let here = value;
  for (const raw of pointer.split('/').slice(1)) {
    const name = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    const step = Array.isArray(here) ? Number(name) : name;
    steps.push(step);
    here = (here as Record<string | number, unknown> | undefined)?.[step];
  }
  return steps;
}

function nameOf(path: Path): string {
  const keys = path.filter((step) => typeof step === 'string');
  return quote(keys.at(-1) ?? 'l’en-tête');
}

function say(value: unknown): string {
  if (Array.isArray(value)) return 'Une liste';
  if (typeof value === 'object') return 'Un ensemble de clés';
  const text = String(value);
  return quote(text.length > 60 ? `${text.slice(0, 57)}…` : text);
}

/** The first example that a schema gives, in the form of a header. */
function exampleOf(schema: JsonSchema | undefined, key?: string): string {
  const owner = key ? ((schema?.properties as Record<string, JsonSchema> | undefined)?.[key] ?? {}) : (schema ?? {});
  const example = (owner.examples as unknown[] | undefined)?.[0];
  return example === undefined ? '' : ` Par exemple : ${formatExample(example)}`;
}

function formatExample(example: unknown): string {
  if (Array.isArray(example)) return example.map((item) => `- ${formatExample(item)}`).join(' ');
  if (typeof example !== 'object' || example === null) return String(example);
  return `{ ${Object.entries(example)
    .map(([key, value]) => `${key}: ${formatExample(value)}`)
    .join(', ')} }`;
}
