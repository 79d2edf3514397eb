import { mapTexts } from './map-texts.ts';

/** What kind of personal data a text seems to hold. */
export type PersonalKind = 'adresse électronique' | 'numéro de téléphone' | 'numéro de sécurité sociale';

/** A stretch of a text that must not be shown. */
export interface PersonalMatch {
  readonly kind: PersonalKind;
  readonly start: number;
  readonly end: number;
}

/** Begins where no address could have begun before, so that a long text is read once. */
const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;
/** What parts the digits of a number, the end of a line too: a text may be cut there, in a quotation as elsewhere. */
const SPACE = '(?:[ \\u00a0\\u202f.\\-/]|[ \\t]?\\n[ \\t>]{0,8})?';
/** « 01/02/2022 10 » is a date, though its digits could be those of a number. */
const DATE = '(?:(?:0[1-9]|[12][0-9]|3[01])[./-])?(?:0[1-9]|1[0-2])[./-](?:19|20)[0-9]{2}(?![0-9])';
const PHONE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?!${DATE})(?:(?:\\+|00)33${SPACE}(?:\\(0\\)${SPACE})?|0)[1-9](?:${SPACE}[0-9]{2}){4}(?![\\p{L}\\p{N}])`,
  'gu',
);
/** Sex, year, month, département (2A and 2B in Corsica), commune, order, and the key where it is given. */
const NIR = new RegExp(
  `(?<![\\p{L}\\p{N}])[12378]${SPACE}[0-9]{2}${SPACE}(?:0[1-9]|1[0-2]|[2-9][0-9])${SPACE}(?:[0-9]{2}|2[ABab])${SPACE}[0-9]{3}${SPACE}[0-9]{3}(?:${SPACE}([0-9]{2}))?(?![\\p{L}\\p{N}])`,
  'gu',
);

/** Finds e-mail addresses, French telephone numbers and French social security numbers (NIR), in the order of the text. None overlap. */
export function findPersonalData(text: string): PersonalMatch[] {
  const found = [
    ...matches(text, NIR, 'numéro de sécurité sociale'),
    ...matches(text, EMAIL, 'adresse électronique'),
    ...matches(text, PHONE, 'numéro de téléphone'),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: PersonalMatch[] = [];
  for (const match of found) {
    const last = apart.at(-1);
    if (!last || match.start >= last.end) apart.push(match);
    else if (match.end > last.end) apart[apart.length - 1] = { ...last, end: match.end };
  }
  return apart;
}

/** The text with each character of personal data replaced by `•`, so that columns stay. */
export function maskPersonalData(text: string): string {
  let masked = '';
  let end = 0;
  for (const match of findPersonalData(text)) {
    masked += text.slice(end, match.start) + text.slice(match.start, match.end).replace(/[^\n]/g, '•');
    end = match.end;
  }
  return masked + text.slice(end);
}

function matches(text: string, pattern: RegExp, kind: PersonalKind): PersonalMatch[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ kind, start: index, end: index + found.length }));
}

/** A plain value with every text in it masked, at any depth. */
export function maskTexts<T>(value: T, mask: (text: string) => string = maskPersonalData): T {
  return mapTexts(value, mask);
}
