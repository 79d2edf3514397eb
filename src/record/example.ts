import { cleanText, type HeaderValue, type HeaderValues } from './header-value.ts';
import type { JsonSchema, RecordType, Schemas } from './schema.ts';

/** Schemas deeper than this have no example: ours have three levels. */
const DEEPEST = 6;

/** A header with every key of a type, made of the examples of its schema; a key whose schema gives none is left out. */
export function exampleHeader({ schema }: RecordType, schemas: Schemas): HeaderValues {
  const example = exampleOf(schema, schemas, 0);
  return typeof example === 'object' && !Array.isArray(example) ? (example as HeaderValues) : {};
}

/** A body with every section of a type; where it has suites, a piste bears the name and the theme that their examples name. */
export function exampleBody({ schema, spec }: RecordType): string {
  if (spec.texteLibre) return FREE;
  const sections = spec.sections.filter(({ interne }) => !interne);
  const isCoded = Object.hasOwn((schema.properties as object | undefined) ?? {}, 'suites');
  const home =
    sections.find(({ nature }) => nature === 'constat') ?? sections.findLast(({ nature }) => nature === 'contexte');
  return sections
    .map((section) => `## ${section.titre}\n\n${isCoded && section === home ? PASSAGES : 'Une phrase inventée.'}\n`)
    .join('\n');
}

const FREE = '## Mon analyse\n\nUne phrase inventée, entre les blocs que « cops report --refresh » calcule.\n';

const PASSAGES = '- Ce que le groupe observe.\n- → Ce que le groupe propose. ^p7 #temps-de-consultation';

function exampleOf(written: JsonSchema, schemas: Schemas, depth: number): HeaderValue | undefined {
  const schema = schemas.resolve(written);
  const [given] = (schema.examples as unknown[] | undefined) ?? [];
  const value = given ?? schema.const ?? schema.default ?? (schema.enum as unknown[] | undefined)?.[0];
  if (value !== undefined) return toWritten(value);
  if (depth > DEEPEST) return undefined;
  const item = schema.items ? exampleOf(schema.items as JsonSchema, schemas, depth + 1) : undefined;
  if (item !== undefined) return [item];
  const properties = Object.entries((schema.properties as Record<string, JsonSchema> | undefined) ?? {});
  const filled = properties.flatMap(([key, property]): [string, HeaderValue][] => {
    const example = exampleOf(property, schemas, depth + 1);
    return example === undefined ? [] : [[key, example]];
  });
  return filled.length > 0 ? Object.fromEntries(filled) : undefined;
}

/** Headers hold texts alone, as they are written. */
function toWritten(value: unknown): HeaderValue {
  if (Array.isArray(value)) return value.map(toWritten);
  if (typeof value !== 'object' || value === null) return cleanText(String(value));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toWritten(inner)]));
}
