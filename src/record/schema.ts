import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { UsageError } from '../usage-error.ts';
import { refuseChanged, refuseChangedParts, refuseSpec } from './own-schema.ts';
import type { SectionSpec } from './passage.ts';
import { compileValidators, type ValidatorOf } from './validators.ts';

/** A JSON Schema 2020-12 as it stands in `schemas/`. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a schema says of its records beyond their keys, under the keyword `x-cops`. */
export interface RecordSpec {
  /** Folder under `records/`. */
  readonly dossier: string;
  /** How a new record's file is named: keys in braces. */
  readonly fichier: string;
  /** Keys wanted once the record is `valide`, and only recommended before. */
  readonly requisSiValide: readonly string[];
  /** Keys that `cops new` asks for, in order. */
  readonly questions: readonly string[];
  /** For a list of maps among them: the keys asked of each item, all where it is left out, and of how many items at most. */
  readonly details?: Readonly<Record<string, { readonly cles?: readonly string[]; readonly nombre?: number }>>;
  /** Keys of ours on which no figure, check or list depends: a workspace's own schema may drop them. */
  readonly libres?: readonly string[];
  /** The title that `cops new` proposes, with `{date}` for the day in words. */
  readonly titreParDefaut?: string;
  readonly sections: readonly SectionSpec[];
  /** Its text holds no passage: free words, between blocks that are computed. */
  readonly texteLibre?: boolean;
}

/** One type of record: its schema, and what its schema says of the rest. */
export interface RecordType {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly spec: RecordSpec;
  /** Where its records lie: path relative to the workspace, with `/`. */
  readonly folder: string;
  /** Turns written numbers and booleans into values in place, and returns what is wrong. */
  validate(value: Record<string, unknown>): ErrorObject[];
}

/** All schemas of a workspace. */
export interface Schemas {
  readonly types: ReadonlyMap<string, RecordType>;
  /** What `cops.yaml` may hold. */
  readonly settings: Pick<RecordType, 'schema' | 'validate'>;
  /** The schema itself where `schema` is a `$ref`, with the keywords that stand beside it. */
  resolve(schema: JsonSchema): JsonSchema;
  /** The keys that a schema allows beside the one at the end of a path; undefined where it allows any. */
  keysAt(schema: JsonSchema, path: readonly (string | number)[]): readonly string[] | undefined;
}

const COMMON = 'commun.schema.json';
const SETTINGS = 'cops.schema.json';

/**
 * The schemas of a workspace, each under its file name. Throws where one is no JSON Schema; those that are proven, by the
 * tests, are not examined again, and their `validators` may be at hand.
 */
export function compileSchemas(
  files: ReadonlyMap<string, JsonSchema>,
  { proven, validators }: { proven: boolean; validators?: ValidatorOf | undefined } = { proven: false },
): Schemas {
  const validatorOf = validators ?? compileValidators(files, { proven });
  const types = new Map<string, RecordType>();
  const folders = new Map<string, string>();
  for (const [file, schema] of files) {
    if (!('x-cops' in schema)) continue;
    const name = file.replace(/\.schema\.json$/, '');
    if (!proven) refuse(file, refuseSpec(schema['x-cops'], { name, schema, folders }));
    const spec = schema['x-cops'] as RecordSpec;
    folders.set(spec.dossier, name);
    types.set(name, {
      name,
      schema,
      spec,
      folder: `records/${spec.dossier}`,
      validate: (value) => run(validatorOf(file), value),
    });
  }
  const common = files.get(COMMON);
  const resolve = (schema: JsonSchema) => resolveReference(schema, common);
  return {
    types,
    settings: { schema: files.get(SETTINGS) ?? {}, validate: (value) => run(validatorOf(SETTINGS), value) },
    resolve,
    keysAt: (schema, path) => findKeys(schema, path, resolve),
  };
}

