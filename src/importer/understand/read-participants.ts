import type { HeaderValue } from '../../record/header-value.ts';
import { foldInPlace } from './find-dates.ts';
import { NUMBER, parseFrenchNumber, UNSURE_NUMBER } from './french-numbers.ts';
import { type FoundRole, findRole } from './read-people.ts';

/** A value read from some words. */
export interface ReadValue {
  readonly value: HeaderValue;
  /** Why a person should look at it. */
  readonly doubt?: string;
  /** Whether some of the words found no place in the value. */
  readonly isPartial?: boolean;
}

interface Group {
  readonly count: number;
  readonly words: string;
}

const GROUP = new RegExp(NUMBER, 'gu');
/** A number of all of them: it is no group, and can be added up. */
const ALL = /^\s*(?:personnes?|participant|membres?|presents?|places?|inscrit)/;
const NOT_COUNTED =
  /^\s*(?:h\b|heures?\b|minutes?\b|min\b|mois\b|ans?\b|annees?\b|eme\b|ere?\b|%|euros?|avril|mai\b|juin|decembre|\/)/;

/** « dont un médecin », « (dont un médecin) »: they are counted already. */
const PART = /\(?(?<!\p{L})dont\s[^,;.\n)]{0,200}\)?/gu;
/** « 8 personnes, dont 4 professionnels »: what follows tells them all. */
const DETAILED = /(?:personnes?|participant\S*|membres?|presents?)[^,;.:\n\d]{0,20},?\s*(dont)(?!\p{L})/gu;
/** « professionnels (4) », « professionnels : 4 ». */
const COUNTED_AFTER = new RegExp(
  `((?:\\p{L}|['’(·.-](?=\\p{L}))[^,;:()\\n\\d]{0,90}?)\\s*(?:\\(\\s*(${NUMBER})\\s*\\)|[:=]\\s*(${NUMBER})(?=\\s*(?:[,;.\\n]|$|et\\s)))`,
  'gu',
);

/**
 * Reads « 4 professionnels du système de santé 3 patients partenaires ressources », parted or glued, numbers in letters too, and
 * « professionnels (4) ». Undefined where no number stands beside words that say a role, or where they can be read in two ways.
 */
export function readParticipants(written: string): ReadValue | undefined {
  const text = written.replace(/(?<=\p{Ll}{3})(?=\d{1,3}\s+\p{L})/gu, ' ').replace(/\n(?=\s*[^\p{Ll}\s])/gu, ';');
  const folded = foldInPlace(text).replace(DETAILED, (whole) => whole.replace(/dont$/, '    '));
  const parts = [...folded.matchAll(PART)].map(([part]) => part).filter((part) => !part.startsWith('('));
  if (UNSURE_NUMBER.test(folded) || parts.some((part) => [...part.matchAll(GROUP)].length > 1)) return undefined;
  const bare = folded.replace(PART, (part) => ' '.repeat(part.length));
  const groups = splitAfter(text, bare) ?? splitGroups(text, bare);
  return groups && countGroups(groups, text);
}

function countGroups(groups: readonly Group[], text: string): ReadValue | undefined {
  const doubts: string[] = [];
  const counts = new Map<string, number>();
  let total: number | undefined;
  let isPartial = false;
  for (const { count, words } of groups) {
    const roles = findRoles(words);
    if (roles.length > 1) return undefined;
    const [role] = roles;
    const start = foldInPlace(words);
    if (start === '' || (ALL.test(start) && (!role || /^\s*(?:personnes?|participant)/.test(start)))) total ??= count;
    else if (count === 0) continue;
    else if (!role) {
      isPartial = true;
      doubts.push(`« ${shorten(`${count} ${words}`)} » n’est pas un rôle connu`);
    } else {
      counts.set(role.role, (counts.get(role.role) ?? 0) + count);
      if (role.doubt) doubts.push(`« ${shorten(words)} » : ${role.doubt}, noté « autre »`);
    }
  }
  if (counts.size === 0) return undefined;
  const sum = [...counts.values()].reduce((all, one) => all + one, 0);
  if (total !== undefined && total !== sum) doubts.push(`le document en annonce ${total}, et en détaille ${sum}`);
  const some = /(?<!\p{L})(?:plusieurs|quelques)\s+\p{L}+/iu.exec(text)?.[0];
  if (some) doubts.push(`« ${some} » n’est pas compté`);
  const value = [...counts].map(([role, effectif]) => ({ role, effectif: String(effectif) }));
  const isLeft = isPartial || some !== undefined;
  return { value, ...(doubts.length > 0 && { doubt: doubts.join(' ; ') }), ...(isLeft && { isPartial: true }) };
}

/** The roles that the words beside one number say, each once: one number for two roles can be shared out in no sure way. */
function findRoles(words: string): FoundRole[] {
  const pieces = words.split(/[,;+&/]|\s(?:et|ou)\s|\s[-–—]\s/).flatMap((piece) => findRole(piece) ?? []);
  const whole = findRole(words);
  const found = pieces.length > 0 || !whole ? pieces : [whole];
  const isMixed = whole && whole.role !== 'professionnel' && /(?<!\p{L})professionnel/u.test(foldInPlace(words));
  const all = isMixed ? [...found, { role: 'professionnel' }] : found;
  return all.filter(({ role }, index) => all.findIndex((other) => other.role === role) === index);
}

/** Each number behind its words; undefined where a number stands elsewhere, but for that of all of them. */
function splitAfter(text: string, folded: string): Group[] | undefined {
  const matches = [...folded.matchAll(COUNTED_AFTER)];
  if (matches.length === 0 || matches.every(([, words = '']) => !findRole(words))) return undefined;
  const groups = matches.map(({ 1: words = '', 2: inside, 3: after, index }) => ({
    count: parseFrenchNumber(inside ?? after ?? '') ?? 0,
    words: text.slice(index, index + words.length).trim(),
  }));
  const rest = folded.replace(COUNTED_AFTER, (whole) => ' '.repeat(whole.length));
  return [...groups, ...(splitGroups(text, rest, true) ?? [])];
}

/** Each number before its words; undefined where words before the first number say a role: it could be theirs. */
function splitGroups(text: string, folded: string, isRest = false): Group[] | undefined {
  const starts = [...folded.matchAll(GROUP)].filter((match) => opensGroup(match, folded));
  const before = text.slice(0, starts[0]?.index ?? 0);
  if (!isRest && starts.length > 0 && findRole(before.replace(/^.*participants?\s*:/i, ''))) return undefined;
  return starts.map((match, index) => ({
    count: parseFrenchNumber(match[0]) ?? 0,
    words: (isRest ? folded : text)
      .slice(match.index + match[0].length, starts[index + 1]?.index)
      .replace(/[\s,;:.+&/()–—-]+(?:et|dont|ainsi que)?[\s,;:.+&/(–—-]*$/u, '')
      .trim(),
  }));
}

/** « un » counts only where a group may begin: it is an article elsewhere. */
function opensGroup(match: RegExpExecArray, folded: string): boolean {
  if (NOT_COUNTED.test(folded.slice(match.index + match[0].length))) return false;
  if (!/^une?$/.test(match[0])) return true;
  return /(?:^|[,;:.(\n•+&–—-]|\b(?:et|plus|reuni|avec|que))\s*$/.test(folded.slice(0, match.index));
}

function shorten(words: string): string {
  const text = words.replace(/\s+/g, ' ').trim();
  return text.length > 50 ? `${text.slice(0, 49).trimEnd()}…` : text;
}
