import type { PhrasingContent } from 'mdast';
import { plainText } from '../../record/nodes.ts';
import { ARROW } from '../../record/paragraph.ts';

/** One line of a document: what its author typed until the end of it, however a file or a page breaks it. */
export interface Line {
  /** Text, with its bold, italics, links and calls of notes. */
  readonly content: readonly PhrasingContent[];
  /** What a reader sees of it, without a space at its ends. */
  readonly text: string;
}

/** A piece between two line ends; `soft` where the end before it only folds a text. */
interface Piece {
  readonly content: PhrasingContent[];
  readonly soft: boolean;
}

/** The signs that open an item of a list where no list was made. */
export const BULLET = /^(?:[–—•·◦▪●○■□◆➢✓✔\uf0b7\uf0a7\uf0fc\uf0d8*-]|o(?=\s\s))\s+/u;
/** The arrow of a font of signs, which other programs show as an empty square. */
export const SIGN_ARROW = /^[\uf0e0\uf0e8\uf0f0]\s*/u;
/** A text folded at a width has lines of this length at least. */
const FOLDED_LENGTH = 55;
/** A sentence that goes on after a hard line end has a first part of this length at least. */
const CONTINUED_LENGTH = 40;

/** The lines of a paragraph: a line end inside a sentence ends no line; one before an arrow, a bullet or a label does. */
export function toLines(content: readonly PhrasingContent[], isLabel: (text: string) => boolean = () => false): Line[] {
  const lines: PhrasingContent[][] = [];
  // Of a line that goes on, only its length and its last piece matter: neither needs it to be put together each time.
  let before = { text: '', length: 0 };
  for (const { content: own, soft } of cut(content)) {
    const text = textOf(own);
    const isNext = lines.length > 0 && goesOn(before, text, { soft, isLabel });
    if (isNext) lines.at(-1)?.push({ type: 'text', value: ' ' }, ...own);
    else lines.push([...own]);
    before = { text, length: text.length + (isNext ? before.length + 1 : 0) };
  }
  return lines.map(toLine).filter(({ text }) => text !== '');
}

/** A line of some content. */
export function toLine(content: readonly PhrasingContent[]): Line {
  const trimmed = trimContent(content);
  return { content: trimmed, text: textOf(trimmed) };
}

/** A line of plain text. */
export function textLine(value: string): Line {
  return { content: value === '' ? [] : [{ type: 'text', value }], text: value.trim() };
}

/** A line without its first signs, of which only the number is given. */
export function dropStart({ content, text }: Line, count: number): Line {
  const [first, ...rest] = content;
  if (!first || count === 0) return { content, text };
  const own = textOf([first], false);
  if (own.length <= count) return dropStart({ content: rest, text: text.slice(own.length) }, count - own.length);
  if (first.type === 'text') return toLine([{ ...first, value: first.value.slice(count) }, ...rest]);
  if (!('children' in first)) return toLine(content);
  const inner = dropStart({ content: first.children, text: own }, count);
  return toLine([{ ...first, children: inner.content } as PhrasingContent, ...rest]);
}

function textOf(content: readonly PhrasingContent[], trims = true): string {
  const text = content.map((node) => plainText(node)).join('');
  return trims ? text.trim() : text;
}

function trimContent(content: readonly PhrasingContent[]): PhrasingContent[] {
  const kept = [...content];
  for (const [side, trim] of [
    [0, (text: string) => text.trimStart()],
    [-1, (text: string) => text.trimEnd()],
  ] as const) {
    for (let node = kept.at(side); node?.type === 'text'; node = kept.at(side)) {
      const value = trim(node.value);
      kept.splice(side, 1, ...(value === '' ? [] : [{ ...node, value }]));
      if (value !== '') break;
    }
  }
  return kept;
}

/** The comment of a reviewer, as a record keeps it: no other HTML of a document is one of a record. */
export const MEMO = /^<!-- mémo\b(?:(?!--)[^>])*-->$/u;

/** Pictures and HTML are the words that they show. */
function cut(content: readonly PhrasingContent[]): Piece[] {
  const pieces: Piece[] = [{ content: [], soft: false }];
  const add = (node: PhrasingContent) => pieces.at(-1)?.content.push(node);
  const addText = (value: string) => {
    for (const [index, part] of value.split('\n').entries()) {
      if (index > 0) pieces.push({ content: [], soft: true });
      if (part !== '') add({ type: 'text', value: part });
    }
  };
  for (const node of content) {
    if (node.type === 'break') pieces.push({ content: [], soft: false });
    else if (node.type === 'text' || (node.type === 'html' && !MEMO.test(node.value))) addText(node.value);
    else if (node.type === 'image' || node.type === 'imageReference') addText(node.alt ?? '');
    else if ('children' in node) {
      for (const [index, part] of cut(node.children as PhrasingContent[]).entries()) {
        if (index > 0) pieces.push({ content: [], soft: part.soft });
        if (part.content.length === 0) continue;
        if (node.type === 'linkReference') for (const child of part.content) add(child);
        else add({ ...node, children: part.content } as PhrasingContent);
      }
    } else add(node);
  }
  return pieces;
}

/** Whether a line is one with the next piece. `text` is that of its last piece, `length` its own. */
function goesOn(
  { text, length }: { readonly text: string; readonly length: number },
  next: string,
  { soft, isLabel }: { soft: boolean; isLabel: (text: string) => boolean },
): boolean {
  if (text === '' || next === '' || opensLine(next) || isLabel(next)) return false;
  if (text.includes('\t') || next.includes('\t')) return false;
  const isLower = /^\p{Ll}/u.test(next);
  if (soft) return isLower || length >= FOLDED_LENGTH;
  return isLower && length >= CONTINUED_LENGTH && !/[.!?…:;]["»)\s]*$/.test(text);
}

/** Whether a paragraph only goes on with the sentence of the one before, which another program cut in two. */
export function goesOnWith(before: readonly PhrasingContent[], next: readonly PhrasingContent[]): boolean {
  const text = textOf(before);
  const isLabelled = /^[^:]{2,40}\s*:/u.test(textOf(next));
  return !isLabelled && goesOn({ text, length: text.length }, textOf(next), { soft: false, isLabel: () => false });
}

function opensLine(text: string): boolean {
  return ARROW.test(text) || SIGN_ARROW.test(text) || BULLET.test(text) || /^\d{1,2}[.)]\s/.test(text);
}
