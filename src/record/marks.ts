import type { Range } from '../diagnostic.ts';
import type { Hashtag, Nature } from './passage.ts';

/** A hashtag: `#` at the start of a line or after a space, then letters, digits and hyphens, with at least one letter. */
const HASHTAG = /(?<=^|\s)#(\??)([\p{L}\p{N}-]*\p{L}[\p{L}\p{N}-]*)/gu;

/** One mark at the very end of a text: a hashtag, a passage's name, or a masked comment. */
const LAST_MARK = /(?:^|\s)(#\??[\p{L}\p{N}-]*\p{L}[\p{L}\p{N}-]*|\^p\d+|\uE000+)\s*$/u;

/** Stands for each character of a comment, so that a comment is one mark and offsets stay. */
export const COMMENT_MASK = '\uE000';
/** Stands for each character of code, a link or an image, where a hashtag is text. */
export const TEXT_MASK = '\uE001';

/** A text of which each offset has a place in the file. */
export interface PlacedText {
  readonly text: string;
  rangeOf(start: number, end: number): Range;
}

/** What stands at the end of a passage, and the hashtags that stand elsewhere in it. */
export interface Marks {
  readonly themes: Hashtag[];
  readonly libres: Hashtag[];
  readonly stray: Hashtag[];
  nom?: string;
  /** How many words of the plain text are marks, from its end. */
  readonly words: number;
  /** Whether nothing but marks is there. */
  readonly alone: boolean;
}

/** Reads the end marks of a passage whose comments, code and links are masked. */
export function readMarks(masked: PlacedText): Marks {
  const marks: Marks & { words: number; alone: boolean } = {
    themes: [],
    libres: [],
    stray: [],
    words: 0,
    alone: false,
  };
  let rest = masked.text.trimEnd();
  for (let match = LAST_MARK.exec(rest); match; match = LAST_MARK.exec(rest)) {
    const mark = match[1] ?? '';
    const start = match.index + match[0].indexOf(mark);
    const range = masked.rangeOf(start, start + mark.length);
    if (mark.startsWith('#?')) marks.libres.unshift({ word: mark.slice(2), range });
    else if (mark.startsWith('#')) marks.themes.unshift({ word: mark.slice(1), range });
    else if (mark.startsWith('^')) marks.nom ??= mark.slice(1);
    if (!mark.startsWith(COMMENT_MASK)) marks.words++;
    rest = rest.slice(0, match.index).trimEnd();
  }
  marks.stray.push(...findHashtags({ ...masked, text: rest }));
  marks.alone = rest.replaceAll(COMMENT_MASK, '').trim() === '';
  return marks;
}

/** Every hashtag of a text, free codes included. */
export function findHashtags(masked: PlacedText): Hashtag[] {
  return [...masked.text.matchAll(HASHTAG)].map((match) => ({
    word: match[2] ?? '',
    range: masked.rangeOf(match.index, match.index + match[0].length),
  }));
}

/** What the comments beside a passage say of it. */
export interface CommentMarks {
  nature?: Nature;
  extrait: boolean;
  readonly refus: Hashtag[];
}

const COMMENT = /<!--([\s\S]*?)-->/g;
const REFUSAL = /^pas\s+(?=#)/u;

/** Reads the comments of a text; a memo or a remark says nothing of the passage. Returns how many were marks. */
export function readComments(placed: PlacedText, into: CommentMarks): number {
  let marks = 0;
  for (const match of placed.text.matchAll(COMMENT)) {
    const said = (match[1] ?? '').trim();
    if (said === 'piste' || said === 'constat') into.nature = said;
    else if (said === 'extrait') into.extrait = true;
    else if (REFUSAL.test(said)) into.refus.push(...findRefusals(placed, match));
    else continue;
    marks++;
  }
  return marks;
}

function findRefusals(placed: PlacedText, comment: RegExpMatchArray): Hashtag[] {
  const start = comment.index ?? 0;
  const text = placed.text.slice(0, start).replace(/[^\n]/g, TEXT_MASK) + comment[0];
  return findHashtags({ ...placed, text });
}
