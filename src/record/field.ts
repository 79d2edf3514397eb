import type { JsonSchema, RecordType, Schemas } from './schema.ts';

/** The form of a value, as far as asking for it and reading what was typed go; the schema alone says what is valid. */
export type Shape =
  | { readonly kind: 'text' | 'identifier' | 'date' | 'number' | 'boolean' | 'constant' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'list'; readonly item: Field }
  | { readonly kind: 'map'; readonly fields: readonly Field[] };

/** A key that a schema describes. */
export interface Field {
  readonly key: string;
  /** A few French words for a person, from the schema; absent where it has none. */
  readonly title?: string;
  /** French, from the schema. */
  readonly description: string;
  readonly required: boolean;
  readonly shape: Shape;
  readonly default?: string;
}

/** Schemas deeper than this are read as text: ours have three levels. */
const DEEPEST = 6;

/** The keys of a type, in the order of its schema. */
export function fieldsOf({ schema }: RecordType, schemas: Schemas): Field[] {
  return fieldsIn(schemas.resolve(schema), schemas, 0);
}

/** What a schema says of the value at a path of keys; undefined where it says nothing. */
export function findField(fields: readonly Field[], path: readonly string[]): Field | undefined {
  const [key, ...rest] = path;
  const field = fields.find((candidate) => candidate.key === key);
  if (!field || rest.length === 0) return field;
  return field.shape.kind === 'map' ? findField(field.shape.fields, rest) : undefined;
}

function fieldsIn(schema: JsonSchema, schemas: Schemas, depth: number): Field[] {
  const required = (schema.required as string[] | undefined) ?? [];
  const properties = Object.entries((schema.properties as Record<string, JsonSchema> | undefined) ?? {});
  return properties.map(([key, property]) =>
    toField(key, property, { required: required.includes(key), schemas, depth }),
  );
}

function toField(
  key: string,
  property: JsonSchema,
  { required, schemas, depth }: { required: boolean; schemas: Schemas; depth: number },
): Field {
  const schema = schemas.resolve(property);
  return {
    key,
    ...(typeof schema.title === 'string' && { title: schema.title }),
    description: typeof schema.description === 'string' ? schema.description : key,
    required,
    shape: shapeOf(key, schema, { schemas, depth: depth + 1 }),
    ...(schema.default !== undefined && { default: String(schema.default) }),
  };
}

function shapeOf(key: string, schema: JsonSchema, { schemas, depth }: { schemas: Schemas; depth: number }): Shape {
  if (depth > DEEPEST) return { kind: 'text' };
  if (schema.const !== undefined) return { kind: 'constant' };
  if (Array.isArray(schema.enum)) return { kind: 'choice', choices: schema.enum.map(String) };
  if (isDate(schema)) return { kind: 'date' };
  if (schema.type === 'array') {
    const items = (schema.items as JsonSchema | undefined) ?? {};
    return { kind: 'list', item: toField(key, items, { required: true, schemas, depth }) };
  }
  if (schema.type === 'object') return { kind: 'map', fields: fieldsIn(schema, schemas, depth) };
  if (schema.type === 'integer' || schema.type === 'number') return { kind: 'number' };
  if (schema.type === 'boolean') return { kind: 'boolean' };
  return { kind: schema.pattern === undefined ? 'text' : 'identifier' };
}

function isDate({ format, anyOf }: JsonSchema): boolean {
  if (format === 'date-partielle' || format === 'jour') return true;
  return Array.isArray(anyOf) && anyOf.some((branch: JsonSchema) => branch.format === 'date-partielle');
}
