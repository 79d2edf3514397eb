import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';

/** What other nodes of a tree point at. */
export interface Landmarks {
  /** Places that links lead to, by name. */
  readonly places: ReadonlySet<string>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
}

/** Gathers what the nodes of a tree point at; of two of the same name, the first counts. */
export function findLandmarks(tree: Root): Landmarks {
  const places = new Set<string>();
  const definitions = new Map<string, Definition>();
  const notes = new Map<string, FootnoteDefinition>();
  const walk = (node: Nodes): void => {
    const name = placeOf(node);
    if (name) places.add(name);
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier)) notes.set(node.identifier, node);
    if ('children' in node) node.children.forEach(walk);
  };
  walk(tree);
  return { places, definitions, notes };
}

/** The name of the place that a node makes, `<a id="…">`; none for any other node. */
export function placeOf(node: Nodes): string | undefined {
  return node.type === 'html' ? /^<a id="([\w-]+)">(?:<\/a>)?$/.exec(node.value)?.[1] : undefined;
}

/** Whether links lead somewhere inside a node. */
export function hasPlaces(node: Nodes): boolean {
  return placeOf(node) !== undefined || ('children' in node && node.children.some(hasPlaces));
}

/** Whether figures lead somewhere inside a node. */
export function hasProofs(node: Nodes): boolean {
  return placeOf(node)?.startsWith('preuve-') || ('children' in node && node.children.some(hasProofs));
}
