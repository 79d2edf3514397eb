import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { goesOnWith } from './line.ts';

/** Paragraphs that cut a sentence in two are one: a text pasted with its line ends has them, and a page that ends. */
export function joinCut(nodes: readonly RootContent[]): RootContent[] {
  const groups: RootContent[][] = [];
  for (const [index, node] of nodes.entries()) {
    const before = nodes[index - 1];
    if (before?.type === 'paragraph' && node.type === 'paragraph' && isCut(before, node)) groups.at(-1)?.push(node);
    else groups.push([node]);
  }
  return groups.flatMap((group) => (group.length > 1 ? [join(group as Paragraph[])] : group));
}

/** A line all bold is a title, and goes on with nothing. */
function isCut(before: Paragraph, next: Paragraph): boolean {
  const isTitle = before.children.every((node) => node.type === 'strong' || isBlank(node));
  return !isTitle && goesOnWith(before.children, next.children);
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

/** Where they meet, a line ends: those of a sentence are put together like any others. */
function join(paragraphs: readonly Paragraph[]): Paragraph {
  const children = paragraphs.flatMap((paragraph, index): PhrasingContent[] => [
    ...(index > 0 ? [{ type: 'break' } as const] : []),
    ...paragraph.children,
  ]);
  return { type: 'paragraph', children };
}
