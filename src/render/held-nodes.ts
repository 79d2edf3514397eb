import type { Nodes, PhrasingContent, Root } from 'mdast';
import { mapTexts } from '../record/map-texts.ts';

/** Signs that no text of a record holds once `withoutMarks` has passed, so that a mark is always one of ours. */
const OPEN = '\ue000';
const CLOSE = '\ue001';
const MARK = /\ue000(\d+)\ue001/g;

/** A plain value whose texts, at any depth, hold none of the signs that stand for held nodes. */
export function withoutMarks<T>(value: T): T {
  return mapTexts(value, (text) => text.replace(/[\ue000\ue001]/g, ''));
}

/**
 * Nodes that wait beside a text while it is parsed, each list under a mark in the text. Parsing is slow, and what is known to
 * be links or plain words need not be parsed. A class because marks are numbered as they come.
 */
export class HeldNodes {
  private readonly lists: (readonly PhrasingContent[])[] = [];

  /** Keeps nodes, and gives the mark that stands for them in the text. A text may hold marks itself, which a template captured. */
  hold(nodes: readonly PhrasingContent[]): string {
    const kept = nodes.map((node) =>
      node.type === 'text' && node.value.includes(OPEN) ? { ...node, value: this.replaceByWords(node.value) } : node,
    );
    return `${OPEN}${this.lists.push(kept) - 1}${CLOSE}`;
  }

  /** Puts the nodes in the place of their marks; where no node can stand, such as code or an address, their words. */
  release(tree: Root): void {
    this.releaseIn(tree);
  }

  private releaseIn(node: Nodes): void {
    this.releaseWords(node);
    if (!('children' in node)) return;
    const children = node.children as Nodes[];
    if (!children.some((child) => child.type === 'text' && child.value.includes(OPEN))) {
      for (const child of children) this.releaseIn(child);
      return;
    }
    const released = children.flatMap((child): Nodes[] => {
      if (child.type === 'text') return this.split(child.value);
      this.releaseIn(child);
      return [child];
    });
    node.children = joinTexts(released) as typeof node.children;
  }

  /** In what a node says without children: code, an address, a description. */
  private releaseWords(node: Nodes): void {
    const own = node as { type: string } & Record<string, unknown>;
    for (const key of ['value', 'url', 'title', 'alt']) {
      const words = own[key];
      if (typeof words === 'string' && own.type !== 'text' && words.includes(OPEN))
        own[key] = this.replaceByWords(words);
    }
  }

  private replaceByWords(text: string): string {
    return text.replace(MARK, (_, index: string) => (this.lists[Number(index)] ?? []).map(wordsOf).join(''));
  }

  private split(text: string): PhrasingContent[] {
    return text.split(OPEN).flatMap((part, index): PhrasingContent[] => {
      const end = part.indexOf(CLOSE);
      const held = index === 0 ? [] : (this.lists[Number(part.slice(0, end))] ?? []);
      const rest = index === 0 ? part : part.slice(end + 1);
      return rest === '' ? [...held] : [...held, { type: 'text', value: rest }];
    });
  }
}

/** Texts side by side as one, as the parser leaves them. */
function joinTexts(nodes: readonly Nodes[]): Nodes[] {
  const joined: Nodes[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = { ...last, value: last.value + node.value };
    else joined.push(node);
  }
  return joined;
}

function wordsOf(node: PhrasingContent): string {
  if (node.type === 'html') return '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
