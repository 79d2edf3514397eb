import type { Nodes, PhrasingContent, Root } from 'mdast';
import { mapTexts } from '../record/map-texts.ts';
import { UsageError } from '../usage-error.ts';

/** Signs that no text of a record or a template holds once `withoutMarks` has passed, so that a mark is always one of ours. */
const OPEN = '\ue000';
const CLOSE = '\ue001';
/** The digits of a mark: no filter of a template takes them for figures. */
const ZERO = 0xe010;
const SIGNS = /[\ue000\ue001\ue010-\ue019]/g;
/** The same as Markdown may write them. */
const REFERENCES = /&#(?:x0*e0(?:0[01]|1[0-9])|0*(?:5734[45]|5736[0-9]));/gi;
const MARK = /\ue000([\ue010-\ue019]+)\ue001/g;

/** A plain value whose texts, at any depth, hold none of the signs that stand for held nodes. */
export function withoutMarks<T>(value: T): T {
  return mapTexts(value, (text) => text.replace(SIGNS, ''));
}

/** The same for a text that is to be parsed as Markdown, where signs may be written by their numbers. */
export function withoutWrittenMarks(text: string): string {
  return withoutMarks(text).replace(REFERENCES, '');
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
      node.type === 'text' && hasMark(node.value) ? { ...node, value: this.replaceByWords(node.value) } : node,
    );
    const number = String(this.lists.push(kept) - 1);
    return `${OPEN}${[...number].map((digit) => String.fromCharCode(ZERO + Number(digit))).join('')}${CLOSE}`;
  }

  /**
   * Puts the nodes in the place of their marks; where no node can stand, such as code or an address, their words. Throws a
   * UsageError where a filter of the template cut a mark.
   */
  release(tree: Root): void {
    this.releaseIn(tree);
  }

  private releaseIn(node: Nodes): void {
    this.releaseWords(node);
    if (!('children' in node)) return;
    const children = node.children as Nodes[];
    if (!children.some((child) => child.type === 'text' && hasMark(child.value))) {
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
      if (typeof words === 'string' && own.type !== 'text' && hasMark(words)) own[key] = this.replaceByWords(words);
    }
  }

  private replaceByWords(text: string): string {
    return refuseBroken(text.replace(MARK, (_, digits: string) => this.nodesOf(digits).map(wordsOf).join('')));
  }

  private split(text: string): PhrasingContent[] {
    const nodes: PhrasingContent[] = [];
    let end = 0;
    for (const mark of text.matchAll(MARK)) {
      nodes.push(...toText(text.slice(end, mark.index)), ...this.nodesOf(mark[1] ?? ''));
      end = mark.index + mark[0].length;
    }
    return [...nodes, ...toText(text.slice(end))];
  }

  private nodesOf(digits: string): readonly PhrasingContent[] {
    const number = [...digits].map((digit) => digit.charCodeAt(0) - ZERO).join('');
    const nodes = this.lists[Number(number)];
    if (!nodes) throw broken();
    return nodes;
  }
}

function hasMark(text: string): boolean {
  return text.search(SIGNS) >= 0;
}

function toText(value: string): PhrasingContent[] {
  return value === '' ? [] : [{ type: 'text', value: refuseBroken(value) }];
}

function refuseBroken(text: string): string {
  if (hasMark(text)) throw broken();
  return text;
}

function broken(): UsageError {
  return new UsageError(
    'Le gabarit coupe ou change par un filtre ce qu’il a déjà écrit (un chiffre, une source, un texte gardé par « capture ») : filtrez la variable elle-même, avant de l’écrire.',
  );
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
