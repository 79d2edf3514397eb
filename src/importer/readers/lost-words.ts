import type { Nodes } from 'mdast';
import { quoteWords } from './left-out.ts';
import { tidyText } from './tidy-tree.ts';

/** What a reader says at the end: the words of the source that came neither into the tree nor into a warning. A net: there should be none. */
export function sayLostWords(source: string, tree: Nodes, warnings: readonly string[]): string[] {
  const kept = new Map<string, number>();
  for (const word of wordsOf(`${textOf(tree)} ${warnings.join(' ')}`)) kept.set(word, (kept.get(word) ?? 0) + 1);
  const lost = wordsOf(source).filter((word) => {
    const left = kept.get(word) ?? 0;
    kept.set(word, left - 1);
    return left <= 0;
  });
  return lost.length === 0
    ? []
    : [`Ces mots n’ont pas trouvé leur place dans le texte, et ne sont plus qu’ici : ${quoteWords(lost.join(' '))}.`];
}

/** Runs of letters and digits. */
export function wordsOf(text: string): string[] {
  return tidyText(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** The words of a tree: blocks, cells and breaks part them. */
export function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'html' || node.type === 'inlineCode' || node.type === 'code')
    return node.value;
  if (node.type === 'break') return '\n';
  if (node.type === 'image') return node.alt ?? '';
  if (!('children' in node)) return '';
  const isLine = ['paragraph', 'heading', 'strong', 'emphasis', 'delete', 'link', 'tableCell'].includes(node.type);
  return (node.children as Nodes[]).map(textOf).join(isLine ? '' : '\n');
}
