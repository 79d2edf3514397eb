import { byteIn1252, FOLLOWING } from './windows-1252.ts';

/** The bytes of an accented letter or of a sign of printing, read as Windows-1252: « Ã© », « â€™ ». No French word holds them. */
const RUN = new RegExp(`[ÂÃÄÅ][${FOLLOWING}]|â[${FOLLOWING}]{2}`, 'gu');
/** What they may be: letters of Europe, signs of printing, the euro, arrows. Anything else was no accident. */
const LIKELY = /^[\u00a0-\u017f\u2010-\u203a\u20ac\u2122\u2190-\u2193]$/u;

const SPACE = /\s/;

/** Mends the letters of a UTF-8 text that was once read as Windows-1252; returns the words that were spoilt, as they stood. */
export function repairMojibake(text: string): { value: string; words: string[] } {
  const words: string[] = [];
  const value = text.replace(RUN, (run, at: number) => {
    const letter = new TextDecoder().decode(Uint8Array.from(run, (sign) => byteIn1252(sign) ?? 0));
    if (!LIKELY.test(letter)) return run;
    words.push(wordAround(text, at, run.length));
    return letter;
  });
  return { value, words: [...new Set(words)] };
}

function wordAround(text: string, at: number, length: number): string {
  let [start, end] = [at, at + length];
  while (start > 0 && !SPACE.test(text.charAt(start - 1))) start--;
  while (end < text.length && !SPACE.test(text.charAt(end))) end++;
  return text.slice(start, end);
}
