import type { Nodes, Root } from 'mdast';

/** Unbreakable narrow space, before ; ! ? */
const NARROW = '\u202f';
/** Unbreakable space, before : and inside French quotation marks. */
const FIXED = '\u00a0';

/** Makes the spaces of French signs unbreakable in the prose of a tree, never in code, links' addresses or HTML. Idempotent. */
export function setFrenchSpaces(tree: Root): void {
  const walk = (node: Nodes): void => {
    if (node.type === 'text') node.value = fixSpaces(node.value);
    else if ('children' in node) node.children.forEach(walk);
  };
  walk(tree);
}

/** The same for one text: only spaces that are there change. */
export function fixSpaces(text: string): string {
  return text
    .replace(/[ \u00a0\u202f](?=[;!?])/g, NARROW)
    .replace(/[ \u00a0\u202f](?=:(?!\/\/))/g, FIXED)
    .replace(/«[ \u00a0\u202f]/g, `«${FIXED}`)
    .replace(/[ \u00a0\u202f]»/g, `${FIXED}»`);
}
