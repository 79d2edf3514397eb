import type { HeaderValue } from '../../record/header-value.ts';
import { foldInPlace } from './find-dates.ts';
import { NUMBER, parseFrenchNumber } from './french-numbers.ts';
import { findRole } from './read-people.ts';

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

/**
 * Reads « 4 professionnels du système de santé 3 patients partenaires ressources », parted or glued, numbers in letters too.
 * Undefined where no number stands before words that say a role.
 */
export function readParticipants(text: string): ReadValue | undefined {
  const groups = splitGroups(text);
  const doubts: string[] = [];
  const counts = new Map<string, number>();
  let total: number | undefined;
  let isPartial = false;
  for (const { count, words } of groups) {
    const role = findRole(words);
    if (ALL.test(foldInPlace(words)) && (!role || /^\s*(?:personnes?|participant)/.test(foldInPlace(words))))
      total = count;
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
  const value = [...counts].map(([role, effectif]) => ({ role, effectif: String(effectif) }));
  return { value, ...(doubts.length > 0 && { doubt: doubts.join(' ; ') }), ...(isPartial && { isPartial }) };
}

/** « (dont un médecin) » tells who some of them are: they are counted already. */
const PART = /\([^)]*\bdont\b[^)]*\)|\bdont\s+\S+/g;

function hide(part: string): string {
  return ' '.repeat(part.length);
}

function splitGroups(text: string): Group[] {
  const folded = foldInPlace(text);
  const starts = [...folded.replace(PART, hide).matchAll(GROUP)].filter((match) => opensGroup(match, folded));
  return starts.map((match, index) => ({
    count: parseFrenchNumber(match[0]) ?? 0,
    words: text
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
