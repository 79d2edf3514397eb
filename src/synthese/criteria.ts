import type { Prs } from '../prs/prs.ts';
import type { PartialDate } from '../record/partial-date.ts';

/** What a summary is asked to cover, and what it may show. */
export interface Criteria {
  readonly prs: Prs;
  /** Ateliers from this date on, projets still running at it. */
  readonly depuis?: PartialDate;
  /** Ateliers up to this date, projets begun by it. */
  readonly jusqua?: PartialDate;
  /** Records that name this département: `09`. */
  readonly departement?: string;
  /** Drafts are counted too. */
  readonly brouillons: boolean;
  /** Internal records and names are shown: the summary must not leave the centre. */
  readonly interne: boolean;
}

/** Whether dates or a département choose among the records of the PRS: two such summaries can be subtracted. */
export function isNarrowed({ depuis, jusqua, departement }: Criteria): boolean {
  return depuis !== undefined || jusqua !== undefined || departement !== undefined;
}
