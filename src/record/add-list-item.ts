import { isMap, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Edit } from '../diagnostic.ts';
import type { HeaderValues } from './header-value.ts';
import {
  endOfColon,
  endOfNode,
  endOfPair,
  findPair,
  findPairBefore,
  type HeaderText,
  indentAt,
  insertAt,
  insertBelow,
  isEmpty,
  readRoot,
  startOf,
} from './yaml-place.ts';
import { formatValue } from './yaml-value.ts';

/** What is added to a header: a group of keys at the end of a list, and the order of the keys of that header. */
export interface NewItem {
  readonly key: string;
  readonly item: HeaderValues;
  readonly order: readonly string[];
}

/** How far lists are indented where nothing shows how their author does it. */
const INDENT = 2;

/**
 * Adds a group of keys at the end of a list of the header, written as its items are; the key comes at its place where it
 * is not there. Line ends are `\n`. Undefined where the value of the key is no such list.
 */
export function addListItem(text: HeaderText, { key, item, order }: NewItem): readonly Edit[] | undefined {
  const root = readRoot(text.yaml);
  if (!root) return undefined;
  const pair = findPair(root, key);
  if (!pair) return addKey(text, root, { key, item, order });
  if (isEmpty(pair)) return root.flow ? undefined : [addBelowKey(text, endOfColon(pair, text.yaml), { root, item })];
  if (!isSeq(pair.value) || pair.value.items.length === 0) return undefined;
  return pair.value.flow ? addToFlow(text, pair.value, item) : [addToBlock(text, pair.value, item)];
}

function addKey(text: HeaderText, root: YAMLMap, { key, item, order }: NewItem): readonly Edit[] | undefined {
  const before = findPairBefore(root, key, order);
  if (!before) return undefined;
  const end = endOfPair(before, text.yaml);
  if (root.flow) return [insertAt(text, end, `, ${key}: [${formatValue(item, { inFlow: true })}]`)];
  const list = formatBlockItem(item, { indent: listIndent(text, root), gap: ' ' });
  return [insertBelow(text, end, { text: `${key}:\n${list}`, indent: 1 })];
}

function addBelowKey(text: HeaderText, colon: number, { root, item }: { root: YAMLMap; item: HeaderValues }): Edit {
  const list = formatBlockItem(item, { indent: listIndent(text, root), gap: ' ' });
  return insertBelow(text, colon, { text: list, indent: 1 });
}

/** As far as the first list of the header that has a line for each item. */
function listIndent(text: HeaderText, root: YAMLMap): number {
  const list = root.items.map(({ value }) => value).find((value) => isSeq(value) && !value.flow);
  return list ? indentAt(text, startOf(list as Node)) : INDENT;
}

function addToBlock(text: HeaderText, list: YAMLSeq, item: HeaderValues): Edit {
  const indent = indentAt(text, startOf(list));
  const last = list.items.at(-1) as Node;
  const written =
    isMap(last) && !last.flow
      ? formatBlockItem(item, { indent, gap: gapOf(text, last, indent) })
      : `${' '.repeat(indent)}- ${formatValue(item, { inFlow: true })}`;
  return insertBelow(text, endOfNode(last, text.yaml), { text: written, indent });
}

/** The spaces between the dash of an item and its first key. */
function gapOf({ lines }: HeaderText, item: YAMLMap, indent: number): string {
  const { line, column } = lines.positionAt(startOf(item));
  return /^-( +)$/.exec(lines.lineAt(line).slice(indent, column - 1))?.[1] ?? ' ';
}

function formatBlockItem(item: HeaderValues, { indent, gap }: { indent: number; gap: string }): string {
  const [first, rest] = [`${' '.repeat(indent)}-${gap}`, ' '.repeat(indent + 1 + gap.length)];
  return Object.entries(item)
    .map(([key, value], index) => `${index === 0 ? first : rest}${key}: ${formatValue(value, { inFlow: false })}`)
    .join('\n');
}

/** An item that has its own line gets a line below it, and keeps the comment behind it. */
function addToFlow(text: HeaderText, list: YAMLSeq, item: HeaderValues): readonly Edit[] {
  const last = list.items.at(-1) as Node;
  const end = endOfNode(last, text.yaml);
  const { line, column } = text.lines.positionAt(end);
  const behind = text.lines.lineAt(line).slice(column - 1);
  const written = formatValue(item, { inFlow: true });
  const [, comma] = /^[ \t]*(,?)[ \t]*(?:#.*)?$/.exec(behind) ?? [];
  if (comma === undefined) return [insertAt(text, end, `, ${written}`)];
  const below = `\n${' '.repeat(indentAt(text, startOf(last)))}${written}${comma}`;
  if (behind === '') return [insertAt(text, end, `,${below}`)];
  return [...(comma ? [] : [insertAt(text, end, ',')]), insertAt(text, end + behind.length, below)];
}
