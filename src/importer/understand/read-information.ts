import { quote } from '../../french.ts';
import type { SectionSpec } from '../../record/passage.ts';
import { type Block, readLine, type TableBlock } from './block.ts';
import { isTitle } from './find-title.ts';
import { findKey, foldLabel, splitLabel } from './labels.ts';
import { dropStart, type Line, textLine } from './line.ts';
import { findSection } from './section-words.ts';

/** What a document says beside a label: « Date : 31 mai 2022 », or a column of a table. */
export interface Information {
  readonly key: string;
  readonly label: string;
  readonly lines: readonly Line[];
  /** French: « tableau, « Participants » ». */
  readonly place: string;
}

/** A document parted into what it says beside labels, and the rest, in order; an information stands where it was. */
export type Piece = Block | { readonly kind: 'information'; readonly information: Information } | Announcement;

/** The title of a group of informations, which says nothing else: « Informations concernant l’atelier ». */
export interface Announcement {
  readonly kind: 'announcement';
  readonly line: Line;
}

/** What labels are read with. */
interface Reading {
  readonly type: string;
  readonly specs: readonly SectionSpec[];
}

/** Keys whose label may stand above several lines. */
const OF_SEVERAL_LINES = new Set(['participants', 'coanimation', 'publics', 'pathologies']);
const ANNOUNCEMENT =
  /^(?:informations?|fiche|identification|renseignements|en bref|caracteristiques|donnees generales|descriptif|presentation)\b.{0,60}$/;

/** Reads the tables, lines and titles that are labels of a type. */
export function readInformation(blocks: readonly Block[], reading: Reading): Piece[] {
  const pieces: Piece[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    const below = block.kind === 'heading' || block.kind === 'text' ? readBelow(blocks, index, reading) : undefined;
    if (below) {
      pieces.push(below.piece);
      index += below.count;
    } else if (block.kind === 'table') pieces.push(...readTable(block, reading));
    else if (block.kind === 'text' || block.kind === 'heading') pieces.push(...readLabelled(block, reading));
    else pieces.push(block);
  }
  return pieces.map((piece, index) =>
    isAnnouncement(piece, index, pieces[index + 1]) ? { kind: 'announcement', line: piece.line } : piece,
  );
}

function isAnnouncement(piece: Piece, index: number, next: Piece | undefined): piece is Block & { line: Line } {
  if (next?.kind !== 'information' || (piece.kind !== 'heading' && piece.kind !== 'text')) return false;
  return ANNOUNCEMENT.test(foldLabel(piece.line.text)) && !(index === 0 && isTitle(piece.line.text));
}

/** A label alone on its line, and the lines below that are its value. */
function readBelow(
  blocks: readonly Block[],
  index: number,
  { type, specs }: Reading,
): { piece: Piece; count: number } | undefined {
  const block = blocks[index];
  if (block?.kind !== 'heading' && block?.kind !== 'text') return undefined;
  const label = block.line.text.replace(/\s*:\s*$/, '');
  const isLabel = block.kind === 'heading' || label !== block.line.text;
  const section = findSection(label, specs, false);
  const key = isLabel || block.line.text.length < 40 ? findKey(label, type) : undefined;
  if (!key || (section && !section.spec.cle) || block.line.text.includes('\t')) return undefined;
  // « Animé par : Camille Exemple » has its value on its own line.
  if ((splitLabel(label)?.length ?? label.length) < label.length) return undefined;
  const lines: Line[] = [];
  for (const next of blocks.slice(index + 1)) {
    if (next.kind !== 'text' || next.mark === 'arrow' || isLabelled(next.line.text, type)) break;
    if (lines.length > 0 && (!OF_SEVERAL_LINES.has(key) || next.line.text.length > 120)) break;
    lines.push(next.line);
  }
  if (lines.length === 0 || (lines[0]?.text.length ?? 0) > 300) return undefined;
  return { piece: toInformation(key, { label, lines, place: `sous ${quote(label)}` }), count: lines.length };
}

/** Whether a line is a label itself, or opens with one. */
function isLabelled(text: string, type: string): boolean {
  return findKey(text, type) !== undefined || splitLabel(text) !== undefined;
}

function readLabelled(block: Block & { line: Line }, { type, specs }: Reading): Piece[] {
  const split = splitLabel(block.line.text);
  const line = split && dropStart(block.line, split.length);
  if (!split || !line || line.text === '') return [block];
  const key = findKey(split.label, type);
  const place = `ligne ${quote(`${split.label} :`)}`;
  if (key) return [toInformation(key, { label: split.label, lines: [line], place })];
  const section = findSection(split.label, specs, true);
  if (!section || (block.kind === 'text' && block.mark !== 'none')) return [block];
  if (section.spec.cle) return [toInformation(section.spec.cle, { label: split.label, lines: [line], place })];
  return [{ kind: 'heading', line: textLine(split.label) }, readLine(line, { level: 0, quoted: false })];
}

