import { parseFrenchNumber } from '../importer/understand/french-numbers.ts';
import { textLine } from '../importer/understand/line.ts';
import { readField } from '../importer/understand/read-field.ts';
import { findDepartement } from '../record/departements.ts';

/** A number that a person wrote in words: « douze », or a duration where minutes are asked. Undefined where digits alone say it, or nothing does. */
export function readNumberInWords(key: string, words: string): string | undefined {
  if (/^[-+\d.,\s]*$/.test(words)) return undefined;
  const number = parseFrenchNumber(words);
  if (number !== undefined) return String(number);
  if (key !== 'duree_min' || !DURATION.test(words)) return undefined;
  const read = readField({ key, label: key, lines: [textLine(words)], place: '' })?.value;
  return typeof read === 'string' ? read : undefined;
}

/** A duration and nothing else: a sentence that holds one may say more. */
const DURATION =
  /^(?:environ\s+)?[\p{L}\d-]+\s*(?:h|heures?|min|mn|minutes?|')\s*(?:\d{2}|et\s+(?:demie|quart))?\s*(?:min|mn|minutes?)?\.?$/iu;

/** Départements that are named: « Haute-Garonne et Gers ». Undefined where one of the words is none. */
export function readDepartements(words: string): string[] | undefined {
  const whole = findDepartement(words);
  if (whole !== undefined) return [whole];
  const numbers = words.split(/\s+et\s+/).map(findDepartement);
  return numbers.length > 1 && numbers.every((number) => number !== undefined) ? numbers : undefined;
}
