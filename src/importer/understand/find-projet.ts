import type { Prs } from '../../prs/prs.ts';
import type { FoundValue } from '../imported-record.ts';
import { findCadres } from './find-cadres.ts';
import { findDates } from './find-dates.ts';
import { NUMBER, parseFrenchNumber, UNSURE_NUMBER } from './french-numbers.ts';
import { findWords, foundIn, type Sentence } from './sentence.ts';

const MEETINGS = '(?:interventions?|reunions?|seances?|rencontres?|sessions?)';
const UNDERTAKING = '(?:accompagnement|partenariat|collaboration|projet)';

/** What the sentences of a projet say for its header; they stay where they are. */
export function findInProjet(
  sentences: readonly Sentence[],
  known: readonly Prs[],
): { found: FoundValue[]; warnings: string[] } {
  const cadres = findCadres(sentences, known);
  const convention = findConvention(sentences);
  const done = findDone(sentences);
  const found = [
    findStructure(sentences),
    ...cadres.found,
    findBound(sentences, 'debut', BEGINS),
    findBound(sentences, 'fin', ENDS),
    findStatut(sentences),
    convention,
    done,
  ];
  return { found: found.filter((value) => value !== undefined), warnings: cadres.warnings };
}

/** Of the text itself: a name has its capitals. */
const AS_A =
  /(?:^|[.!?]\s+)(\p{Lu}[\p{L}\p{N}’'&-]*(?:\s+\p{Lu}[\p{L}\p{N}’'&-]*){0,4}),? en tant que ([^,;]{4,120}?)(?:,|\s(?:est|a|doit)\s)/u;
