import type { Range } from '../diagnostic.ts';
import type { Hashtag, Nature } from './passage.ts';

/** A hashtag: `#` at the start of a line or after a space, then letters, digits and hyphens, with at least one letter. */
const HASHTAG = /(?<=^|\s)#(\??)([\p{L}\p{N}-]*\p{L}[\p{L}\p{N}-]*)/gu;

/** A word that is a mark: a hashtag, a passage's name, or a masked comment. */
const MARK = /^(?:#\??[\p{L}\p{N}-]*\p{L}[\p{L}\p{N}-]*|\^p\d+|\uE000+)$/u;

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
  /** The passage's name, without `^`. */
  nom?: Hashtag;
  /** How many words of the plain text are marks, from its end. */
  readonly words: number;
}

/** Reads the end marks of a passage whose comments, code and links are masked. */
export function readMarks(masked: PlacedText): Marks {
  const marks: Marks & { words: number } = { themes: [], libres: [], stray: [], words: 0 };
  const words = [...masked.text.matchAll(/\S+/g)];
  for (let last = words.at(-1); last && MARK.test(last[0]); last = words.at(-1)) {
    readMark(last[0], masked.rangeOf(last.index, last.index + last[0].length), marks);
    words.pop();
  }
  marks.themes.reverse();
  marks.libres.reverse();
  const last = words.at(-1);
  const rest = masked.text.slice(0, last ? last.index + last[0].length : 0);
  marks.stray.push(...findHashtags({ ...masked, text: rest }));
  return marks;
}

function readMark(mark: string, range: Range, marks: Marks & { words: number }): void {
  if (mark.startsWith('#?')) marks.libres.push({ word: mark.slice(2), range });
  else if (mark.startsWith('#')) marks.themes.push({ word: mark.slice(1), range });
  else if (mark.startsWith('^')) marks.nom ??= { word: mark.slice(1), range };
  if (!mark.startsWith(COMMENT_MASK)) marks.words++;
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
    const said = (match[1] ?? '').trim().toLowerCase();
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
  return findHashtags({ text: comment[0], rangeOf: (from, to) => placed.rangeOf(start + from, start + to) });
}
