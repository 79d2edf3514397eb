import { fold } from '../../french.ts';
import type { HeaderValue } from '../../record/header-value.ts';
import { parsePartialDate, parseTypedDate } from '../../record/partial-date.ts';

/** A date that a text says, and where in it. */
export interface FoundDate {
  /** As a header holds it: an ISO form, or `{ date, texte }` where the words are vaguer. */
  readonly value: HeaderValue;
  readonly words: string;
  readonly index: number;
  /** Whether it is one day. */
  readonly isDay: boolean;
  /** Why a person should look at it. */
  readonly doubt?: string;
}

const MONTH = 'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre';
const SHORT_MONTHS: Readonly<Record<string, string>> = {
  janv: 'janvier',
  fev: 'février',
  fevr: 'février',
  avr: 'avril',
  juil: 'juillet',
  sept: 'septembre',
  oct: 'octobre',
  nov: 'novembre',
  dec: 'décembre',
};
const ANY_MONTH = `${MONTH}|(?:${Object.keys(SHORT_MONTHS).sort().reverse().join('|')})\\.?`;
const YEAR = '(?:19|20)\\d{2}(?!\\d)';
const VAGUE =
  'tout debut|debut|mi|milieu|courant|fin|(?:au |a la )?(?:printemps|ete|automne|hiver)|(?:au )?(?:premier|second|deuxieme|1er|2e|2nd|2eme) semestre';
const ORDINALS: Readonly<Record<string, string>> = {
  premier: '1',
  deuxieme: '2',
  second: '2',
  troisieme: '3',
  quatrieme: '4',
};

/** Each way to say a date, in a folded text; the first that fits a place is kept. */
const FORMS: readonly {
  readonly pattern: string;
  readonly read: (match: RegExpExecArray, words: string) => HeaderValue | undefined;
  readonly doubt?: string;
}[] = [
  {
    pattern: `(?:du )?\\d{1,2}(?:er)?(?: (?:${ANY_MONTH}))?(?: (?:et|au|&) (?:le )?| ?[-–—/] ?)\\d{1,2}(?:er)? (${ANY_MONTH}) (${YEAR})`,
    read: ([, month, year], words) => vague(monthOf(month, year), words),
  },
  {
    pattern: `(?:de )?(?:${ANY_MONTH})(?: (?:et|a|au|ou) | ?[-–—/] ?)(?:${ANY_MONTH}) (${YEAR})`,
    read: ([, year], words) => vague(year, words),
  },
  { pattern: `(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)`, read: ([whole]) => parsePartialDate(whole)?.iso },
  {
    pattern: `(\\d{1,2})(?:er)? (${ANY_MONTH}) (${YEAR})`,
    read: ([, day, month, year]) => parseTypedDate(`${day} ${longMonth(month)} ${year}`)?.iso,
  },
  {
    pattern: `(\\d{1,2})\\s?[/.-]\\s?(\\d{1,2})\\s?[/.-]\\s?(${YEAR})`,
    read: ([, day, month, year]) => parseTypedDate(`${day}/${month}/${year}`)?.iso,
  },
  {
    pattern: '(?<![\\d/.-])(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{2})(?![\\d/.-])',
    read: ([, day, month, year]) => parseTypedDate(`${day}/${month}/20${year}`)?.iso,
    doubt: 'l’année n’y a que deux chiffres',
  },
  {
    pattern: `(1er|[1-4]e|[1-4]eme|premier|deuxieme|second|troisieme|quatrieme) trimestre(?: de l'annee| de)? (${YEAR})`,
    read: ([, rank = '', year]) => `${year}-T${ORDINALS[rank] ?? rank[0]}`,
  },
  { pattern: `t([1-4])[ -]?(${YEAR})`, read: ([, rank, year]) => `${year}-T${rank}` },
  { pattern: `(${YEAR})-t([1-4])(?!\\d)`, read: ([, year, rank]) => `${year}-T${rank}` },
  {
    pattern: `(?:${VAGUE})(?: (?:du mois )?(?:de |d')|[ -])(${ANY_MONTH}) (${YEAR})`,
    read: ([, month, year], words) => vague(monthOf(month, year), words),
  },
  {
    pattern: `(?:${VAGUE})(?: (?:de l'annee |de )|[ -])(${YEAR})`,
    read: ([, year], words) => vague(year, words),
  },
  { pattern: `(${ANY_MONTH}) (${YEAR})`, read: ([, month, year]) => monthOf(month, year) },
  {
    pattern: `(\\d{1,2})/(${YEAR})`,
    read: ([, month = '', year]) => parsePartialDate(`${year}-${month.padStart(2, '0')}`)?.iso,
  },
  { pattern: `(?<![-–—/] ?)(${YEAR})(?! ?[-–—/])`, read: ([, year]) => year },
];
/** Compiled once; the flags make `exec` go on from `lastIndex`. */
const PATTERNS = FORMS.map(({ pattern, ...form }) => ({
  ...form,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}])`, 'gu'),
}));

/** Every date of a text, in its order; none overlap. A day that is in no calendar is none. */
export function findDates(text: string): FoundDate[] {
  const folded = foldInPlace(text);
  const found: FoundDate[] = [];
  const taken: [number, number][] = [];
  for (const { pattern, read, doubt } of PATTERNS) {
    for (const match of folded.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (taken.some(([from, to]) => match.index < to && from < end)) continue;
      taken.push([match.index, end]);
      const words = text.slice(match.index, end);
      const value = read(match as RegExpExecArray, words);
      const isDay = typeof value === 'string' && value.length === 10;
      if (value !== undefined) found.push({ value, words, index: match.index, isDay, ...(doubt && { doubt }) });
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

/** A folded text in which each sign keeps its place: spaces of any kind are one. */
export function foldInPlace(text: string): string {
  return [...text]
    .map((sign) => {
      const folded = /\s/.test(sign) ? ' ' : fold(sign);
      return folded.length === sign.length
        ? folded
        : sign.toLowerCase().length === sign.length
          ? sign.toLowerCase()
          : sign;
    })
    .join('');
}

function vague(date: string | undefined, words: string): HeaderValue | undefined {
  return date === undefined ? undefined : { date, texte: words.replace(/\s+/g, ' ') };
}

function monthOf(month: string | undefined, year: string | undefined): string | undefined {
  return parseTypedDate(`${longMonth(month)} ${year}`)?.iso;
}

function longMonth(month = ''): string {
  const short = month.replace(/\.$/, '');
  return SHORT_MONTHS[short] ?? short;
}
