import type { List, ListItem, Nodes, Paragraph, Table, TableCell, TableRow } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { altOf, type Picture } from '../pictures/picture.ts';
import { pictureOf } from '../pictures/placed-pictures.ts';
import { formatSvgFile } from '../pictures/svg-file.ts';
import { shareWidths } from './column-widths.ts';
import type { Conversion } from './conversion.ts';
import { convertInlines } from './convert-inlines.ts';
import { hasPlaces } from './landmarks.ts';
import type { PdfBlock, PdfInline, PdfList, PdfParagraph, PdfPicture, PdfTable } from './nodes.ts';

/** The parts of a page that some nodes make. Nodes that show nothing make none. */
export function convertBlocks(nodes: readonly Nodes[], conversion: Conversion): PdfBlock[] {
  return nodes.flatMap((node, index) => convertBlock(node, nodes.slice(index + 1, index + 3), conversion));
}

function convertBlock(node: Nodes, next: readonly Nodes[], conversion: Conversion): PdfBlock[] {
  switch (node.type) {
    case 'paragraph': {
      const picture = pictureOf(node);
      if (picture) return [toPicture(picture, conversion)];
      return node.data?.isCaption ? [] : [toParagraph(node, next, conversion)];
    }
    case 'blockquote':
      return node.data?.isMark ? [] : [{ kind: 'quote', children: convertBlocks(node.children, conversion) }];
    case 'list':
      return node.children.length > 0 ? [toEntries(node, conversion) ?? toList(node, conversion)] : [];
    case 'table':
      return [toTable(node, conversion)];
    case 'code': {
      const lines = node.value.split('\n').map((line) => conversion.printable.print(line));
      return [{ kind: 'verbatim', text: lines.join('\n') }];
    }
    case 'thematicBreak':
      return [{ kind: 'rule' }];
    case 'html':
      return [{ kind: 'paragraph', keep: false, lead: false, children: convertInlines([node], conversion) }];
    default:
      return [];
  }
}

/** A paragraph that opens a list, a quotation or a table is not left alone at the foot of a page, nor the one that opens it. */
function toParagraph({ children }: Paragraph, [next, second]: readonly Nodes[], conversion: Conversion): PdfParagraph {
  const opens = (node: Nodes | undefined) => node !== undefined && ['list', 'blockquote', 'table'].includes(node.type);
  const keep = opens(next) || (next?.type === 'paragraph' && opens(second));
  return {
    kind: 'paragraph',
    keep,
    lead: children[0]?.type === 'strong',
    children: convertInlines(children, conversion),
  };
}

/** Its texts hold no sign that the font of its drawing lacks. */
function toPicture(picture: Picture, { printable, draw }: Conversion): PdfPicture {
  const print = (text: string) => printable.print(text);
  return {
    kind: 'picture',
    svg: formatSvgFile(draw(picture, { narrow: false, print })),
    alt: print(altOf(picture)),
    title: print(picture.title),
    note: print(picture.note),
  };
}

/** Where every item begins with an arrow, as pistes do, the arrow is the marker. */
const ARROW = '→ ';

function toList({ children, ordered, start }: List, conversion: Conversion): PdfList {
  const items = children.map((item) => toItem(item, conversion));
  const isPistes = items.every(({ line: [first] }) => typeof first === 'string' && first.startsWith(ARROW));
  return {
    kind: 'list',
    start: ordered ? (start ?? 1) : null,
    marker: isPistes ? '→' : '•',
    items: items.map(({ line: [first = '', ...rest], others }) => {
      const cut = isPistes && !ordered && typeof first === 'string' ? first.slice(ARROW.length) : first;
      return [{ kind: 'plain', children: [cut, ...rest] }, ...others];
    }),
  };
}

/** A list of single paragraphs that links lead to; none for any other list. */
function toEntries({ children }: List, conversion: Conversion): PdfBlock | undefined {
  const lines = children.map(({ children: [first, ...rest] }) =>
    first?.type === 'paragraph' && rest.length === 0 ? first : undefined,
  );
  const isOne = (line: Paragraph | undefined): line is Paragraph => line !== undefined && hasPlaces(line);
  return lines.every(isOne)
    ? { kind: 'entries', items: lines.map((line) => convertInlines(line.children, conversion)) }
    : undefined;
}

function toItem({ children: [first, ...rest], checked }: ListItem, conversion: Conversion) {
  const box: PdfInline[] = typeof checked === 'boolean' ? [checked ? '☑ ' : '☐ '] : [];
  return first?.type === 'paragraph'
    ? { line: [...box, ...convertInlines(first.children, conversion)], others: convertBlocks(rest, conversion) }
    : { line: box, others: convertBlocks(first ? [first, ...rest] : rest, conversion) };
}

function toTable({ children: rows, align, data }: Table, conversion: Conversion): PdfTable {
  const columns = Math.max(1, ...rows.map(({ children }) => children.length));
  const toCells = (row: TableRow, isRepeated = false) =>
    Array.from({ length: columns }, (_, index) =>
      toCell(row.children[index], { ...conversion, inTable: true, isRepeated }),
    );
  const [head, ...body] = rows;
  return {
    kind: 'table',
    caption: data?.caption === undefined ? null : conversion.printable.print(data.caption),
    widths: shareWidths(rows.map(({ children }) => children.map((cell) => plainText(cell, { includeHtml: false })))),
    align: Array.from({ length: columns }, (_, index) => align?.[index] ?? 'left'),
    head: head ? toCells(head, true) : [],
    rows: body.map((row) => toCells(row)),
  };
}

/** A word that a column may be too narrow for. */
const WIDE_WORD = /\p{L}{16}/u;

function toCell(cell: TableCell | undefined, conversion: Conversion): PdfInline[] {
  if (!cell) return [];
  const children = convertInlines(cell.children, conversion);
  return WIDE_WORD.test(plainText(cell, { includeHtml: false })) ? [{ kind: 'hyphenated', children }] : children;
}
