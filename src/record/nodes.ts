import type { Nodes, Parents, PhrasingContent } from 'mdast';
import type { Range } from '../diagnostic.ts';

/** Where a node of a tree stands in its file. */
export function rangeOf(node: Nodes): Range {
  const { start, end } = node.position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  return { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } };
}

/** What a reader sees of a node, without its marks. */
export function plainText(node: Parents | PhrasingContent): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  if ('alt' in node) return node.alt ?? '';
  return 'children' in node ? node.children.map((child) => plainText(child as PhrasingContent)).join('') : '';
}
