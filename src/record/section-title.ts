import { findNearest, fold } from '../french.ts';
import type { SectionSpec } from './passage.ts';

/** Internal notes, for a type whose schema has no such section: what the words say holds for all. */
const INTERNAL: SectionSpec = { titre: 'Notes internes', mot: 'notes internes', interne: true };

/** Whether a title speaks of internal notes, however it is numbered, decorated, glued or cut; « Interne » alone does for a whole section. */
export function readsInternal(title: string, isSection: boolean): boolean {
  const letters = fold(title).replace(/[^a-z]/g, '');
  return /notes?internes?/.test(letters) || (isSection && /^internes?$/.test(letters));
}

/** A line that is meant as a heading: hashes without a space, or bold words alone. */
export const HEADING_LIKE = /^(?:#{1,6}[^#\n]*|(?:\*\*|__)[^*_\n]*(?:\*\*|__)[ \t]*:?[ \t]*)(?:\n|$)/;

/** The section that a heading opens. One that names two, such as « Freins et leviers », opens neither: its passages could be both. */
export function findSpec(title: string, specs: readonly SectionSpec[], isSection: boolean): SectionSpec | undefined {
  const folded = fold(title).trim();
  if (readsInternal(title, isSection)) return specs.find(({ interne }) => interne) ?? INTERNAL;
  const named = specs.filter(({ mot }) => ` ${folded.replace(/[^a-z0-9]+/g, ' ')} `.includes(` ${mot} `));
  const opened = specs.find(({ mot }) => folded.startsWith(mot) && !/[a-z0-9]/.test(folded[mot.length] ?? ''));
  if (opened?.interne || named.length < 2) return opened ?? specs.find((spec) => isMisspelt(folded, spec));
  return undefined;
}

/** Internal notes are known even misspelt, « note interne » or « notes internse »: they must never be shared. */
function isMisspelt(folded: string, { mot, interne }: SectionSpec): boolean {
  const initials = (words: string) =>
    words
      .split(/\s+/)
      .map((word) => word[0])
      .join('');
  return interne === true && initials(folded) === initials(mot) && findNearest(folded, [mot]) !== undefined;
}

/** The section in which an import puts what found no place: a person sorts it. */
export const TO_SORT_TITLE = 'À classer';

/** Whether a title is that of what is still to be sorted. */
export function isToSort(title: string): boolean {
  return fold(title).trim() === 'a classer';
}
