import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { plainText } from '../../record/nodes.ts';
import { goesOnWith } from './line.ts';

/** Paragraphs that cut a sentence in two are one: a text pasted with its line ends has them, and a page that ends. */
export function joinCut(nodes: readonly RootContent[]): RootContent[] {
  const groups: RootContent[][] = [];
  for (const node of nodes) {
    const group = groups.at(-1);
    if (group && isCut(group, node)) group.push(node);
    else groups.push([node]);
  }
  return groups.flatMap((group) => (group.length > 1 ? [join(group as Paragraph[])] : group));
}

/** A line all bold is a title, and goes on with nothing; what begins in lower case is an item among others. */
function isCut(group: readonly RootContent[], next: RootContent): boolean {
  const [first, last] = [group[0], group.at(-1)];
  if (first?.type !== 'paragraph' || last?.type !== 'paragraph' || next.type !== 'paragraph') return false;
  const isTitle = last.children.every((node) => node.type === 'strong' || isBlank(node));
  const isItem = /^\s*\p{Ll}/u.test(plainText(first));
  return !isTitle && !isItem && goesOnWith(last.children, next.children);
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
