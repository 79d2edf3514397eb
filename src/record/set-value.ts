import { isCollection, isMap, isSeq, type Node, type YAMLMap } from 'yaml';
import type { Edit } from '../diagnostic.ts';
import type { Path } from './header.ts';
import type { HeaderValue } from './header-value.ts';
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
  type PlacedPair,
  readRoot,
  startOf,
} from './yaml-place.ts';
import { formatLike, formatValue } from './yaml-value.ts';

/** A value of a group of keys of the header, and the order of these keys. */
export interface NewValue {
  /** Where the group stands. */
  readonly path: Path;
  readonly key: string;
  readonly value: HeaderValue;
  readonly order: readonly string[];
}

/** Puts a value in place of another, or adds its key; comments and quotation marks stay. Undefined where that cannot be done surely. */
export function setValue(text: HeaderText, { path, key, value, order }: NewValue): Edit | undefined {
  const map = findMap(text, path);
  if (!map) return undefined;
  const pair = findPair(map, key);
  if (pair) return replaceValue(text, pair, { value, inFlow: map.flow === true });
  const before = findPairBefore(map, key, order);
  if (!before) return undefined;
  const end = endOfPair(before, text.yaml);
  if (map.flow) return insertAt(text, end, `, ${key}: ${formatValue(value, { inFlow: true })}`);
  const indent = indentAt(text, startOf(map));
  const line = `${' '.repeat(indent)}${key}: ${formatValue(value, { inFlow: false })}`;
  return insertBelow(text, end, { text: line, indent: indent + 1 });
}

function findMap({ yaml }: HeaderText, path: Path): YAMLMap | undefined {
  let node: unknown = readRoot(yaml);
  for (const step of path) {
    if (isMap(node)) node = findPair(node, String(step))?.value;
    else if (isSeq(node)) node = node.items[Number(step)];
  }
  return isMap(node) ? node : undefined;
}

function replaceValue(
  text: HeaderText,
  pair: PlacedPair,
  { value, inFlow }: { value: HeaderValue; inFlow: boolean },
): Edit | undefined {
  const colon = endOfColon(pair, text.yaml);
  if (isEmpty(pair) || !pair.value) return insertAt(text, colon, ` ${formatValue(value, { inFlow })}`);
  const node: Node = pair.value;
  const isBlock = isCollection(node) && !node.flow;
  const start = isBlock ? colon : startOf(node);
  const end = endOfNode(node, text.yaml);
  const source = text.yaml.slice(start, end);
  if (isBlock && source.includes('#')) return undefined;
  const written = isBlock ? ` ${formatValue(value, { inFlow })}` : formatLike(source, value, { inFlow });
  return { range: text.lines.rangeOf(start, end), text: written };
}
