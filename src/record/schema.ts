import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { parsePartialDate } from './partial-date.ts';
import type { SectionSpec } from './passage.ts';

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
  readonly sections: readonly SectionSpec[];
}

/** One type of record: its schema, and what its schema says of the rest. */
export interface RecordType {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly spec: RecordSpec;
  /** Turns written numbers and booleans into values in place, and returns what is wrong. */
  validate(value: Record<string, unknown>): ErrorObject[];
}

/** All schemas of a workspace. */
export interface Schemas {
  readonly types: ReadonlyMap<string, RecordType>;
  /** What `cops.yaml` may hold. */
  validateSettings(value: Record<string, unknown>): ErrorObject[];
  /** The schema itself where `schema` is a `$ref`, with the keywords that stand beside it. */
  resolve(schema: JsonSchema): JsonSchema;
}

const COMMON = 'commun.schema.json';
const SETTINGS = 'cops.schema.json';

/** Compiles the schemas of a workspace, each under its file name. Throws where one is no JSON Schema. */
export function compileSchemas(files: ReadonlyMap<string, JsonSchema>): Schemas {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allErrors: true,
    verbose: true,
    coerceTypes: true,
    ownProperties: true,
  });
  ajv.addVocabulary(['x-cops', 'x-attendu']);
  ajv.addFormat('date-partielle', { validate: (text: string) => parsePartialDate(text) !== undefined });
  ajv.addFormat('jour', { validate: (text: string) => text.length === 10 && parsePartialDate(text) !== undefined });
  for (const [file, schema] of files) ajv.addSchema(schema, file);
  const types = new Map<string, RecordType>();
  for (const [file, schema] of files) {
    const spec = schema['x-cops'] as RecordSpec | undefined;
    if (!spec) continue;
    const name = file.replace(/\.schema\.json$/, '');
    types.set(name, { name, schema, spec, validate: (value) => run(ajv, file, value) });
  }
  const common = files.get(COMMON);
  return {
    types,
    validateSettings: (value) => run(ajv, SETTINGS, value),
    resolve: (schema) => resolveReference(schema, common),
  };
}

function run(ajv: Ajv2020, file: string, value: Record<string, unknown>): ErrorObject[] {
  const validate = ajv.getSchema(file) as ValidateFunction;
  return validate(value) ? [] : (validate.errors ?? []);
}

function resolveReference(schema: JsonSchema, common: JsonSchema | undefined): JsonSchema {
  const reference = schema.$ref;
  if (typeof reference !== 'string') return schema;
  const name = reference.replace(`${COMMON}#/$defs/`, '');
  const target = (common?.$defs as Record<string, JsonSchema> | undefined)?.[name];
  return target ? { ...resolveReference(target, common), ...schema } : schema;
}
