import { fold } from '../french.ts';

/** A date as precise as its source: a day, a month, a quarter or a year. Bounds are ISO days, both inclusive. */
export interface PartialDate {
  /** As written: `2022`, `2022-11`, `2022-T4`, `2022-05-31`. */
  readonly iso: string;
  readonly first: string;
  readonly last: string;
  /** The source's own words where it is vaguer: « fin 2022 ». */
  readonly texte?: string;
}

const FORM = /^(\d{4})(?:-(?:T([1-4])|(\d{2})(?:-(\d{2}))?))?$/;
const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/**
 * Reads a date as a header holds it: a text, or `{ date, texte }` where the source is vaguer.
 * Undefined where there is none, its form is another or the day is in no calendar.
 */
export function parsePartialDate(written: unknown): PartialDate | undefined {
  if (typeof written === 'object' && written !== null) {
    const { date: text, texte } = written as { date?: unknown; texte?: unknown };
    const date = typeof text === 'string' ? parsePartialDate(text) : undefined;
    return date && typeof texte === 'string' ? { ...date, texte } : date;
  }
  if (typeof written !== 'string') return undefined;
  const match = FORM.exec(written);
  if (!match) return undefined;
  const [, year = '', quarter, month, day] = match;
  if (quarter) return interval(written, year, Number(quarter) * 3 - 2, Number(quarter) * 3);
  if (!month) return interval(written, year, 1, 12);
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (!day) return interval(written, year, Number(month), Number(month));
  if (Number(day) < 1 || Number(day) > daysInMonth(Number(year), Number(month))) return undefined;
  return { iso: written, first: written, last: written };
}

/** Days from one to another, both inclusive, in ISO form; a bound left out is open. */
export interface Period {
  readonly first?: string;
  readonly last?: string;
}

/** Whether the whole of one period lies inside another: an open end lies in no closed one. */
export function liesWithin(inner: Period, outer: Period): boolean {
  const afterStart = outer.first === undefined || (inner.first !== undefined && inner.first >= outer.first);
  return afterStart && (outer.last === undefined || (inner.last !== undefined && inner.last <= outer.last));
}

/** Whether two periods have a day in common. */
export function overlaps(a: Period, b: Period): boolean {
  const before = (end: string | undefined, start: string | undefined) =>
    end !== undefined && start !== undefined && end < start;
  return !before(a.last, b.first) && !before(b.last, a.first);
}

/** Reads a date as people type it: a partial date, `31/05/2022`, `31 mai 2022` or `mai 2022`. */
export function parseTypedDate(typed: string): PartialDate | undefined {
  const text = typed.trim().toLowerCase().normalize('NFC');
  const numeric = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  if (numeric) return parsePartialDate(`${numeric[3]}-${pad(numeric[2])}-${pad(numeric[1])}`);
  const words = /^(?:(\d{1,2})(?:er)?\s+)?(\p{L}+)\.?\s+(\d{4})$/u.exec(text);
  if (!words) return parsePartialDate(typed.trim().toUpperCase());
  const month = MONTHS.findIndex((name) => fold(name) === fold(words[2] ?? '')) + 1;
  const day = words[1] ? `-${pad(words[1])}` : '';
  return month > 0 ? parsePartialDate(`${words[3]}-${pad(String(month))}${day}`) : undefined;
}

/** « 31 mai 2022 », « novembre 2022 », « 4e trimestre 2022 », « 2022 », or the source's own words. */
export function formatPartialDate(date: PartialDate): string {
  if (date.texte) return date.texte;
  const [, year, quarter, month, day] = FORM.exec(date.iso) ?? [];
  if (quarter) return `${quarter === '1' ? '1er' : `${quarter}e`} trimestre ${year}`;
  if (!month) return year ?? date.iso;
  const name = `${MONTHS[Number(month) - 1]} ${year}`;
  if (!day) return name;
  return `${day === '01' ? '1er' : Number(day)} ${name}`;
}

function interval(iso: string, year: string, firstMonth: number, lastMonth: number): PartialDate {
  const last = `${year}-${pad(String(lastMonth))}-${daysInMonth(Number(year), lastMonth)}`;
  return { iso, first: `${year}-${pad(String(firstMonth))}-01`, last };
}

/** Days of a month of the Gregorian calendar. */
function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function pad(number = ''): string {
  return number.padStart(2, '0');
}
