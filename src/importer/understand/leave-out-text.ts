import { findPersonalData } from '../../record/personal-data.ts';
import type { LeftOut } from '../imported-record.ts';
import { findNames, findPeople, isPeopleTitle, opensWithName, type Range, tellsWhoLed } from './person-names.ts';

/** A change of a text: what stands there, and what is left out with it. */
export interface Change extends Range {
  readonly by: string;
  readonly left: readonly LeftOut[];
}

/** Stands where names stood; its words are no role and no number. */
const MARKS = ['[nom laissé de côté]', '[noms laissés de côté]'] as const;

/** Follows the lines of a document, and tells what of each is left out: lists of persons go on below their title. */
export function followPeople(): (text: string, isTitle?: boolean) => Change[] {
  let isListing = false;
  return (text, isTitle = false) => {
    const people = findListed(text, isListing && !isTitle);
    const names = people ? findListedNames(text, people) : [];
    isListing = isPeopleTitle(text) || names.length > 0;
    return joinChanges(text, names);
  };
}

function findListed(text: string, isListing: boolean): Range | undefined {
  const opened = findPeople(text);
  if (opened) return opened;
  return isListing && opensWithName(text) && !tellsWhoLed(text) ? { start: 0, end: text.length } : undefined;
}

/** All that is left out of a text that is a list of persons as a whole: a cell of a table. */
export function changeListed(text: string): Change[] {
  return joinChanges(text, findListedNames(text, findPeople(text) ?? { start: 0, end: text.length }));
}

/** E-mail addresses, telephone numbers and NIR are masked, sign for sign. */
export function changePersonalData(text: string): Change[] {
  return findPersonalData(text).map(({ kind, start, end }) => {
    const words = text.slice(start, end);
    return { start, end, by: words.replace(/[^\n]/g, '•'), left: [{ kind, words }] };
  });
}

/** A text once changed. */
export function applyChanges(text: string, changes: readonly Change[]): string {
  let done = '';
  let end = 0;
  for (const change of changes) {
    done += text.slice(end, change.start) + change.by;
    end = change.end;
  }
  return done + text.slice(end);
}

function findListedNames(text: string, { start, end }: Range): Range[] {
  return findNames(text.slice(start, end)).map((range) => ({ start: start + range.start, end: start + range.end }));
}

/** Names that only commas part have one mark; data inside of a name is left out with it. */
function joinChanges(text: string, names: readonly Range[]): Change[] {
  const joined: (Change & { left: LeftOut[] })[] = [];
  for (const { start, end } of names) {
    const left: LeftOut = { kind: 'nom', words: text.slice(start, end) };
    const before = joined.at(-1);
    const between = text.slice(before?.end ?? 0, start);
    if (before && /^[\s,;&/]*(?:et)?[\s,;]*$/.test(between)) {
      before.left.push({ kind: 'lien', words: between }, left);
      joined[joined.length - 1] = { ...before, end, by: MARKS[1] };
    } else joined.push({ start, end, by: MARKS[0], left: [left] });
  }
  const data = changePersonalData(text).filter(
    ({ start, end }) => !joined.some((change) => start < change.end && change.start < end),
  );
  return [...joined, ...data].sort((a, b) => a.start - b.start);
}
