import { Ajv2020, type Code, type ValidateFunction } from 'ajv/dist/2020.js';
import { quote } from '../french.ts';
import { UsageError } from '../usage-error.ts';
import { sayBrokenSchema } from './broken-schema.ts';
import { parsePartialDate } from './partial-date.ts';
import type { JsonSchema } from './schema.ts';

/** What the formats of our schemas accept. */
export const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  'date-partielle': (text) => parsePartialDate(text) !== undefined,
  jour: (text) => text.length === 10 && parsePartialDate(text) !== undefined,
};

/** The function that validates a value by the schema of a file; it turns written numbers and booleans into values in place. */
export type ValidatorOf = (file: string) => ValidateFunction;

/** How schemas are to be compiled. */
export interface Compiling {
  /** They were examined before, by the tests. */
  readonly proven: boolean;
  /** The code is to be kept as a text, in which formats are those of this expression. */
  readonly source?: { readonly formats: Code };
}

/** What compiles the schemas of a workspace, each under its file name. Throws a UsageError where one that is not `proven` is no JSON Schema. */
export function openSchemas(files: ReadonlyMap<string, JsonSchema>, { proven, source }: Compiling): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allErrors: true,
    verbose: true,
    coerceTypes: true,
    ownProperties: true,
    validateSchema: !proven,
    // Each schema is used a few hundred times: shorter code is not worth the time that it takes to write.
    code: source ? { source: true, esm: false, ...source } : { optimize: false },
  });
  ajv.addVocabulary(['x-cops', 'x-attendu']);
  for (const [name, validate] of Object.entries(FORMATS)) ajv.addFormat(name, validate);
  for (const [file, schema] of files) blame(file, () => ajv.addSchema(schema, file));
  if (!proven) for (const file of files.keys()) blame(file, () => ajv.getSchema(file));
  return ajv;
}

/** Names the file of the schema that ajv refuses. */
function blame(file: string, compile: () => unknown): void {
  try {
    compile();
  } catch (error) {
    throw new UsageError(
      `Le schéma ${quote(`schemas/${file}`)} n’est pas un schéma JSON valable : ${sayBrokenSchema((error as Error).message)}.`,
    );
  }
}

/** Compiles the schemas of a workspace, each where it is first needed. Throws a UsageError where one that is not `proven` is no JSON Schema. */
export function compileValidators(files: ReadonlyMap<string, JsonSchema>, compiling: Compiling): ValidatorOf {
  const ajv = openSchemas(files, compiling);
  return (file) => ajv.getSchema(file) as ValidateFunction;
}
