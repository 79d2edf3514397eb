import {
  type ComputedPart,
  closingMark,
  findBodyStart,
  openingMark,
  splitComputed,
  type TextPart,
} from '../record/computed-text.ts';
import { formatProvenanceComment, type Provenance, parseProvenance } from './provenance.ts';

/** A block as it is computed now, its lines ended by `\n`. */
export interface Block {
  readonly name: string;
  readonly text: string;
}

/** All that is computed of a summary that is kept as a record. */
export interface ComputedBlocks {
  readonly blocks: readonly Block[];
  readonly provenance: Provenance;
  /** A short name of a text, another for another text. */
  hashOf(text: string): string;
}

/** The text of a record once its blocks are renewed, and what became of them, by name. */
export interface Renewal {
  readonly text: string;
  /** Where the blocks came from before. */
  readonly before: Provenance | undefined;
  readonly renewed: readonly string[];
  /** The template did not have them the last time. */
  readonly added: readonly string[];
  /** The template has them no more. */
  readonly emptied: readonly string[];
  /** The author took them out. */
  readonly missing: readonly string[];
}

/** A block that may not be replaced: what stands in it was never computed. */
export interface EditedBlock {
  readonly name: string;
  readonly line: number;
  readonly lastLine: number;
  /** Whether the template has such a block. */
  readonly isKnown: boolean;
}

/** The text of a new record: its header, then its blocks, with room for words between them. */
export function composeFiche(header: string, { blocks, provenance, hashOf }: ComputedBlocks, welcome: string): string {
  const written = blocks.map((block) => writeBlock(block, hashOf, '\n'));
  return `${[header.trimEnd(), welcome, ...written, comment(provenance, blocks)].join('\n\n')}\n`;
}

/**
 * Puts what is computed now in the place of what was, block by block; every other byte stays. Blocks that the author moved
 * stay where they are, those that she took out do not come back. What was changed inside a block is never replaced: it is
 * returned instead. The marks must be without fault.
 */
export function renewBlocks(text: string, computed: ComputedBlocks): Renewal | { edited: readonly EditedBlock[] } {
  const { parts } = splitComputed(text, findBodyStart(text));
  const written = parts.filter((part) => part.kind === 'calcul');
  const edited = listEdited(text, written, computed);
  if (edited.length > 0) return { edited };
  const before = parts.flatMap((part) => (part.kind === 'provenance' ? (parseProvenance(part.json) ?? []) : []))[0];
  const { blocks, provenance, hashOf } = computed;
  const byName = new Map(blocks.map((block) => [block.name, block]));
  const isRenewed = (part: ComputedPart) => !holds(text, part, byName.get(part.name)?.text ?? '', hashOf);
  const present = new Set(written.map(({ name }) => name));
  const known = new Set(before?.blocs ?? blocks.map(({ name }) => name));
  const absent = blocks.map(({ name }) => name).filter((name) => !present.has(name));
  const added = absent.filter((name) => !known.has(name));
  const pieces = parts.map((part): Piece => {
    const own = text.slice(part.start, part.end);
    if (part.kind === 'provenance') return { text: comment(provenance, blocks), kind: part.kind };
    if (part.kind === 'libre' || !isRenewed(part)) return { text: own, ...part };
    return {
      text: writeBlock(byName.get(part.name) ?? { name: part.name, text: '' }, hashOf, part.eol),
      ...nameOf(part),
    };
  });
  const eol = written[0]?.eol ?? '\n';
  insertBlocks(pieces, { blocks, added, eol, write: (block) => writeBlock(block, hashOf, eol) });
  const renewedText = text.slice(0, findBodyStart(text)) + pieces.map((piece) => piece.text).join('');
  const hasProvenance = parts.some(({ kind }) => kind === 'provenance');
  const full = hasProvenance ? renewedText : `${endLine(renewedText, eol)}${eol}${comment(provenance, blocks)}${eol}`;
  proveKept(text, full);
  return {
    text: full,
    before,
    renewed: written.filter((part) => byName.has(part.name) && isRenewed(part)).map(({ name }) => name),
    added,
    emptied: written.filter((part) => !byName.has(part.name) && isRenewed(part)).map(({ name }) => name),
    missing: absent.filter((name) => known.has(name)),
  };
}