/** « Le CHU Imaginaire est un établissement public de santé » */
const IS_A =
  /(?:^|[.!?,]\s+)(?:[Ll]e |[Ll]a |[Ll]['’])?(\p{Lu}[\p{L}\p{N}’'&-]+(?:\s+\p{Lu}[\p{L}\p{N}’'&-]*){0,4}) est une? ((?:établissement|dispositif|association|structure|réseau|maison|centre|clinique|hôpital|groupement|service|collectif|fédération|institut|communauté)[^,;.]{0,100})/u;
const ACCOMPANIED =
  /(?:[Aa]ccompagnement|[Pp]artenariat|[Cc]ollaboration)\s+(?:COPS\s?[/–-]\s?|(?:d['’]|de |du |avec )(?:la |le |l['’]|les )?)(\p{Lu}[\p{L}\p{N}’'&-]*(?:\s+\p{Lu}[\p{L}\p{N}’'&-]*){0,4})/u;
const NOT_ACCOMPANIED = /^(?:COPS|PRS|ARS|Centre|Projet|Institut National)\b/;

function findStructure(sentences: readonly Sentence[]): FoundValue | undefined {
  for (const sentence of sentences) {
    const [words, nom, nature] = AS_A.exec(sentence.text) ?? IS_A.exec(sentence.text) ?? [];
    if (words && nom && nature && !NOT_ACCOMPANIED.test(nom))
      return foundIn(
        'structure',
        { sentence, words: words.replace(/,$/, '') },
        { value: { nom, nature: nature.trim() } },
      );
  }
  for (const sentence of sentences) {
    const [words, nom] = ACCOMPANIED.exec(sentence.text) ?? [];
    if (!words || !nom || NOT_ACCOMPANIED.test(nom)) continue;
    const doubt = 'le nom de la structure est déduit de la phrase';
    return foundIn('structure', { sentence, words }, { value: { nom }, doubt });
  }
  return undefined;
}

const BEGINS = new RegExp(
  `${UNDERTAKING}[^.;]{0,60}?\\b(?:initie|debute|commence|demarre|lance|engage|entame|depuis)(?:e?s?)\\b`,
  'u',
);
const ENDS = new RegExp(
  `${UNDERTAKING}[^.;]{0,60}?\\b(?:acheve|termine|clos|a pris fin|prendra fin|s'achevera|se terminera)(?:e?s?)\\b`,
  'u',
);
/** A date stands this close behind the verb. */
const NEAR = 30;

function findBound(sentences: readonly Sentence[], key: string, pattern: RegExp): FoundValue | undefined {
  const found = findWords(sentences, pattern);
  if (!found) return undefined;
  const after = found.sentence.text.slice(found.end, found.end + NEAR * 2);
  const date = findDates(after).find(({ index }) => index <= NEAR);
  if (!date) return undefined;
  const words = `${found.words}${after.slice(0, date.index + date.words.length)}`;
  return foundIn(key, { ...found, words }, { value: date.value, ...(date.doubt && { doubt: date.doubt }) });
}

const STATES: readonly (readonly [pattern: RegExp, statut: string, doubt?: string])[] = [
  [
    /(?:accompagnement|partenariat|collaboration) (?:est (?:desormais |maintenant )?(?:termine|acheve|clos)e?|s'est (?:termine|acheve)e?|a pris fin)/u,
    'termine',
  ],
  [/(?:accompagnement|partenariat|collaboration) (?:est|a ete) (?:suspendu|mis en pause)e?/u, 'suspendu'],
  [/(?:accompagnement|partenariat|collaboration) (?:est (?:toujours )?en cours|se poursuit)/u, 'en-cours'],
  [
    new RegExp(`\\ba ce jour,? ${NUMBER} ${MEETINGS}`, 'u'),
    'en-cours',
    'déduit de « à ce jour », le document ne le dit pas autrement',
  ],
];

function findStatut(sentences: readonly Sentence[]): FoundValue | undefined {
  for (const [pattern, statut, doubt] of STATES) {
    const found = findWords(sentences, pattern);
    if (found) return foundIn('statut', found, { value: statut, ...(doubt && { doubt }) });
  }
  return undefined;
}

const AT_MOST = [
  `(?:maximum|au plus|jusqu'a|limitee? a|plafonnee? a)(?: de)? (${NUMBER}) ${MEETINGS}(?:\\s?/\\s?\\p{L}+)*`,
  `(${NUMBER}) ${MEETINGS}(?:\\s?/\\s?\\p{L}+)* (?:au )?(?:maximum|plus)`,
].map((source) => new RegExp(source, 'u'));
const LASTING = new RegExp(
  `^[^.;]{0,20}?(?:(?:de|d'une duree de|durant) (${NUMBER})|d'(une))\\s?(?:heures?|h)\\b\\s?(\\d{2}|et demie|trente)?`,
  'u',
);
const AIMED_AT = /\b(?:a destination|aupres|au benefice) (de (?:l'|la )|du |des |de |d')([^,.;]{3,120})/u;
const SIGNED = /\bconvention[^.;]{0,60}?\b(?:signee?|conclue|datee|du|en date)\b/u;

/** « maximum huit interventions/réunions de deux heures … à destination de l’ensemble du pôle médical ». */
function findConvention(sentences: readonly Sentence[]): FoundValue | undefined {
  const most = AT_MOST.map((pattern) => findWords(sentences, pattern)).find((found) => found !== undefined);
  const max = parseFrenchNumber(most?.groups[0] ?? '');
  if (!most || max === undefined) return undefined;
  const after = {
    ...most.sentence,
    text: most.sentence.text.slice(most.end),
    folded: most.sentence.folded.slice(most.end),
  };
  const lasting = findWords([after], LASTING);
  const [number = '', one = '', half = ''] = lasting?.groups ?? [];
  const hours = parseFrenchNumber(number || one);
  const part = /demie|trente/.test(half) ? 0.5 : Number(half || 0) / 60;
  const public_ = findPublic(after);
  const date = findSigned(sentences);
  const value = {
    ...(date && { date: date.value }),
    interventions_max: String(max),
    ...(hours !== undefined && { duree_intervention_h: String(hours + Math.round(part * 100) / 100) }),
    ...(public_ && { public: public_.value }),
  };
  const words = [most.words + (lasting?.words ?? ''), public_?.words, date?.words].filter((part) => part !== undefined);
  return foundIn('convention', { sentence: most.sentence, words: words.join(' … ') }, { value });
}

function findPublic(after: Sentence): { value: string; words: string } | undefined {
  const found = findWords([after], AIMED_AT);
  const [link = '', public_ = ''] = found?.groups ?? [];
  if (!found || public_ === '') return undefined;
  const article = /^de (l['’]|la )$/i.exec(link)?.[1] ?? (link === 'du ' ? 'le ' : link === 'des ' ? 'les ' : '');
  return { value: `${article}${public_}`.trim(), words: found.words };
}

function findSigned(sentences: readonly Sentence[]): { value: FoundValue['value']; words: string } | undefined {
  const found = findWords(sentences, SIGNED);
  if (!found) return undefined;
  const after = found.sentence.text.slice(found.end, found.end + NEAR);
  const date = findDates(after).find(({ index }) => index <= 6);
  return date && { value: date.value, words: `${found.words}${after.slice(0, date.index + date.words.length)}` };
}

const DONE = new RegExp(
  `(${NUMBER}) ${MEETINGS} (?:ont (?:deja )?(?:ete (?:effectue|realise|mene|organise|tenu)e?s|eu lieu)|se sont tenues|(?:effectue|realise|mene|tenu)es)`,
  'u',
);

function findDone(sentences: readonly Sentence[]): FoundValue | undefined {
  const found = findWords(sentences, DONE);
  const nombre = parseFrenchNumber(found?.groups[0] ?? '');
  if (!found || nombre === undefined) return undefined;
  const until = /^\s*(?:au|a la date du)\s/.exec(found.sentence.folded.slice(found.end))
    ? findDates(found.sentence.text.slice(found.end)).find(({ index }) => index <= 15)
    : undefined;
  const start = found.end - found.words.length;
  if (
    /\s(?:a|ou|environ|de|[-–—/])\s*$/.test(found.sentence.folded.slice(0, start)) &&
    UNSURE_NUMBER.test(found.sentence.folded)
  )
    return undefined;
  const before = /^\W*au\s[^,]{4,24},\s*$/.test(found.sentence.folded.slice(0, start));
  const stated = until ?? (before ? findDates(found.sentence.text)[0] : undefined);
  return foundIn('interventions_realisees', found, {
    value: { nombre: String(nombre), ...(stated && { arrete_au: stated.value }) },
  });
}
