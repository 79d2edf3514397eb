import type { Nodes, Root } from 'mdast';

/** Makes text of links that lead nowhere outside the document, such as those of a table of contents. */
export function dropInnerLinks(tree: Root): void {
  const walk = (node: Nodes): void => {
    if (!('children' in node)) return;
    node.children.forEach(walk);
    node.children = (node.children as Nodes[]).flatMap((child) =>
      child.type === 'link' && !/^(?:https?|mailto):/i.test(child.url) ? (child.children as Nodes[]) : [child],
    ) as typeof node.children;
  };
  walk(tree);
}