/** Blocks whose text is not what their mark says was computed. One that was emptied is filled again. */
export function listEdited(
  text: string,
  parts: readonly TextPart[],
  { blocks, hashOf }: Pick<ComputedBlocks, 'blocks' | 'hashOf'>,
): EditedBlock[] {
  const byName = new Map(blocks.map((block) => [block.name, block.text]));
  return parts.flatMap((part): EditedBlock[] => {
    if (part.kind !== 'calcul') return [];
    const said = settle(text.slice(part.content.start, part.content.end));
    const now = byName.get(part.name);
    if (said === '' || hashOf(said) === part.hash || (now !== undefined && said === settle(now))) return [];
    return [{ name: part.name, line: part.line, lastLine: part.lastLine, isKnown: now !== undefined }];
  });
}

/** Whether the blocks of a text are those that are computed now, but for what its author changed in them or took out. */
export function isRenewed(
  text: string,
  { blocs }: Pick<Provenance, 'blocs'>,
  { blocks, hashOf }: Pick<ComputedBlocks, 'blocks' | 'hashOf'>,
): boolean {
  const written = splitComputed(text, findBodyStart(text)).parts.filter((part) => part.kind === 'calcul');
  const now = new Map(blocks.map((block) => [block.name, hashOf(settle(block.text))]));
  const known = new Set([...(blocs ?? now.keys()), ...written.map(({ name }) => name)]);
  const empty = hashOf('');
  const isAsNow = ({ name, hash, content }: ComputedPart) => {
    const wanted = now.get(name) ?? empty;
    return hash === wanted && (wanted === empty || settle(text.slice(content.start, content.end)) !== '');
  };
  return blocks.every(({ name }) => known.has(name)) && written.every(isAsNow);
}

interface Piece {
  readonly kind: TextPart['kind'];
  readonly name?: string;
  readonly text: string;
}

function nameOf({ kind, name }: ComputedPart): Pick<Piece, 'kind' | 'name'> {
  return { kind, name };
}

/** What the template has for the first time comes behind the block that it follows there. */
function insertBlocks(
  pieces: Piece[],
  {
    blocks,
    added,
    eol,
    write,
  }: { blocks: readonly Block[]; added: readonly string[]; eol: string; write: (block: Block) => string },
): void {
  const find = (name: string | undefined) =>
    pieces.findIndex((piece) => piece.kind === 'calcul' && piece.name === name);
  const gap: Piece = { kind: 'libre', text: eol + eol };
  for (const [index, block] of blocks.entries()) {
    if (!added.includes(block.name)) continue;
    const piece: Piece = { kind: 'calcul', name: block.name, text: write(block) };
    const before = blocks.slice(0, index).findLast(({ name }) => find(name) >= 0);
    const after = blocks.slice(index + 1).find(({ name }) => find(name) >= 0);
    const provenance = pieces.findIndex(({ kind }) => kind === 'provenance');
    const place = after ? find(after.name) : provenance;
    if (before) pieces.splice(find(before.name) + 1, 0, gap, piece);
    else if (place >= 0) pieces.splice(place, 0, piece, gap);
    else pieces.push(gap, piece, { kind: 'libre', text: eol });
  }
}

function writeBlock({ name, text }: Block, hashOf: (text: string) => string, eol: string): string {
  const lines = text === '' ? [] : ['', ...text.split('\n'), ''];
  return [openingMark(name, hashOf(settle(text))), ...lines, closingMark(name)].join(eol);
}

/** Whether a block says a text already, and its mark knows it. */
function holds(
  text: string,
  { content, hash }: ComputedPart,
  wanted: string,
  hashOf: (text: string) => string,
): boolean {
  const own = settle(text.slice(content.start, content.end));
  return own === settle(wanted) && hash === hashOf(own);
}

/** A text as far as its words go: editors change the ends of lines, and the blanks before them. */
function settle(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
}

function comment(provenance: Provenance, blocks: readonly Block[]): string {
  return formatProvenanceComment({ ...provenance, blocs: blocks.map(({ name }) => name) });
}

function endLine(text: string, eol: string): string {
  return text === '' || /[\r\n]$/.test(text) ? text : text + eol;
}

/** Whatever else is wrong, the words of the author are still there, in their order. */
function proveKept(before: string, after: string): void {
  const wordsOf = (text: string) =>
    splitComputed(text, findBodyStart(text)).parts.flatMap((part) =>
      part.kind === 'libre' ? [text.slice(part.start, part.end)] : [],
    );
  const kept = wordsOf(after);
  let at = 0;
  for (const words of wordsOf(before)) {
    while (at < kept.length && !kept[at]?.startsWith(words)) at++;
    if (at++ >= kept.length) throw new Error('renew-blocks: words that nobody computed would be lost');
  }
}