/** The same schemas, with the records of a type in another folder. */
export function moveFolder(schemas: Schemas, name: string, folder: string): Schemas {
  const type = schemas.types.get(name);
  return type ? { ...schemas, types: new Map(schemas.types).set(name, { ...type, folder }) } : schemas;
}

/** Throws what is wrong in a schema. */
function refuse(file: string, reason: string | undefined): void {
  if (reason !== undefined) throw new UsageError(`Le schéma « schemas/${file} » ne convient pas : ${reason}`);
}

/** Throws a UsageError where the schemas of a workspace no longer hold what the program reads. */
export function refuseChangedSchemas(
  own: ReadonlyMap<string, JsonSchema>,
  packaged: ReadonlyMap<string, JsonSchema>,
): void {
  for (const [file, schema] of packaged) {
    const changed = own.get(file) ?? {};
    if (file === COMMON) refuse(file, refuseChangedParts(changed, schema));
    else refuse(file, refuseChanged(changed, schema));
  }
}

/** Through references, lists and the branches of a choice; a schema that is not closed allows any key. */
function findKeys(
  schema: JsonSchema,
  [step, ...rest]: readonly (string | number)[],
  resolve: (schema: JsonSchema) => JsonSchema,
): readonly string[] | undefined {
  const here = resolve(schema);
  const branches = (here.anyOf as JsonSchema[] | undefined)?.map(resolve).filter(({ properties }) => properties) ?? [];
  const owner = here.properties ? here : (branches[0] ?? here);
  const properties = owner.properties as Record<string, JsonSchema> | undefined;
  if (rest.length === 0)
    return properties && owner.additionalProperties === false ? Object.keys(properties) : undefined;
  if (typeof step === 'number') return here.items ? findKeys(here.items as JsonSchema, rest, resolve) : undefined;
  const next = step !== undefined && properties && Object.hasOwn(properties, step) ? properties[step] : undefined;
  return next && findKeys(next, rest, resolve);
}

function run(validate: ValidateFunction, value: Record<string, unknown>): ErrorObject[] {
  const odd = findOddNumbers(value, '');
  const errors = validate(value) ? [] : (validate.errors ?? []);
  return [...errors, ...odd.flatMap((number) => refuseOddNumber(number))];
}

/** `Infinity`, `0x8` and `1e1` are numbers to JavaScript, and to nobody who writes records. */
const ODD_NUMBER = /^[-+]?(?:infinity|0[xob][\da-f]+|[\d.]*\d[\d.]*e[-+]?\d+|\.\d+|\d+\.)$|^\+\d/i;

interface OddNumber {
  readonly pointer: string;
  readonly written: string;
  readonly owner: Record<string, unknown>;
  readonly key: string;
}

function findOddNumbers(owner: object, pointer: string): OddNumber[] {
  return Object.entries(owner).flatMap(([key, inner]) => {
    const here = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (typeof inner === 'object' && inner !== null) return findOddNumbers(inner, here);
    if (typeof inner !== 'string' || !ODD_NUMBER.test(inner)) return [];
    return [{ pointer: here, written: inner, owner: owner as Record<string, unknown>, key }];
  });
}

/** Where the schema made a number of it; elsewhere it is a text like another. */
function refuseOddNumber({ pointer, written, owner, key }: OddNumber): ErrorObject[] {
  if (typeof owner[key] !== 'number') return [];
  owner[key] = written;
  return [{ keyword: 'type', instancePath: pointer, schemaPath: '', params: { type: 'number' }, data: written }];
}

function resolveReference(schema: JsonSchema, common: JsonSchema | undefined): JsonSchema {
  const reference = schema.$ref;
  if (typeof reference !== 'string') return schema;
  const name = reference.replace(`${COMMON}#/$defs/`, '');
  const target = (common?.$defs as Record<string, JsonSchema> | undefined)?.[name];
  return target ? { ...resolveReference(target, common), ...schema } : schema;
}