function toInformation(key: string, rest: Omit<Information, 'key'>): Piece {
  return { kind: 'information', information: { key, ...rest } };
}

/** Labels may stand above their values, or before them; a table without any is left as it is. */
function readTable(whole: TableBlock, reading: Reading): Piece[] {
  const rows = joinRows(whole.rows);
  const isKnown = (cell: readonly Line[] | undefined) => cell !== undefined && nameCell(cell, reading) !== undefined;
  const place = placeLabels(rows, isKnown);
  if (place === 'above')
    return toColumns(rows).flatMap(([title = [], ...cells]) => readPair(title, cells.flat(), reading));
  if (place === 'before') return rows.flatMap((row) => readRow(row, reading));
  const lines = rows.flat(2);
  const labelled = lines.filter(({ text }) => findKey(splitLabel(text)?.label ?? '', reading.type) !== undefined);
  if (labelled.length === 0) return [whole];
  return lines.flatMap((line) => {
    const block = readLine(line, { level: 0, quoted: false });
    return block.kind === 'text' || block.kind === 'heading' ? readLabelled(block, reading) : [block];
  });
}

function placeLabels(
  rows: TableBlock['rows'],
  isKnown: (cell: readonly Line[] | undefined) => boolean,
): 'above' | 'before' | undefined {
  const [titles = [], below] = rows;
  const firsts = rows.map(([first = []]) => first);
  const above = titles.filter(isKnown).length;
  const before = firsts.filter(isKnown).length;
  if (above === 0 && before === 0) return undefined;
  const isBelowKnown = titles.some((title, column) => isKnown(title) && isKnown(below?.[column]));
  if (!below || above === 0 || isBelowKnown) return before > 0 ? 'before' : undefined;
  if (above !== before) return above > before ? 'above' : 'before';
  return meanLength(titles) <= meanLength(firsts) ? 'above' : 'before';
}

function toColumns(rows: TableBlock['rows']): (readonly Line[])[][] {
  const width = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? []));
}

/** Where as many labels stand above as before, labels are the shorter. */
function meanLength(cells: readonly (readonly Line[])[]): number {
  return cells.reduce((sum, cell) => sum + textOf(cell).length, 0) / Math.max(1, cells.length);
}

/** A row without a first cell goes on with the one above. */
function joinRows(rows: TableBlock['rows']): TableBlock['rows'] {
  const joined: (readonly (readonly Line[])[])[] = [];
  for (const row of rows) {
    const above = joined.at(-1);
    if (above === undefined || joined.length < 2 || textOf(row[0] ?? []) !== '') joined.push(row);
    else joined[joined.length - 1] = above.map((cell, column) => [...cell, ...(row[column] ?? [])]);
  }
  return joined;
}

/** A row may hold several labels, each before its value. */
function readRow(row: readonly (readonly Line[])[], reading: Reading): Piece[] {
  // Three labels side by side are titles of columns, whose values were not found below: none is the value of another.
  if (row.length > 2 && row.every((cell) => nameCell(cell, reading) !== undefined))
    return row.flat().map((line) => readLine(line, { level: 0, quoted: false }));
  const pieces: Piece[] = [];
  for (let index = 0; index < row.length; ) {
    const title = row[index] ?? [];
    let end = index + 1;
    while (end < row.length && (end === index + 1 || nameCell(row[end] ?? [], reading) === undefined)) end++;
    pieces.push(...readPair(title, row.slice(index + 1, end).flat(), reading));
    index = end;
  }
  return pieces;
}

function nameCell(cell: readonly Line[], { type, specs }: Reading): string | undefined {
  const label = textOf(cell);
  if (label === '' || label.length > 90) return undefined;
  const section = findSection(label, specs, true);
  return findKey(label, type) ?? section?.spec.cle ?? section?.spec.mot;
}

function readPair(title: readonly Line[], lines: readonly Line[], reading: Reading): Piece[] {
  const label = textOf(title).replace(/\s*:\s*$/, '');
  const section = findSection(label, reading.specs, true);
  const key = findKey(label, reading.type) ?? section?.spec.cle;
  if (lines.length === 0) return title.map((line) => readLine(line, { level: 0, quoted: false }));
  if (key) return [toInformation(key, { label, lines, place: `tableau, ${quote(label)}` })];
  const texts = lines.map((line) => readLine(line, { level: 0, quoted: false }));
  if (section) return [{ kind: 'heading', line: textLine(label) }, ...texts];
  if (label === '') return texts;
  return [readLine(textLine(`${label} : ${lines.map(({ text }) => text).join(' ; ')}`), { level: 0, quoted: false })];
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join(' ');
}
