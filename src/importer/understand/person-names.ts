import { fold } from '../../french.ts';
import { foldInPlace } from './find-dates.ts';
import { findRole } from './read-people.ts';

/** A stretch of a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const CIVILITY =
  '(?:Drs?|Prs?|Docteure?s?|Professeure?s?|MM|M|Mmes?|Mlles?|Messieurs|Mesdames|Monsieur|Madame|Mademoiselle|Me)(?:\\.\\s*|\\s+)';
const PARTICLE = "(?:de|du|des|le|la|d['’]|van|von|el|ben)";
const WORD = "(?:\\p{Lu}\\.(?:-?\\p{Lu}\\.)*|\\p{Lu}[\\p{L}'’-]*)";
/** A name stands where an item of a list may begin: « Toulouse Purpan » in « du CHU de Toulouse Purpan » is none. */
const BEFORE = '(?<=^|[\\s,;:(•/&–—>*+.\\])|-]|(?<!\\p{L})\\d{1,3})';
const NAME = new RegExp(
  `${BEFORE}((?:${CIVILITY})*)(${WORD}(?:[ \\t\\u00a0]+(?:${PARTICLE}\\s*){0,2}${WORD}){0,4})(?![\\p{L}\\p{N}])`,
  'gu',
);
const LISTED = /(?:^|[,;:(\n•/&–—>*+|]|\s-|^-|\d[.)]?|(?<!\p{L})(?:et|avec|dont|presents?|absents?|excuses?))\s*$/u;

/** Words with a capital that are no name: places of care, titles of sections, days. */
const NO_NAME =
  /^(?:chu|chg?|cpts|msp|ars|cops|ssr|had|prs|ehpad|cpam|samu|association|institut|centre|hopital|clinique|service|pole|ligue|agence|maison|reseau|universite|faculte|fondation|federation|collectif|groupe|equipe|occitanie|france|projet|atelier|synthese|situation|theme|sujet|date|lieu|duree|modalite|objectif|contexte|frein|levier|perspective|convention|structure|participant|present|excuse|absent|contact|personne|co-?anim|anim|information|echange|difficulte|constat|piste|suite|note|remarque|conclusion|bilan|introduction|presentation|deroulement|parcours|sante|compte|ordre|fonction|qualite|profession|nom|prenom|mail|courriel|tel|telephone|signature|inscrit|membre|nombre|aucun|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|les?|la|des|nous|il|elle|secretaire|interne|etudiant|benevole|president|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|partenaire|ressource|usager|patient)e?s?(?![a-z])/;

/** The names of persons in a list of them: with a civility, or of two words with a capital; first names alone where all are. */
export function findNames(text: string): Range[] {
  const folded = foldInPlace(text);
  const names: Range[] = [];
  const singles: Range[] = [];
  for (const match of text.matchAll(NAME)) {
    const [, civility = '', words = ''] = match;
    if (civility === '' && !LISTED.test(folded.slice(Math.max(0, match.index - 40), match.index))) continue;
    const kept = keepName(words);
    if (kept === '') continue;
    const range = { start: match.index, end: match.index + civility.length + kept.length };
    if (civility !== '' || /\s/.test(kept)) names.push(range);
    else singles.push(range);
  }
  const isPlural = /(?:Drs|Prs|MM\.?|Mmes|Mlles|Messieurs|Mesdames|Docteurs|Professeurs)\s/.test(text);
  if (isPlural) return [...names, ...singles].sort((a, b) => a.start - b.start);
  const segments = text.split(/[,;\n]|\set\s/).filter((part) => /\p{L}/u.test(part));
  return names.length === 0 && singles.length >= 2 && singles.length === segments.length ? singles : names;
}

/** Whether a line below the title of a list goes on with it: it opens with a name. */
export function opensWithName(text: string): boolean {
  const [first] = findNames(text);
  return first !== undefined && /^[\W\d]*$/.test(text.slice(0, first.start));
}

/** The words of a name, up to one that is none: « Jean Dupont » of « Jean Dupont CHU ». */
function keepName(words: string): string {
  let kept = '';
  if (/^[IVX]+\.\s/.test(words)) return '';
  for (const part of words.matchAll(/\s*\S+/g)) {
    const word = fold(part[0]).trim();
    const isInside = kept !== '' && /^(?:l[ea]s?|des?|du)$/.test(word.split(/\s/).at(-1) ?? '');
    if (!isInside && (NO_NAME.test(word) || findRole(word) !== undefined)) break;
    kept += part[0];
  }
  return kept.replace(new RegExp(`(?:\\s+${PARTICLE})+$`, 'u'), '');
}

const WHO =
  "(?<!(?:cas|situation|theme|sujet|projet|exemple)s? )(?:participant|present|excuse|absent|invite|inscrit)(?:e?s?|[.·(-]e[.·)-]*s?\\)?)(?![\\p{L}])|personnes (?:presente|excusee|absente|invitee|inscrite)s?|composition du groupe|contacts?|membres(?: du groupe)?|noms? des? (?:participants?|presents?|personnes)|feuille de presence|(?:liste|feuille) d'emargement|en presence de";
/** Opens a list of persons, wherever it stands in a line. */
const OPENING = new RegExp(
  `(?<![\\p{L}])(?:${WHO})(?:[^:.,;\\n]{0,30}:|\\s*[–—-]\\s)|^\\W*(?:(?:etaient|sont) )?(?:presents?|excuses?|absents?|participants?)\\s|(?<!\\p{L})(?:etaient|sont) (?:presente?s?|excusee?s?|absente?s?)\\s`,
  'u',
);
const ALONE = new RegExp(
  `^\\W*(?:\\d+[.)]?\\s*)?(?:liste (?:des? |d'))?(?:les )?(?:etaient |sont )?(?:${WHO})[^:.,;]{0,30}$`,
  'u',
);
const CAME = /(?:a reuni|reunissait|a rassemble|rassemblait|ont participe|ont pris part|avec la participation de)/u;
/** Who led is named in a record. */
const LED = /(?<![\p{L}])(?:co-?)?anim(?:e|at)/u;

/** Whether a text alone is the title of a list of persons. */
export function isPeopleTitle(text: string): boolean {
  return ALONE.test(foldInPlace(text.replace(/[\s:]+$/, '')));
}

/** Where a list of persons stands in a line; undefined where the line opens none. Those who led are outside of it. */
export function findPeople(text: string): Range | undefined {
  const folded = foldInPlace(text);
  const opening = OPENING.exec(folded) ?? CAME.exec(folded);
  if (!opening) return undefined;
  const start = opening.index + opening[0].length;
  const led = LED.exec(folded);
  if (led && led.index < opening.index && !/[.;\n]/.test(folded.slice(led.index, opening.index))) return undefined;
  const next = LED.exec(folded.slice(start));
  return { start, end: next ? start + next.index : text.length };
}

/** Whether a line tells who led. */
export function tellsWhoLed(text: string): boolean {
  return LED.test(foldInPlace(text));
}
