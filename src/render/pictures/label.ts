import { wrapAnsi } from 'fast-wrap-ansi';

/** Signs that no XML may hold. */
const NO_XML = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g;

/** Widest letters of the fonts that a picture may be set in, on average, in sizes of the font. */
const LETTER = 0.56;

/** How many letters a width holds at a size. */
export function lettersIn(width: number, fontSize: number): number {
  return Math.max(4, Math.floor(width / (fontSize * LETTER)));
}

/** The width that a text needs at most, at a size. */
export function widthOfText(text: string, fontSize: number): number {
  return text.length * fontSize * LETTER;
}

/** A text cut between words into as few lines as it needs; what does not fit is left out, with an ellipsis. */
export function cutLabel(text: string, { letters, lines }: { letters: number; lines: number }): string[] {
  const plain = text.replace(NO_XML, ' ').trim();
  const cut = wrapAnsi(plain, letters, { hard: true }).split('\n');
  if (cut.length <= lines) return cut;
  const last = [...(cut[lines - 1] ?? '')];
  const room = last.length < letters ? last : last.slice(0, letters - 1);
  return [...cut.slice(0, lines - 1), `${room.join('').trimEnd()}…`];
}
