import { fold } from '../../french.ts';

/** Words that speak of one type alone, and how much they weigh. */
const SIGNS: readonly (readonly [type: string, pattern: RegExp, weight: number])[] = [
  ['atelier', /\bateliers? d'echanges?(?: de pratiques?)?|\baep\b/, 4],
  ['atelier', /(?:^|\n)\W*(?:synthese|compte[- ]rendu)?[^\n]{0,30}\batelier\b[^\n]{0,60}(?:\n|$)/, 2],
  ['atelier', /^[^\n]{0,40}\b(?:atelier|aep)\b/, 2],
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

/** The type that the words of a document say; undefined where they do not say it clearly. */
export function detectType(text: string): string | undefined {
  const folded = fold(text);
  const weigh = (type: string) =>
    SIGNS.reduce((sum, [own, pattern, weight]) => (own === type && pattern.test(folded) ? sum + weight : sum), 0);
  const [best, other] = ['atelier', 'projet']
    .map((type) => ({ type, weight: weigh(type) }))
    .sort((a, b) => b.weight - a.weight);
  return best && other && best.weight >= ENOUGH && best.weight >= other.weight * 2 ? best.type : undefined;
}
