/** What kind of personal data a text seems to hold. */
export type PersonalKind = 'adresse électronique' | 'numéro de téléphone' | 'numéro de sécurité sociale';

/** A stretch of a text that must not be shown. */
export interface PersonalMatch {
  readonly kind: PersonalKind;
  readonly start: number;
  readonly end: number;
}

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;
const SPACE = '[ \\u00a0\\u202f.\\-/]?';
const PHONE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:\\+|00)33${SPACE}(?:\\(0\\)${SPACE})?|0)[1-9](?:${SPACE}[0-9]{2}){4}(?![\\p{L}\\p{N}])`,
  'gu',
);
/** Sex, year, month, département (2A and 2B in Corsica), commune, order, and the key where it is given. */
const NIR = new RegExp(
  `(?<![\\p{L}\\p{N}])[12378]${SPACE}[0-9]{2}${SPACE}(?:0[1-9]|1[0-2]|[2-9][0-9])${SPACE}(?:[0-9]{2}|2[ABab])${SPACE}[0-9]{3}${SPACE}[0-9]{3}(?:${SPACE}([0-9]{2}))?(?![\\p{L}\\p{N}])`,
  'gu',
);

/** Finds e-mail addresses, French telephone numbers and French social security numbers (NIR), in the order of the text. */
export function findPersonalData(text: string): PersonalMatch[] {
  const found: PersonalMatch[] = [
    ...matches(text, NIR, 'numéro de sécurité sociale'),
    ...matches(text, EMAIL, 'adresse électronique'),
    ...matches(text, PHONE, 'numéro de téléphone'),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter(({ start }, index) => !found.slice(0, index).some((earlier) => start < earlier.end));
}

/** The text with each character of personal data replaced by `•`, so that columns stay. */
export function maskPersonalData(text: string): string {
  let masked = text;
  for (const { start, end } of findPersonalData(text)) {
    masked = masked.slice(0, start) + masked.slice(start, end).replace(/[^\n]/g, '•') + masked.slice(end);
  }
  return masked;
}

function matches(text: string, pattern: RegExp, kind: PersonalKind): PersonalMatch[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ kind, start: index, end: index + found.length }));
}
