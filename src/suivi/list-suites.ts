import { compareText } from '../diagnostic.ts';
import { ETATS_DE_SUITE, isOverdue, type Suite, toCoded } from '../record/coded.ts';
import type { Fiche } from '../record/fiche.ts';
import type { Passage } from '../record/passage.ts';

/** A suite, its place among those of its record, and what it follows up. */
export interface FollowedSuite {
  readonly fiche: Fiche;
  /** Its rank in the header, from 1. */
  readonly number: number;
  readonly suite: Suite;
  readonly group: SuiteGroup;
  /** The passage that it names; none where it names none, or one that is not there. */
  readonly passage?: Passage;
}

/** Where a suite stands, in the order in which one has to look at them. */
export const SUITE_GROUPS = ['overdue', 'open', 'done'] as const;
/** One of them. */
export type SuiteGroup = (typeof SUITE_GROUPS)[number];

/** A piste of a record that was read in full, and that no suite names. */
export interface LonePiste {
  readonly fiche: Fiche;
  readonly passage: Passage;
}

/** The types whose records have pistes and suites. */
export const FOLLOWED_TYPES: readonly string[] = ['atelier', 'projet'];

/** All suites of some records: the overdue ones first, then the open ones, each by what is due first; then the others, as they were noted. */
export function listSuites(fiches: readonly Fiche[], today: string): FollowedSuite[] {
  return fiches
    .filter(isFollowed)
    .flatMap((fiche) => suitesOf(fiche, today))
    .sort(compareSuites);
}

/** The suites of one record, in the order of its header. */
export function suitesOf(fiche: Fiche, today: string): FollowedSuite[] {
  return toCoded(fiche).suites.map((suite, index) => {
    const passage = fiche.body.passages.find(({ nom }) => nom !== undefined && nom === suite.piste);
    return { fiche, number: index + 1, suite, group: groupOf(suite, today), ...(passage && { passage }) };
  });
}

/** The pistes that no suite names, of the records that were read in full, in the order of records and lines. */
export function listLonePistes(fiches: readonly Fiche[]): LonePiste[] {
  return fiches
    .filter(isFollowed)
    .sort((a, b) => compareText(a.file, b.file))
    .flatMap((fiche) => {
      const { lecture, suites, passages } = toCoded(fiche);
      const named = new Set(suites.map(({ piste }) => piste));
      const isLone = ({ nature, nom }: Passage) => nature === 'piste' && !(nom !== undefined && named.has(nom));
      return lecture === 'complet' ? passages.filter(isLone).map((passage) => ({ fiche, passage })) : [];
    });
}

function isFollowed({ type }: Fiche): boolean {
  return FOLLOWED_TYPES.includes(type?.name ?? '');
}

function groupOf(suite: Suite, today: string): SuiteGroup {
  if (isOverdue(suite, today)) return 'overdue';
  return suite.etat === 'prevu' || suite.etat === 'en-cours' ? 'open' : 'done';
}

function compareSuites(a: FollowedSuite, b: FollowedSuite): number {
  return (
    SUITE_GROUPS.indexOf(a.group) - SUITE_GROUPS.indexOf(b.group) ||
    compareWithin(a.group, a.suite, b.suite) ||
    compareText(a.fiche.file, b.fiche.file) ||
    a.number - b.number
  );
}

/** What has no date comes last. */
function compareWithin(group: SuiteGroup, a: Suite, b: Suite): number {
  if (group !== 'done') return compareText(a.echeance?.last ?? '9999', b.echeance?.last ?? '9999');
  const rankOf = ({ etat }: Suite) => ETATS_DE_SUITE.indexOf(etat);
  return rankOf(a) - rankOf(b) || compareText(a.le?.last ?? '9999', b.le?.last ?? '9999');
}
