import { quote } from '../../french.ts';
import { withoutSteering } from '../../record/shown-text.ts';

/** Words between quotation marks, on one line. */
export function quoteWords(text: string): string {
  return quote(
    withoutSteering(text)
      .replace(/[ \t\n\r]+/g, ' ')
      .trim(),
  );
}

/** The end of what comes before something, to say where it was: « après « … du parcours » ». */
export function sayAfter(before: string): string {
  const words = before
    .replace(/[ \t\n\r]+/g, ' ')
    .trim()
    .split(' ')
    .filter(Boolean);
  if (words.length === 0) return 'au début';
  const last = words.slice(-6).join(' ');
  return `après ${quote(words.length > 6 ? `… ${last}` : last)}`;
}
