import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { Edit } from '../diagnostic.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Lines } from './lines.ts';

/** The YAML of a header and the lines of its file: both have the same offsets. */
export type HeaderText = Pick<FrontMatter, 'yaml' | 'lines'>;

/** A key and its value, as the parser places them. */
export type PlacedPair = Pair<Node, Node | null>;

/** The keys of a header; undefined where it is none. */
export function readRoot(yaml: string): YAMLMap | undefined {
  const document = parseDocument(yaml, { schema: 'failsafe', prettyErrors: false });
  return document.errors.length === 0 && isMap(document.contents) ? document.contents : undefined;
}

/** A key of a map, with its value. */
export function findPair(map: YAMLMap, key: string): PlacedPair | undefined {
  return pairsOf(map).find((pair) => nameOf(pair) === key);
}

/** The key behind which a new one has its place: the last of those that come before it in an order. */
export function findPairBefore(map: YAMLMap, key: string, order: readonly string[]): PlacedPair | undefined {
  const rank = order.indexOf(key);
  const isBefore = (pair: PlacedPair) => order.includes(nameOf(pair)) && order.indexOf(nameOf(pair)) < rank;
  return pairsOf(map).findLast(isBefore) ?? pairsOf(map).at(-1);
}

function pairsOf(map: YAMLMap): PlacedPair[] {
  return map.items as PlacedPair[];
}

function nameOf({ key }: PlacedPair): string {
  return String(isScalar(key) ? key.value : key);
}

/** Where a node begins. */
export function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** Whether a key has no value behind it. */
export function isEmpty({ value }: PlacedPair): boolean {
  return value === null || (isScalar(value) && startOf(value) === value.range?.[1]);
}

/** Behind the last sign of a key and its value, comments left out. */
export function endOfPair(pair: PlacedPair, yaml: string): number {
  return isEmpty(pair) || !pair.value ? endOfColon(pair, yaml) : endOfNode(pair.value, yaml);
}

/** Behind the colon of a key. */
export function endOfColon({ key }: PlacedPair, yaml: string): number {
  return yaml.indexOf(':', key.range?.[1] ?? 0) + 1;
}

/** Behind the last sign of a value, comments and white space left out. */
export function endOfNode(node: Node, yaml: string): number {
  const last = (isMap(node) || isSeq(node)) && !node.flow ? node.items.at(-1) : undefined;
  if (isMap(node) && last) return endOfPair(last as PlacedPair, yaml);
  if (isSeq(node) && last) return endOfNode(last as Node, yaml);
  return yaml.slice(0, node.range?.[1] ?? 0).trimEnd().length;
}

/** Columns before an offset on its line. */
export function indentAt({ lines }: HeaderText, offset: number): number {
  return lines.positionAt(offset).column - 1;
}

/** Puts lines below that of an offset, and below the comments that are indented as far as `indent` at least: they speak of what is above. */
export function insertBelow(
  { lines }: HeaderText,
  offset: number,
  { text, indent }: { text: string; indent: number },
): Edit {
  let { line } = lines.positionAt(offset);
  while (commentIndent(lines, line + 1) >= Math.max(indent, 1)) line++;
  const end = { line, column: lines.lineAt(line).length + 1 };
  return { range: { start: end, end }, text: `\n${text}` };
}

function commentIndent(lines: Lines, line: number): number {
  return /^ *(?=#)/.exec(lines.lineAt(line))?.[0].length ?? -1;
}

/** Puts a text at an offset. */
export function insertAt({ lines }: HeaderText, offset: number, text: string): Edit {
  return { range: lines.rangeOf(offset, offset), text };
}
