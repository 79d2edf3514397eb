import {
  type Document,
  isMap,
  isNode,
  isScalar,
  type Node,
  Pair,
  parse,
  parseDocument,
  Scalar,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import { quote } from '../french.ts';
import { UsageError } from '../usage-error.ts';
import { splitFrontMatter } from './front-matter.ts';
import { parseHeader } from './header.ts';
import { cleanText, type HeaderValue, type HeaderValues, isList } from './header-value.ts';
import type { RecordType } from './schema.ts';

/** A list or a map is written on one line up to this many characters. */
const LONGEST_FLOW = 100;

/**
 * The text of a new fiche: a template whose keys take the values given, whose keys without any are dropped, and whose
 * comments stay. Keys that the template lacks stand where `order` has them. Throws a UsageError for a template that does not read.
 */
export function formatFiche(
  template: string,
  { values, order, body }: { values: HeaderValues; order: readonly string[]; body?: string },
): string {
  const name = `templates/${values.type}.md`;
  const parts = splitFrontMatter(name, template);
  if ('fault' in parts) throw unreadable(name, parts.fault.message);
  const { header, faults } = parseHeader(name, parts);
  if (!header) throw unreadable(name, faults[0]?.message ?? '');
  const document = parseDocument(fillEmptyKeys(parts.yaml.slice(parts.yaml.indexOf('\n') + 1)), { schema: 'failsafe' });
  for (const [key, value] of Object.entries(values)) setKey(document, key, { value, order });
  dropEmptyKeys(document);
  const text = body === undefined ? parts.body.trimStart() : body.replace(/^\s*\n/, '').trimEnd();
  return `---\n${document.toString({ lineWidth: 0 })}---\n${text ? `\n${text.trimEnd()}\n` : ''}`;
}

/** A template for a type that has none: its name, and its sections. */
export function formatTemplate({ name, spec }: RecordType): string {
  const sections = spec.sections.filter(({ interne }) => !interne).map(({ titre }) => `## ${titre}\n`);
  return `---\ntype: ${name}\n---\n\n${sections.join('\n')}`;
}

function unreadable(name: string, reason: string): UsageError {
  return new UsageError(`Le gabarit ${quote(name)} ne se lit pas. ${reason}`);
}

/** YAML would give the comment below an empty key to that key, and not to the next one. */
function fillEmptyKeys(yaml: string): string {
  return yaml.replace(/^([\p{L}\p{N}_-]+):[ \t]*(?=(?:\n[ \t]*(?:#.*)?)*(?:\n[^\s#-]|\s*$))/gmu, '$1: ""');
}

function setKey(
  document: Document,
  key: string,
  { value, order }: { value: HeaderValue; order: readonly string[] },
): void {
  const map = document.contents;
  if (!isMap(map)) return;
  const node = toNode(value);
  const pair = map.items.find((item) => nameOf(item) === key);
  if (pair) {
    if (isNode(pair.value) && pair.value.comment) node.comment = pair.value.comment;
    pair.value = node;
    return;
  }
  const rank = order.indexOf(key);
  const next = rank < 0 ? -1 : map.items.findIndex((item) => order.indexOf(nameOf(item)) > rank);
  map.items.splice(next < 0 ? map.items.length : next, 0, new Pair(toScalar(key), node));
}

function dropEmptyKeys(document: Document): void {
  const map = document.contents;
  if (isMap(map)) map.items = map.items.filter(({ value }) => !(isScalar(value) && !value.value) && value !== null);
}

function nameOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key);
}

function toNode(value: HeaderValue): Node {
  if (typeof value === 'string') return toScalar(value);
  if (isList(value)) {
    const words = value.every((item) => typeof item === 'string' && !/\s/.test(item)) && isShort(value);
    const list = new YAMLSeq();
    list.flow = words;
    list.items = value.map((item) => (words ? toScalar(String(item), true) : toNode(item)));
    return list;
  }
  const entries = Object.entries(value);
  const flat = entries.every(([, item]) => typeof item === 'string') && isShort(entries.flat());
  const map = new YAMLMap();
  map.flow = flat;
  map.items = entries.map(
    ([key, item]) => new Pair(toScalar(key, flat), flat ? toScalar(String(item), true) : toNode(item)),
  );
  return map;
}

function isShort(texts: readonly HeaderValue[]): boolean {
  return texts.reduce((sum, text) => sum + String(text).length + 2, 0) <= LONGEST_FLOW;
}

function toScalar(written: string, inFlow = false): Scalar {
  const text = cleanText(written);
  const scalar = new Scalar(text);
  if (readsPlain(text, inFlow)) scalar.type = 'PLAIN';
  else scalar.type = /["\\]/.test(text) ? 'QUOTE_SINGLE' : 'QUOTE_DOUBLE';
  return scalar;
}

/** Whether a text without quotation marks reads back as it is, here and, where it looks like a number or nothing, elsewhere too. */
export function readsPlain(text: string, inFlow: boolean): boolean {
  const sources = inFlow ? [`[ ${text} ]`, `{ k: ${text} }`] : [`- ${text}`, `k: ${text}`];
  return sources.every((source) => readsOnly(source, text)) && readsSame(text);
}

function readsOnly(source: string, text: string): boolean {
  const document = parseDocument(source, { schema: 'failsafe', prettyErrors: false });
  if (document.errors.length > 0 || document.warnings.length > 0 || document.comment) return false;
  const { contents } = document;
  const item = contents && 'items' in contents && contents.items.length === 1 ? contents.items[0] : undefined;
  const node = item instanceof Pair ? item.value : item;
  return isScalar(node) && node.type === 'PLAIN' && node.value === text && !node.comment && !node.anchor && !node.tag;
}

/** `09`, `1.0` or `null` are other things to a reader that knows numbers: they are quoted. */
function readsSame(text: string): boolean {
  const [read] = parse(`- ${text}`, { prettyErrors: false, logLevel: 'silent' }) as unknown[];
  return read !== null && String(read) === text;
}
