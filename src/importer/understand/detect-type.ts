import { fold } from '../../french.ts';
import { findKey, foldLabel, splitLabel } from './labels.ts';

/** Words that speak of one type alone, and how much they weigh. */
const SIGNS: readonly (readonly [type: string, pattern: RegExp, weight: number])[] = [
  ['atelier', /\bateliers? d'echanges?(?: de pratiques?)?|\baep\b/, 4],
  ['atelier', /(?:^|\n)\W*(?:synthese|compte[- ]rendu)?[^\n]{0,30}\batelier\b[^\n]{0,60}(?:\n|$)/, 2],
  ['atelier', /^(?:[^\n]{0,80}\n+){0,2}[^\n]{0,40}\b(?:atelier|aep)\b/, 2],
  ['projet', /^(?:[^\n]{0,80}\n+){0,2}(?:fiche )?projet\b/, 2],
  ['atelier', /\bsituation (?:choisie|retenue|travaillee)|synthese co-?construite/, 3],
  ['atelier', /\bco-?anim(?:at|e)/, 2],
  ['atelier', /(?:^|\n|\t)\W*participant[^\n]{0,14}(?:\t|\n|:)/, 1],
  ['atelier', /(?:^|\n)\W*type ?: ?atelier/, 9],
  ['projet', /(?:^|\n)\W*type ?: ?projet/, 9],
  ['projet', /\bconvention de partenariat|\bla convention\b/, 3],
  ['projet', /\b(?:cet|l'|son|notre) ?accompagnement\b|\bstructure accompagnee/, 2],
  ['projet', /(?:^|\n)\W*(?:fiche projet|accompagnement (?:de|du|d')|projet :)/, 3],
  ['projet', /(?:^|\n)\W*(?:freins?|leviers?|perspectives|avancement|etat d'avancement|objectifs?)\W*(?:\n|$)/, 2],
  [
    'projet',
    /\b(?:interventions?|reunions?)\/?\w* (?:de deux heures|ont ete (?:effectue|realise))|maximum \w+ interventions/,
    3,
  ],
  ['projet', /\bmissionnee? par\b|\bequipe operationnelle\b/, 1],
];
/** One type must weigh this much, and twice as much as the other. */
const ENOUGH = 3;

/** Keys that one type alone has: each label of one weighs. */
const KEYS: Readonly<Record<string, ReadonlySet<string>>> = {
  atelier: new Set(['date', 'sujet', 'participants', 'coanimation', 'modalite', 'duree_min']),
  projet: new Set([
    'structure',
    'nature',
    'debut',
    'fin',
    'convention',
    'interventions_realisees',
    'niveau_engagement',
  ]),
};
/** Titles of the sections of one type, each a line of its own or a label. */
const SECTIONS: Readonly<Record<string, RegExp>> = {
  atelier: /^(?:situation|cas|synthese)\b.{0,30}$/,
  projet: /^(?:contexte|objectif|avancement|etat d'avancement|perspective|frein|levier)s?\b.{0,30}$/,
};

/** The type that the words of a document say; undefined where they do not say it clearly. */
export function detectType(text: string): string | undefined {
  const folded = fold(text.trim());
  const labels = listLabels(text);
  const weigh = (type: string) =>
    SIGNS.reduce((sum, [own, pattern, weight]) => (own === type && pattern.test(folded) ? sum + weight : sum), 0) +
    countOwn(labels, type);
  const [best, other] = ['atelier', 'projet']
    .map((type) => ({ type, weight: weigh(type) }))
    .sort((a, b) => b.weight - a.weight);
  return best && other && best.weight >= ENOUGH && best.weight >= other.weight * 2 ? best.type : undefined;
}

/** What may be a label: the start of a line that has a colon, a cell, a short line. */
function listLabels(text: string): string[] {
  const pieces = text.split(/[\n\t]/).map((piece) => splitLabel(piece)?.label ?? piece);
  return [...new Set(pieces.map(foldLabel))].filter((label) => label !== '' && label.length <= 60);
}

/** How many labels and titles only one type has; the first title of a section may be that of any text. */
function countOwn(labels: readonly string[], type: string): number {
  const keys = new Set(labels.map((label) => findKey(label, type)).filter((key) => key && KEYS[type]?.has(key)));
  const titles = labels.filter((label) => SECTIONS[type]?.test(label)).length;
  return keys.size + Math.max(0, titles - 1);
}
