import type { SectionSpec } from '../../record/passage.ts';
import type { Block, HeadingBlock } from './block.ts';
import { findDates } from './find-dates.ts';
import { isTitle, OPENING_LINES } from './find-title.ts';
import type { Announcement, Information, Piece } from './read-information.ts';
import { findSection } from './section-words.ts';

/** What stands under one title of a document. */
export interface Part {
  /** The section of the type that the title opens; none before the first, and under a title that opens none. */
  readonly spec?: SectionSpec;
  readonly heading?: HeadingBlock;
  /** Whether the title is one by which a record knows the section. */
  readonly isOwn: boolean;
  readonly blocks: Block[];
}

/** A document by its titles. */
export interface Outline {
  /** What stands before the first title that opens a section. */
  readonly preamble: Part;
  readonly parts: readonly Part[];
  readonly informations: readonly Information[];
  readonly announcements: readonly Announcement[];
}

/** Puts each block under its title. A title of the same rank as that of the section closes the section. */
export function toOutline(pieces: readonly Piece[], specs: readonly SectionSpec[]): Outline {
  const preamble: Part = { isOwn: false, blocks: [] };
  const parts: Part[] = [];
  const informations: Information[] = [];
  const announcements: Announcement[] = [];
  let part = preamble;
  const open = (next: Omit<Part, 'blocks'>) => {
    part = { ...next, blocks: [] };
    parts.push(part);
  };
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'information') informations.push(piece.information);
    else if (piece.kind === 'announcement') announcements.push(piece);
    else {
      const heading = toHeading(piece);
      const isOpening = part === preamble && heading !== undefined && opensDocument(heading.line.text, index);
      const known = heading && !isOpening ? findTitle(piece, heading, specs) : undefined;
      if (heading && known) open({ spec: known.spec, isOwn: known.isOwn, heading });
      else if (piece.kind === 'heading' && part !== preamble && closes(piece, part))
        open({ heading: piece, isOwn: false });
      else part.blocks.push(piece);
    }
  }
  return { preamble, parts, informations, announcements };
}

/** The title of a document, not that of a section: its first line, or one of the first with a date. */
function opensDocument(text: string, index: number): boolean {
  return isTitle(text) && (index === 0 || (index < OPENING_LINES && findDates(text).length > 0));
}

function findTitle(piece: Block, heading: HeadingBlock, specs: readonly SectionSpec[]) {
  return findSection(heading.line.text, specs, piece.kind === 'text');
}

/** A line alone may be the title of a section, by its words. */
function toHeading(block: Block): HeadingBlock | undefined {
  if (block.kind === 'heading') return block;
  const isAlone = block.kind === 'text' && block.mark === 'none' && block.level === 0 && !block.quoted;
  return isAlone ? { kind: 'heading', line: block.line } : undefined;
}

function closes(heading: HeadingBlock, { heading: own }: Part): boolean {
  return heading.depth !== undefined && own?.depth !== undefined && heading.depth <= own.depth;
}
