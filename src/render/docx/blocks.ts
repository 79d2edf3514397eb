import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { BlockContent, List, TableCell as MarkdownCell, Table as MarkdownTable, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { pictureOf } from '../pictures/placed-pictures.ts';
import { toRuns } from './inline.ts';
import type { BookmarkNames } from './names.ts';
import { type Paint, printPicture } from './pictures.ts';
import { TEXT_WIDTH } from './styles.ts';

/** A block of a Word document. */
export type Block = Paragraph | Table;

/** A heading for the table of contents. */
export interface Entry {
  readonly title: string;
  readonly level: number;
  readonly href: string;
}

type Levels = (typeof HeadingLevel)[keyof typeof HeadingLevel];
/** The title of the document, then its parts: what stands below the second level of Markdown is the first of Word. */
const LEVELS: readonly Levels[] = [
  HeadingLevel.TITLE,
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
];

/** Turns blocks of a tree into blocks of Word; a class because headings are numbered for the table of contents as they come. */
export class BlockPrinter {
  readonly entries: Entry[] = [];
  private readonly names: BookmarkNames;
  private readonly paint: Paint;

  constructor(names: BookmarkNames, paint: Paint) {
    this.names = names;
    this.paint = paint;
  }

  print(nodes: readonly RootContent[], options: IParagraphOptions = {}): Block[] {
    return nodes.flatMap((node): Block[] => {
      switch (node.type) {
        case 'heading':
          return [this.printHeading(node.depth, plainText(node), toRuns(node.children, this.names))];
        case 'paragraph': {
          const picture = pictureOf(node);
          if (picture) return printPicture(picture, this.paint);
          const caption = node.data?.isCaption ? { style: 'Caption', keepNext: true } : {};
          return [new Paragraph({ ...options, ...caption, children: toRuns(node.children, this.names) })];
        }
        case 'blockquote':
          return node.data?.isMark ? [] : this.print(node.children, { ...options, style: 'Quote' });
        case 'list':
          return this.printList(node, 0);
        case 'table':
          return [printTable(node, this.names), new Paragraph({ style: 'AfterTable' })];
        case 'code':
          return [new Paragraph({ ...options, style: 'Code', text: node.value })];
        case 'thematicBreak':
          return [new Paragraph({ thematicBreak: true })];
        case 'html':
          return [new Paragraph({ ...options, children: toRuns([node], this.names) })];
        default:
          return [];
      }
    });
  }

  private printHeading(depth: number, title: string, children: ReturnType<typeof toRuns>): Paragraph {
    const heading = LEVELS[depth - 1] ?? HeadingLevel.HEADING_5;
    if (depth === 1) return new Paragraph({ heading, children });
    const href = `_Toc${this.entries.length + 1}`;
    this.entries.push({ title, level: depth - 1, href });
    return new Paragraph({ heading, children: [new Bookmark({ id: href, children })] });
  }

  private printList({ children, ordered }: List, level: number): Block[] {
    const numbering = { reference: ordered ? 'nombres' : 'puces', level };
    return children.flatMap((item) =>
      item.children.flatMap((block: BlockContent | RootContent, index) =>
        block.type === 'list'
          ? this.printList(block, level + 1)
          : this.print(
              [block as RootContent],
              index === 0 ? { numbering, style: 'ListParagraph' } : { style: 'ListParagraph' },
            ),
      ),
    );
  }
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'D5DBE1' };
const STRONG_LINE = { style: BorderStyle.SINGLE, size: 12, color: '1D2733' };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** A table whose first row comes again on each page, and whose rows are not cut. */
function printTable({ children: rows, align }: MarkdownTable, names: BookmarkNames): Table {
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widthsOf(rows),
    layout: TableLayoutType.FIXED,
    margins: { top: 50, bottom: 50, left: 80, right: 80 },
    borders: { top: NONE, left: NONE, right: NONE, bottom: LINE, insideVertical: NONE, insideHorizontal: LINE },
    rows: rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index === 0,
          cantSplit: true,
          children: row.children.map((cell, column) =>
            printCell(cell, { isHead: index === 0, isRight: align?.[column] === 'right', names }),
          ),
        }),
    ),
  });
}

/** The room of a sign of a table, and that beside a cell's text. */
const SIGN_WIDTH = 115;
const CELL_MARGINS = 160;
/** A longer text asks for no more room than this, in signs, and a longer word is cut. */
const WIDEST = 34;
const LONGEST_WORD = 18;

/** Columns wide enough for their longest word; the room that is left goes to those whose texts are long. */
function widthsOf(rows: MarkdownTable['children']): number[] {
  const columns = rows[0]?.children.length ?? 0;
  const measured = Array.from({ length: columns }, (_, column) => {
    const texts = rows.map(({ children }) => plainText(children[column], { includeHtml: false }));
    const words = texts.flatMap((text) => text.split(/[ -]/)).map((word) => Math.min(LONGEST_WORD, word.length));
    const longest = Math.max(...texts.map((text) => text.length));
    return { least: Math.max(2, ...words) * SIGN_WIDTH + CELL_MARGINS, wanted: Math.min(WIDEST, Math.max(2, longest)) };
  });
  const sum = (one: 'least' | 'wanted') => measured.reduce((total, own) => total + own[one], 0);
  const left = Math.max(0, TEXT_WIDTH - sum('least'));
  const scale = Math.min(1, TEXT_WIDTH / sum('least'));
  return measured.map(({ least, wanted }) => Math.floor(least * scale + (wanted / sum('wanted')) * left));
}

function printCell(
  { children }: MarkdownCell,
  { isHead, isRight, names }: { isHead: boolean; isRight: boolean; names: BookmarkNames },
): TableCell {
  return new TableCell({
    ...(isHead && { borders: { bottom: STRONG_LINE } }),
    children: [
      new Paragraph({
        style: 'TableText',
        alignment: isRight ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: toRuns(children, names, isHead ? { bold: true } : {}),
      }),
    ],
  });
}
