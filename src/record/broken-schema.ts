import { quote } from '../french.ts';

/** What ajv says of a schema that it refuses, and how to say it in French; the place is a path inside the schema. */
const REASONS: readonly [RegExp, (...found: string[]) => string][] = [
  [
    /^strict mode: unknown keyword: "(.*?)"/,
    (word = '') => `le mot-clé ${quote(word)} n’existe pas : corrigez-le, ou retirez-le`,
  ],
  [
    /^unknown format "(.*?)"/,
    (format = '') => `le format ${quote(format)} n’existe pas : « date-partielle » et « jour » sont ceux de cops`,
  ],
  [
    /^can't resolve reference (\S+)/,
    (reference = '') => `le renvoi ${quote(reference)} ne mène à rien : corrigez « $ref »`,
  ],
  [
    /^Invalid regular expression: (\/.*\/)/s,
    (pattern = '') => `le motif ${quote(pattern)} n’est pas une expression régulière : corrigez « pattern »`,
  ],
  [
    /^strict mode: missing type "(.*?)" for keyword "(.*?)"/,
    (type = '', word = '') => `${quote(word)} demande que « type » soit ${quote(type)} au même endroit : ajoutez-le`,
  ],
  [
    /^strict mode: use allowUnionTypes/,
    () => 'une valeur n’y a qu’un type : écrivez « anyOf » pour en permettre plusieurs',
  ],
  [
    /^enum must have non-empty array/,
    () => 'une liste « enum » y est vide : donnez les valeurs permises, ou retirez-la',
  ],
  [
    /^schema is invalid: data(\/\S*)? must/,
    (place = '/') => `ce qui s’y trouve sous ${quote(place)} n’est pas permis par JSON Schema : corrigez-le`,
  ],
];

/** Why ajv refuses a schema, in French; its own words, in English, where they are not known here. */
export function sayBrokenSchema(message: string): string {
  for (const [pattern, say] of REASONS) {
    const found = pattern.exec(message);
    if (found) return say(...found.slice(1).map((part) => part ?? undefined));
  }
  return `il n’est pas permis par JSON Schema (en anglais : ${message})`;
}
