import { fold } from '../../french.ts';

const UNITS = [
  ...['zero', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze'],
  ...['treize', 'quatorze', 'quinze', 'seize', 'dix-sept', 'dix-huit', 'dix-neuf'],
];
const TENS: readonly (readonly [string, number])[] = [
  ['vingt', 20],
  ['trente', 30],
  ['quarante', 40],
  ['cinquante', 50],
  ['soixante', 60],
];

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, value): [string, number] => [word, value]),
  ['une', 1],
  ['aucun', 0],
  ['aucune', 0],
  ...TENS.flatMap(([word, value]): [string, number][] => [
    [word, value],
    ...['un', 'une'].flatMap((unit): [string, number][] => [
      [`${word} et ${unit}`, value + 1],
      [`${word}-et-${unit}`, value + 1],
    ]),
    ...UNITS.slice(2, 10).map((unit, index): [string, number] => [`${word}-${unit}`, value + index + 2]),
  ]),
  ...UNITS.slice(10).map((unit, index): [string, number] => [`soixante-${unit}`, 70 + index]),
  ['soixante et onze', 71],
  ['soixante-et-onze', 71],
  ['quatre-vingts', 80],
  ['quatre-vingt', 80],
  ['quatre-vingt-une', 81],
  ...UNITS.slice(1).map((unit, index): [string, number] => [`quatre-vingt-${unit}`, 81 + index]),
  ['cent', 100],
]);

/** The source of a pattern for a whole number in a folded text, in digits or in letters; no letter or digit may touch it. */
export const NUMBER = `(?<![\\p{L}\\p{N}.,'-])(?:\\d{1,3}|${[...NUMBERS.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}]|[.,]\\d|-\\p{L})`;

/** More or less a number: « une vingtaine », « 20 à 25 », « environ 20 »; the folded text is of a whole line. */
export const UNSURE_NUMBER = new RegExp(
  `(?:huit|dix|douz|quinz|vingt|trent|quarant|cinquant|soixant|cent)aines?(?![\\p{L}])|${NUMBER}\\s*(?:a|ou|[-–—/])\\s*${NUMBER}(?!\\s*(?:h|heures?|min)(?![\\p{L}]))|(?<![\\p{L}])(?:environ|pres de|plus de|moins d[e'])\\s*${NUMBER}`,
  'u',
);

/** The whole number that a text says, in digits or in letters: « huit » is 8. Undefined where it is none. */
export function parseFrenchNumber(text: string): number | undefined {
  const folded = fold(text).trim();
  if (/^\d{1,9}$/.test(folded)) return Number(folded);
  return NUMBERS.get(folded.replace(/\s*-\s*/g, '-'));
}
