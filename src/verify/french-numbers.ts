import { unifySpaces } from './printed-document.ts';

/** A number of a text whose numbers are unified. */
const NUMBER = /(?<![\p{L}\d])-?\d+(?:,\d+)?/gu;

/** A text whose numbers are written in one way: « 1 234,5 » and « 1234.5 » as « 1234,5 », any minus sign as a hyphen. */
export function unifyNumbers(text: string): string {
  return unifySpaces(text)
    .replace(/(?<![\p{L}\d])[\u2212\u2010-\u2013] ?(?=\d)/gu, '-')
    .replace(/(?<!\d)\d{1,3}(?: \d{3})+(?!\d)/g, (grouped) => grouped.replaceAll(' ', ''))
    .replace(/(?<=\d)\.(?=\d)/g, ',');
}

/** The numbers of a French text, in their order: « 7 ateliers sur 8 » gives 7 and 8. */
export function readNumbers(text: string): number[] {
  return [...unifyNumbers(text).matchAll(NUMBER)].map(([written]) => Number(written.replace(',', '.')));
}
