import type { Heading, Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { slugify } from '../french.ts';
import { formatNodes } from './markdown.ts';

/** A section of a document as Markdown, under a name that its heading gives. */
export interface DocumentBlock {
  readonly name: string;
  readonly text: string;
}

/** What stands above the first section: the title, and what it announces. */
const TITLE = 'titre';

/** Cuts a document at its second-level headings; each block has a name of its own. */
export function formatBlocks(tree: Root): DocumentBlock[] {
  return nameBlocks(tree).map(({ name, nodes }) => ({ name, text: formatNodes(nodes).trim() }));
}

/** A document with some of its blocks alone, under its title. */
export function keepBlocks(tree: Root, names: readonly string[]): Root {
  const isTitle = (node: RootContent) => node.type === 'heading' && node.depth === 1;
  const children = nameBlocks(tree).flatMap(({ name, nodes }) =>
    names.includes(name) ? nodes : nodes.filter(isTitle),
  );
  return { ...tree, children };
}

function nameBlocks({ children }: Root): { readonly name: string; readonly nodes: RootContent[] }[] {
  const names = new Set<string>();
  return cutAtHeadings(children).map((nodes) => {
    const [first] = nodes;
    const isSection = first !== undefined && isHeading(first);
    const name = nameFree(isSection ? slugify(plainText(first, { includeHtml: false })) || 'section' : TITLE, names);
    return { name, nodes };
  });
}

function cutAtHeadings(nodes: readonly RootContent[]): RootContent[][] {
  const groups: RootContent[][] = [];
  for (const node of nodes) {
    if (groups.length === 0 || isHeading(node)) groups.push([]);
    groups.at(-1)?.push(node);
  }
  return groups;
}

function isHeading(node: RootContent): node is Heading {
  return node.type === 'heading' && node.depth === 2;
}

function nameFree(name: string, names: Set<string>): string {
  let free = name;
  for (let number = 2; names.has(free); number++) free = `${name}-${number}`;
  names.add(free);
  return free;
}
