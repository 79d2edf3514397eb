import type { BlockContent, DefinitionContent, List, ListItem, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { ARROW } from '../../record/paragraph.ts';
import { joinCut } from './join-cut.ts';
import { BULLET, dropStart, type Line, SIGN_ARROW, textLine, toLine, toLines } from './line.ts';

/** A piece of a document, whatever format it was in. */
export type Block = HeadingBlock | TextBlock | TableBlock | NoteBlock;

/** A title that the format itself says, or a line that stands as one: bold, or in capitals. */
export interface HeadingBlock {
  readonly kind: 'heading';
  readonly line: Line;
  /** From 1; undefined where only its look says that it is one. */
  readonly depth?: number;
}

/** A line of text, alone or in a list. */
export interface TextBlock {
  readonly kind: 'text';
  readonly line: Line;
  /** What opens it: an arrow, the bullet of a list, its number (« 2. »), or nothing. */
  readonly mark: 'arrow' | 'bullet' | 'none' | `${number}.`;
  /** How deep it stands in lists: 0 where it is in none. */
  readonly level: number;
  readonly quoted: boolean;
}

/** A table, row by row; each cell has its lines. */
export interface TableBlock {
  readonly kind: 'table';
  readonly rows: readonly (readonly (readonly Line[])[])[];
}

/** What a call of note leads to. */
export interface NoteBlock {
  readonly kind: 'note';
  readonly label: string;
  readonly lines: readonly Line[];
}

/** How a block is read where it stands. */
interface Around {
  readonly level: number;
  readonly quoted: boolean;
  readonly isLabel: (text: string) => boolean;
}

/** Cuts a document into its blocks, in its order. `isLabel` says which lines open a piece of information: « Date : … ». */
export function toBlocks(tree: Root, isLabel: (text: string) => boolean = () => false): Block[] {
  return gatherTabs(readAll(tree.children, { level: 0, quoted: false, isLabel }));
}

function readAll(nodes: readonly RootContent[], around: Around): Block[] {
  return joinCut(nodes).flatMap((node) => read(node, around));
}

function read(node: RootContent, around: Around): Block[] {
  switch (node.type) {
    case 'heading':
      return toLines(node.children.filter(({ type }) => type !== 'break')).map((line) => ({
        kind: 'heading',
        line: toBare(line),
        depth: node.depth,
      }));
    case 'paragraph':
      return readLines(node.children, around);
    case 'list':
      return readList(node, around);
    case 'blockquote':
      return readAll(node.children, { ...around, quoted: true });
    case 'table':
      return readTable(node, around);
    case 'code':
      return node.value.split('\n').flatMap((value) => readLines([{ type: 'text', value }], around));
    case 'html':
      return readLines([{ type: 'text', value: node.value }], around);
    case 'footnoteDefinition':
      return [{ kind: 'note', label: node.identifier, lines: node.children.flatMap(linesOf) }];
    case 'definition':
      return readLines([{ type: 'text', value: `${node.label ?? node.identifier} ${node.url}` }], around);
    default:
      return [];
  }
}

function readLines(content: readonly PhrasingContent[], around: Around): Block[] {
  return toLines(content, around.isLabel).map((line) => readLine(line, around));
}

/** One line as a block: one that stands alone, all bold or all in capitals, is the title of what follows. */
export function readLine(line: Line, { level, quoted }: Pick<Around, 'level' | 'quoted'>): Block {
  const sign = SIGN_ARROW.exec(line.text)?.[0].length;
  if (sign !== undefined) {
    const rest = dropStart(line, sign);
    return {
      kind: 'text',
      line: toLine([{ type: 'text', value: '→ ' }, ...rest.content]),
      mark: 'arrow',
      level,
      quoted,
    };
  }
  if (ARROW.test(line.text)) return { kind: 'text', line, mark: 'arrow', level, quoted };
  const bullet = BULLET.exec(line.text)?.[0].length;
  if (bullet !== undefined) return { kind: 'text', line: dropStart(line, bullet), mark: 'bullet', level, quoted };
  if (level === 0 && !quoted && looksLikeHeading(line)) return { kind: 'heading', line: toBare(line) };
  return { kind: 'text', line, mark: 'none', level, quoted };
}

/** A title is no longer than this. */
const LONGEST_TITLE = 110;

function looksLikeHeading({ content, text }: Line): boolean {
  if (text.length > LONGEST_TITLE || /[.;,]$/.test(text) || text.includes('\t')) return false;
  if (content.length > 0 && content.every((node) => isBold(node))) return true;
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters.length >= 5 && letters === letters.toUpperCase() && /\p{Lu}{4}/u.test(text);
}

/** Bold that makes a title is not that of its words. */
function toBare(line: Line): Line {
  return line.content.every(isOnlyText) ? textLine(line.text) : line;
}

function isOnlyText(node: PhrasingContent): boolean {
  if (node.type === 'text') return true;
  return (node.type === 'strong' || node.type === 'emphasis') && node.children.every(isOnlyText);
}

function isBold(node: PhrasingContent): boolean {
  if (node.type === 'strong') return true;
  if (node.type === 'text') return /^[\s:]*$/.test(node.value);
  return 'children' in node && node.children.length > 0 && (node.children as PhrasingContent[]).every(isBold);
}

function readList(list: List, around: Around): Block[] {
  return list.children.flatMap((item, index) =>
    readItem(item, list.ordered ? `${(list.start ?? 1) + index}.` : 'bullet', { ...around, level: around.level + 1 }),
  );
}

/** The first text of an item carries its mark, unless an arrow opens it. */
function readItem(item: ListItem, mark: 'bullet' | `${number}.`, around: Around): Block[] {
  const blocks = readAll(item.children, around);
  const [first, ...rest] = blocks;
  if (first?.kind !== 'text') return blocks;
  return [{ ...first, mark: first.mark === 'arrow' ? 'arrow' : mark }, ...rest];
}

/** A table of one column only frames a text. */
function readTable(table: Table, around: Around): Block[] {
  const rows = table.children.map((row) => row.children.map((cell) => toLines(cell.children, around.isLabel)));
  if (rows.every((row) => row.length <= 1)) return rows.flat(2).map((line) => readLine(line, around));
  return [{ kind: 'table', rows }];
}

function linesOf(node: BlockContent | DefinitionContent): Line[] {
  if (node.type === 'paragraph' || node.type === 'heading') return toLines(node.children);
  if (node.type === 'code' || node.type === 'html') return [textLine(node.value.replaceAll('\n', ' '))];
  if ('children' in node) return (node.children as (BlockContent | DefinitionContent)[]).flatMap(linesOf);
  return [];
}

/** Lines that hold as many tabs one after the other are a table that was flattened; what follows the last tab of a cell is its own. */
function gatherTabs(blocks: readonly Block[]): Block[] {
  const gathered: Block[] = [];
  let rows: (readonly Line[])[][] = [];
  const close = () => {
    if (rows.length > 0) gathered.push({ kind: 'table', rows });
    rows = [];
  };
  for (const block of blocks) {
    const cells = block.kind === 'text' && block.line.text.includes('\t') ? cellsOf(block.line) : undefined;
    if (!cells || (rows.length > 0 && rows[0]?.length !== cells.length)) close();
    if (cells) rows.push(cells);
    else gathered.push(block);
  }
  close();
  return gathered;
}

function cellsOf({ text }: Line): (readonly Line[])[] {
  return text.split('\t').map((cell) => (cell.trim() === '' ? [] : [textLine(cell)]));
}
