import { byteIn1252, FOLLOWING } from './windows-1252.ts';

/** Two to four letters that are the bytes of one, read as Windows-1252: « Ã© ». */
const RUN = new RegExp(`[Â-ô][${FOLLOWING}]{1,3}`, 'gu');

/** Mends the letters of a UTF-8 text that was once read as Windows-1252; returns the words that were spoilt, as they stood. */
export function repairMojibake(text: string): { value: string; words: string[] } {
  const words: string[] = [];
  const value = text.replace(RUN, (run, at: number) => {
    const mended = decodeRun(run);
    if (mended === undefined) return run;
    words.push(wordAround(text, at, run.length));
    return mended;
  });
  return { value, words: [...new Set(words)] };
}

/** What the bytes say, as far as they say something; the rest of the run is left. */
function decodeRun(run: string): string | undefined {
  const letters = [...run];
  for (let count = letters.length; count >= 2; count--) {
    const bytes = Uint8Array.from(letters.slice(0, count), (letter) => byteIn1252(letter) ?? 0);
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes) + letters.slice(count).join('');
    } catch {
      // A shorter run may be a letter.
    }
  }
  return undefined;
}

function wordAround(text: string, at: number, length: number): string {
  const start = text.slice(0, at).search(/\S*$/);
  const end = text.slice(at + length).search(/\s|$/);
  return text.slice(start, at + length + end);
}
