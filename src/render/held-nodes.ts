import type { Nodes, PhrasingContent, Root } from 'mdast';
import { mapTexts } from '../record/map-texts.ts';

/** Signs that no text of a record holds once `withoutMarks` has passed, so that a mark is always one of ours. */
const OPEN = '\ue000';
const CLOSE = '\ue001';

/** A plain value whose texts, at any depth, hold none of the signs that stand for held nodes. */
export function withoutMarks<T>(value: T): T {
  return mapTexts(value, (text) => text.replace(/[\ue000\ue001]/g, ''));
}

/**
 * Nodes that wait beside a text while it is parsed, each list under a mark in the text. Parsing takes a second for every few
 * thousand links of a paragraph; what is known to be links need not be parsed. A class because marks are numbered as they come.
 */
export class HeldNodes {
  private readonly lists: (readonly PhrasingContent[])[] = [];

  /** Keeps nodes, and gives the mark that stands for them in the text. */
  hold(nodes: readonly PhrasingContent[]): string {
    return `${OPEN}${this.lists.push(nodes) - 1}${CLOSE}`;
  }

  /** Puts the nodes in the place of their marks. */
  release(tree: Root): void {
    this.releaseIn(tree);
  }

  private releaseIn(node: Nodes): void {
    if (node.type === 'inlineCode' || node.type === 'code' || node.type === 'html')
      node.value = this.split(node.value).map(wordsOf).join('');
    if (!('children' in node)) return;
    const children = node.children as Nodes[];
    if (!children.some((child) => child.type === 'text' && child.value.includes(OPEN))) {
      for (const child of children) this.releaseIn(child);
      return;
    }
    node.children = children.flatMap((child): Nodes[] => {
      if (child.type === 'text') return this.split(child.value);
      this.releaseIn(child);
      return [child];
    }) as typeof node.children;
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

/** Code holds no links: their words alone. */
function wordsOf(node: PhrasingContent): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
