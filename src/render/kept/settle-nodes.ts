import type { Definition, Link, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Picture } from '../pictures/picture.ts';
import { placedIn, toImage } from '../pictures/placed-pictures.ts';
import { type LinkWorld, resolveLink } from './resolve-link.ts';

/** What a part of a record is printed with. */
export interface SettleWorld extends LinkWorld {
  /** Whether a person wrote it: nothing in it then names a place that links lead to. */
  readonly isOwn: boolean;
  /** The picture of a name, where one is drawn: what was computed keeps its place. */
  readonly pictureNamed: (name: string) => Picture | undefined;
  /** Hears of what is not printed as it was written: a sentence, the same for all of its kind. */
  note(sentence: string): void;
}

/**
 * The blocks of a part of a record, such that every format prints the same: no comment, no picture but those that are drawn from
 * figures, no HTML but the places of what was computed, links that lead somewhere from where the document lies.
 */
export function settleNodes(tree: Root, world: SettleWorld): RootContent[] {
  const definitions = new Map<string, Definition>();
  for (const node of tree.children)
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  return tree.children.flatMap((node) => settle(node, world, definitions)).map(asBlock);
}

/** A picture between blocks is a block. */
function asBlock(node: Nodes): RootContent {
  return node.type === 'image' ? { type: 'paragraph', children: [node] } : (node as RootContent);
}

type Definitions = ReadonlyMap<string, Definition>;

function settle(node: Nodes, world: SettleWorld, definitions: Definitions): Nodes[] {
  switch (node.type) {
    case 'html':
      return settleHtml(node.value, world);
    case 'definition':
      return [];
    case 'image':
    case 'imageReference':
      world.note('Une image n’est pas imprimée : le texte qui la décrit l’est à sa place, entre crochets.');
      return node.alt ? [text(`[${node.alt}]`)] : [];
    case 'link':
      return settleLink(node, world, definitions);
    case 'linkReference': {
      const { url = '' } = definitions.get(node.identifier) ?? {};
      return settleLink({ type: 'link', url, children: node.children }, world, definitions);
    }
    case 'footnoteReference':
      return [text(` (note ${node.identifier})`)];
    case 'footnoteDefinition': {
      const [first, ...rest] = settleAll(node.children, world, definitions) as RootContent[];
      const label = text(`Note ${node.identifier} : `);
      return first?.type === 'paragraph' ? [{ ...first, children: [label, ...first.children] }, ...rest] : [...rest];
    }
    case 'listItem': {
      const box = typeof node.checked === 'boolean' ? text(node.checked ? '☑ ' : '☐ ') : undefined;
      const [first, ...rest] = settleAll(node.children, world, definitions) as typeof node.children;
      const opened = box && first?.type === 'paragraph' ? { ...first, children: [box, ...first.children] } : first;
      return [{ ...node, checked: null, children: opened ? [opened, ...rest] : [] }];
    }
    default:
      return 'children' in node
        ? [{ ...node, children: settleAll(node.children, world, definitions) } as Nodes]
        : [node];
  }
}

function settleAll(nodes: readonly Nodes[], world: SettleWorld, definitions: Definitions): Nodes[] {
  return nodes.flatMap((node) => settle(node, world, definitions));
}

/** A comment is a note for oneself, even one that is never closed. */
function settleHtml(value: string, { isOwn, note, pictureNamed }: SettleWorld): Nodes[] {
  const name = isOwn ? undefined : placedIn(value);
  const picture = name === undefined ? undefined : pictureNamed(name);
  if (picture) return [toImage(picture)];
  const shown = value.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  if (shown.trim() === '') return [];
  if (!isOwn && /^(?:<a id="[\w-]+">|<\/a>|<a id="[\w-]+"><\/a>)$/.test(shown)) return [{ type: 'html', value: shown }];
  note('Des balises HTML sont imprimées comme du texte, telles qu’elles sont écrites.');
  return [text(shown)];
}

function settleLink(node: Link, world: SettleWorld, definitions: Definitions): Nodes[] {
  const children = settleAll(node.children, world, definitions) as PhrasingContent[];
  // A figure that is quoted with its link is one; words that lead to its proofs are none, and would be read as a number lost.
  if (world.isOwn && node.url.startsWith('#preuve-') && !/\d/.test(plainText(node))) return children;
  const target = resolveLink(node.url, world);
  if (target && 'url' in target) return [{ type: 'link', url: target.url, children: children as Link['children'] }];
  if (target) {
    const isNamed = plainText(node).includes(target.path) || /#L(?!1$)\d+$/.test(node.url);
    return isNamed ? children : [...children, text(` (${target.path})`)];
  }
  world.note(
    'Un lien mène à ce qui ne peut pas être montré ici, ou hors de l’espace de travail : seul son texte est imprimé.',
  );
  return children;
}

function text(value: string): { type: 'text'; value: string } {
  return { type: 'text', value };
}
