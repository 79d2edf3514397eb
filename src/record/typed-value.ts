import { isMap, isScalar, isSeq, type Node, parseDocument, visit } from 'yaml';
import { quote } from '../french.ts';
import { UsageError } from '../usage-error.ts';
import { type Field, findField, type Shape } from './field.ts';
import { cleanText, type HeaderValue, type HeaderValues } from './header-value.ts';
import { parseTypedDate } from './partial-date.ts';

/** A header deeper than this was not written by a person. */
const DEEPEST = 12;

/** What `--set` says: where, and what. */
export interface Assignment {
  readonly path: readonly [string, ...string[]];
  readonly value: HeaderValue | undefined;
}

/** Reads `cle=valeur`, the key's dots leading into a map. Throws a UsageError where there is no key. */
export function parseAssignment(text: string, fields: readonly Field[]): Assignment {
  const sign = text.indexOf('=');
  const [first, ...rest] = text.slice(0, Math.max(sign, 0)).trim().split('.');
  if (!first || rest.includes(''))
    throw new UsageError(
      `${quote(text)} ne se comprend pas : --set attend « cle=valeur », par exemple « --set lieu=Toulouse ».`,
    );
  const path = [first, ...rest] as const;
  const shape = findField(fields, path)?.shape ?? { kind: 'text' };
  return { path, value: toHeaderValue(parseTyped(text.slice(sign + 1).trim(), shape), shape) };
}

/**
 * A value from a command line, an answer or JSON as the header will hold it: texts on one line, dates in ISO form,
 * « oui » as `true`. Undefined where it holds nothing. What does not fit its shape is left for the schema to refuse.
 */
export function toHeaderValue(typed: unknown, shape: Shape, depth = 0): HeaderValue | undefined {
  if (depth > DEEPEST)
    throw new UsageError('Cette valeur emboîte trop de listes les unes dans les autres : simplifiez-la.');
  if (typed === null || typed === undefined || typed === '') return undefined;
  if (Array.isArray(typed)) {
    const item: Shape = shape.kind === 'list' ? shape.item.shape : { kind: 'text' };
    return present(typed.map((value) => toHeaderValue(value, item, depth + 1)));
  }
  if (typeof typed === 'object') return toMap(typed, shape, depth);
  const text = cleanText(String(typed));
  if (text === '') return undefined;
  if (shape.kind === 'list') return toList(text, shape.item.shape, depth);
  return toText(text, shape);
}

function present(items: readonly (HeaderValue | undefined)[]): HeaderValue | undefined {
  const kept = items.filter((item) => item !== undefined);
  return kept.length > 0 ? kept : undefined;
}

function toMap(typed: object, shape: Shape, depth: number): HeaderValues | undefined {
  const fields = shape.kind === 'map' ? shape.fields : [];
  const entries = Object.entries(typed).flatMap(([key, value]) => {
    const inner: Shape =
      shape.kind === 'date' && key === 'date' ? shape : (findField(fields, [key])?.shape ?? { kind: 'text' });
    const plain = toHeaderValue(value, inner, depth + 1);
    return plain === undefined ? [] : [[key, plain] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** Words from a closed form are told apart by commas; a sentence may hold one, and is one item. */
function toList(text: string, item: Shape, depth: number): HeaderValue | undefined {
  if (item.kind === 'map' || item.kind === 'list') return text;
  const parts = item.kind === 'identifier' || item.kind === 'choice' ? text.split(/[,;\s]+/) : [text];
  return present(parts.map((part) => toHeaderValue(part, item, depth + 1)));
}

function toText(text: string, { kind }: Shape): string {
  if (kind === 'date') return parseTypedDate(text)?.iso ?? text;
  if (kind === 'number') return /^[-+]?\d+,\d+$/.test(text) ? text.replace(',', '.') : text;
  if (kind === 'boolean') return BOOLEANS[text.toLowerCase()] ?? text;
  return text;
}

const BOOLEANS: Readonly<Record<string, string>> = { oui: 'true', non: 'false', vrai: 'true', faux: 'false' };

/** A text is taken as it is, but for the quotation marks around the whole of it; elsewhere YAML may say a list or a map. */
function parseTyped(text: string, shape: Shape): unknown {
  const opening = shape.kind === 'date' ? /^["'{]/ : TEXTS.has(shape.kind) ? /^["']/ : /^["'[{-]|\n/;
  return (opening.test(text) ? parseYaml(text) : undefined) ?? text;
}

const TEXTS: ReadonlySet<Shape['kind']> = new Set(['text', 'identifier', 'constant', 'choice']);

/** Plain values of a YAML text; undefined where it has faults, or says more than values. */
function parseYaml(text: string): unknown {
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false });
  if (document.errors.length > 0 || document.warnings.length > 0 || document.comment) return undefined;
  const { contents } = document;
  let plain = isScalar(contents) || isSeq(contents) || isMap(contents);
  visit(document, {
    Alias: () => {
      plain = false;
    },
    Node: (_, node: Node) => {
      if (node.comment || node.commentBefore || ('tag' in node && node.tag) || ('anchor' in node && node.anchor))
        plain = false;
    },
  });
  return plain ? (document.toJS() as unknown) : undefined;
}
