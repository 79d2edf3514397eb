import { type Command, Option } from 'commander';
import { findNearest, formatList, quote } from '../french.ts';
import { type Field, findField } from '../record/field.ts';
import { type HeaderValue, type HeaderValues, withValueAt } from '../record/header-value.ts';
import { parseAssignment, toHeaderValue } from '../record/typed-value.ts';
import { UsageError } from '../usage-error.ts';

/** What was typed after `cops new <type>`. */
export interface NewOptions {
  readonly set: readonly string[];
  readonly json: boolean;
  readonly dryRun: boolean;
  readonly id?: string;
  /** A record, or a form to fill in with a word processor. */
  readonly format?: 'md' | 'docx';
  /** Where the form is written. */
  readonly output?: string;
  /** The options of the type's own keys, by their name in commander. */
  readonly [name: string]: unknown;
}

const WORDS: Readonly<Record<string, string>> = {
  date: 'date',
  number: 'nombre',
  boolean: 'oui ou non',
  choice: 'mot',
};
const RESERVED = new Set(['set', 'json', 'id', 'dry-run', 'format', 'output', 'directory', 'help']);

/** Gives a command one option for each key of a type that holds a single value, and those that all types have. */
export function addNewOptions(command: Command, fields: readonly Field[]): Command {
  for (const field of fields.filter(hasOption)) {
    const { shape } = field;
    const option = new Option(`--${nameOption(field)} <${WORDS[shape.kind] ?? 'texte'}>`, describe(field));
    if (shape.kind === 'choice') option.argChoices = [...shape.choices];
    command.addOption(option.argParser(once(nameOption(field))).helpGroup('Clés de la fiche :'));
  }
  const collect = (value: string, before: string[]) => [...before, value];
  return command
    .option('--set <cle=valeur>', SET_HELP, collect, [])
    .option('--json', 'lit les clés dans un objet JSON, sur l’entrée standard ; « corps » y tient le texte', false)
    .addOption(
      new Option('--id <identifiant>', 'le nom du fichier, à la place de celui qui est proposé').argParser(once('id')),
    )
    .addOption(
      new Option(
        '--format <forme>',
        'une fiche (md), ou un formulaire vide à remplir dans Word ou LibreOffice (docx) ; par défaut, ce que dit la fin du nom de --output, sinon md',
      ).choices(['md', 'docx']),
    )
    .option('--output <fichier>', 'où écrire le formulaire ; n’écrase jamais rien')
    .option('--dry-run', 'montre la fiche sans l’écrire', false);
}

const SET_HELP =
  'une autre clé, ou une clé dans une autre : « --set convention.interventions_max=8 », « --set departements=31,34 », ' +
  '« --set participants=[{role: professionnel, effectif: 4}] » (peut se répéter)';

/** Whether a form is asked for, and not a record. Throws a UsageError for an output that is no form's: a record has its own place. */
export function wantsForm({ format, output }: NewOptions): boolean {
  const isNamed = output !== undefined && output !== '-';
  if (!isNamed) return format === 'docx';
  const isWord = /\.docx$/i.test(output);
  if (isWord && format !== 'md') return true;
  throw new UsageError(
    format === 'docx'
      ? `Le nom d’un formulaire Word se termine par « .docx », ce que ${quote(output)} ne fait pas.`
      : '--output dit où écrire un formulaire Word, dans un fichier dont le nom se termine par « .docx » ; une fiche est écrite à sa place dans records.',
  );
}

/** The options of the type's keys, `--set` and the like that were given, as they are typed. */
export function listGiven(options: NewOptions, fields: readonly Field[]): string[] {
  const keys = fields.filter(hasOption).map((field) => `--${nameOption(field)}`);
  const given = keys.filter((flag) => options[new Option(`${flag} <x>`).attributeName()] !== undefined);
  return [
    ...given,
    ...(options.set.length > 0 ? ['--set'] : []),
    ...(options.json ? ['--json'] : []),
    ...(options.id === undefined ? [] : ['--id']),
  ];
}

/** The header that the options say, over what JSON says. Throws a UsageError for a key given twice. */
export function readOptions(options: NewOptions, fields: readonly Field[], json: HeaderValues): HeaderValues {
  const typed = fields.filter(hasOption).flatMap((field) => {
    const written = options[new Option(`--${nameOption(field)} <x>`).attributeName()];
    return written === undefined ? [] : [{ path: [field.key] as const, value: toHeaderValue(written, field.shape) }];
  });
  const given = [...typed, ...options.set.map((text) => parseAssignment(text, fields))];
  let values = json;
  const seen = new Set<string>();
  for (const { path, value } of given) {
    const key = path.join('.');
    if (seen.has(key)) throw twice(key);
    seen.add(key);
    if (value !== undefined) values = withValueAt(values, path, value);
  }
  return values;
}

/** A JSON object as a header and a body. Throws a UsageError where it is something else. */
export function parseJson(text: string, fields: readonly Field[]): { values: HeaderValues; body?: string } {
  const { corps, ...keys } = parseObject(text);
  if (corps !== undefined && corps !== null && typeof corps !== 'string')
    throw new UsageError('Dans le JSON, « corps » doit être un texte : celui de la fiche, en Markdown.');
  const entries = Object.entries(keys).flatMap(([key, typed]): [string, HeaderValue][] => {
    const value = toHeaderValue(typed, findField(fields, [key])?.shape ?? { kind: 'text' });
    return value === undefined ? [] : [[key, value]];
  });
  return { values: Object.fromEntries(entries), ...(corps && { body: corps }) };
}

function parseObject(text: string): Record<string, unknown> {
  if (text.trim() === '')
    throw new UsageError(
      'L’entrée standard est vide : --json y attend un objet JSON, par exemple « cops new atelier --json < fiche.json ».',
    );
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new UsageError(
      'L’entrée standard ne se lit pas comme du JSON : vérifiez les guillemets droits, les virgules et les accolades.',
    );
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new UsageError(
      'L’entrée standard est du JSON, mais pas un objet : --json attend { "titre": "…", "date": "…" }.',
    );
  return parsed as Record<string, unknown>;
}

/** Says which options would give what is required and missing. */
export function sayMissing(missing: readonly Field[], type: string): string {
  const names = missing.map((field) => (hasOption(field) ? `--${nameOption(field)}` : `--set ${field.key}=…`));
  return `Il manque ${formatList(names)}. Sans terminal, rien ne peut vous être demandé : donnez tout en options, ou par --json. « cops new ${type} --help » décrit chaque option.`;
}

/** Throws a UsageError for a type that does not exist. */
export function refuseUnknownType(name: string, known: readonly string[]): never {
  const nearest = findNearest(name, known);
  const advice = nearest ? `le plus proche est ${quote(nearest)} ; ` : '';
  throw new UsageError(`Le type ${quote(name)} n’existe pas ; ${advice}les types sont ${formatList(known)}.`);
}

function hasOption({ key, shape }: Field): boolean {
  return !['constant', 'list', 'map'].includes(shape.kind) && !RESERVED.has(key) && /^[a-z][a-z0-9_-]*$/.test(key);
}

function nameOption({ key }: Field): string {
  return key.replaceAll('_', '-');
}

function describe({ description, required }: Field): string {
  const text = description.replace(/[.\s]+$/, '');
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}${required ? ' (nécessaire)' : ''}`;
}

function once(name: string): (value: string, before: string | undefined) => string {
  return (value, before) => {
    if (before !== undefined) throw twice(name);
    return value;
  };
}

function twice(name: string): UsageError {
  return new UsageError(`${quote(name)} est donné deux fois : gardez la bonne valeur.`);
}
