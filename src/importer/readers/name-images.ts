import type { Image, Nodes, Root } from 'mdast';
import { quoteWords, sayAfter } from './left-out.ts';
import { textOf } from './lost-words.ts';

/** Takes pictures out of a tree, and says of each where it was and what it was said to show. */
export function leaveOutImages(tree: Root): string[] {
  const warnings: string[] = [];
  let before = '';
  const walk = (node: Nodes): void => {
    if (!('children' in node)) return;
    const children = node.children as Nodes[];
    for (const child of children) {
      if (child.type === 'image') warnings.push(sayImage(child, before));
      else if ('children' in child) walk(child);
      else if (child.type !== 'html') before = (before + textOf(child)).slice(-400);
    }
    if (!['strong', 'emphasis', 'delete', 'link'].includes(node.type)) before += '\n';
    node.children = children.filter((child) => child.type !== 'image') as typeof node.children;
  };
  walk(tree);
  return warnings;
}

function sayImage({ alt }: Image, before: string): string {
  const said = alt?.trim() ? ` ; elle est décrite ainsi : ${quoteWords(alt)}` : '';
  return `1 image n’a pas été reprise, ${sayAfter(before)}${said}.`;
}
