import type { PhrasingContent } from 'mdast';
import { isPlaceholder, isSilent, textOfPiece } from './word-text.ts';
import { childOf, isElement, propertyOf, type XmlElement } from './xml.ts';

/** What the words of a paragraph lead to. */
export interface WordLinks {
  /** The address of a link, by its relationship. */
  addressOf(id: string): string | undefined;
  /** Is told of each footnote that is met: the label that stands for it. */
  noteOf(id: string): string | undefined;
}

interface Piece {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strike: boolean;
  readonly href?: string;
  readonly note?: string;
}

type Format = Omit<Piece, 'text' | 'note'>;

/** The words of a paragraph as Markdown has them: bold, italics, what is struck out, links, line breaks, footnotes. */
export function toPhrasing(paragraph: XmlElement, links: WordLinks): PhrasingContent[] {
  return joinPieces([...piecesIn(paragraph, { bold: false, italic: false, strike: false }, links)]);
}

function* piecesIn(element: XmlElement, format: Format, links: WordLinks): Generator<Piece> {
  for (const child of element.children) {
    if (!isElement(child) || isSilent(child) || isPlaceholder(child) || child.name === 'w:txbxContent') continue;
    if (child.name === 'w:r') yield* piecesIn(child, formatOf(child, format), links);
    else if (child.name === 'w:hyperlink') {
      const href = links.addressOf(child.attributes['r:id'] ?? '');
      yield* piecesIn(child, { ...format, ...(href !== undefined && { href }) }, links);
    } else if (child.name === 'w:footnoteReference' || child.name === 'w:endnoteReference') {
      const note = links.noteOf(`${child.name}/${child.attributes['w:id']}`);
      if (note !== undefined) yield { ...format, text: '', note };
    } else {
      const text = textOfPiece(child);
      if (text === undefined) yield* piecesIn(child, format, links);
      else yield { ...format, text };
    }
  }
}

function formatOf(run: XmlElement, around: Format): Format {
  const properties = childOf(run, 'w:rPr');
  const isOn = (name: string) => {
    const property = childOf(properties, name);
    return property !== undefined && !/^(?:0|false|off|none)$/.test(propertyOf(properties, name) ?? '');
  };
  return { ...around, bold: isOn('w:b'), italic: isOn('w:i'), strike: isOn('w:strike') };
}

/** Neighbours of one format become one; the spaces at their ends stand outside of the marks, which would not read otherwise. */
function joinPieces(pieces: readonly Piece[]): PhrasingContent[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const isBlank = piece.note === undefined && piece.text.trim() === '';
    if (last && last.note === undefined && piece.note === undefined && (isSame(last, piece) || isBlank))
      joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    else joined.push(isBlank ? { text: piece.text, bold: false, italic: false, strike: false } : piece);
  }
  return joined.flatMap(toNodes);
}

function isSame(a: Piece, b: Piece): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.strike === b.strike && a.href === b.href;
}

function toNodes(piece: Piece): PhrasingContent[] {
  if (piece.note !== undefined) return [{ type: 'footnoteReference', identifier: piece.note, label: piece.note }];
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(piece.text) ?? [];
  if (words === '') return toTexts(piece.text);
  let nodes = toTexts(words);
  if (piece.href !== undefined) nodes = [{ type: 'link', url: piece.href, children: nodes } as PhrasingContent];
  if (piece.strike) nodes = [{ type: 'delete', children: nodes }];
  if (piece.italic) nodes = [{ type: 'emphasis', children: nodes }];
  if (piece.bold) nodes = [{ type: 'strong', children: nodes }];
  return [...toTexts(before), ...nodes, ...toTexts(after)];
}

/** A line end of Word is one of Markdown; other spaces but the unbreakable become one, and remarks of an author stay remarks. */
function toTexts(text: string): PhrasingContent[] {
  return text
    .split(/[ \t]*\n[ \t]*/)
    .flatMap((line, index): PhrasingContent[] => [
      ...(index > 0 ? [{ type: 'break' as const }] : []),
      ...toWords(line.replace(/[ \t\r]+/g, ' ')),
    ]);
}

function toWords(line: string): PhrasingContent[] {
  return line
    .split(/(<!--(?:(?!--).)*-->)/)
    .filter((part) => part !== '')
    .map((value) => ({ type: value.startsWith('<!--') && value.endsWith('-->') ? 'html' : 'text', value }));
}
