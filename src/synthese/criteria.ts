import { announcedPeriod, type Prs } from '../prs/prs.ts';
import type { PartialDate, Period } from '../record/partial-date.ts';

/** What a summary is of: a PRS, a year whatever the PRS, or a year inside a PRS. */
export type Perimetre =
  | { readonly prs: Prs; readonly annee?: PartialDate }
  | { readonly prs?: undefined; readonly annee: PartialDate };

/** What a summary is asked to cover, and what it may show. */
export type Criteria = Perimetre & {
  /** Ateliers from this date on, projets still running at it. Never beside a year. */
  readonly depuis?: PartialDate;
  /** Ateliers up to this date, projets begun by it. Never beside a year. */
  readonly jusqua?: PartialDate;
  /** Records that name this département: `09`. */
  readonly departement?: string;
  /** An earlier PRS that it is compared with, whole. */
  readonly compare?: Prs;
  /** Drafts are counted too. */
  readonly brouillons: boolean;
  /** Internal records and names are shown: the summary must not leave the centre. */
  readonly interne: boolean;
};

/** The same request for the PRS that a summary is compared with. */
export function criteriaOfCompared({ departement, brouillons, interne }: Criteria, prs: Prs): Criteria {
  return { prs, ...(departement && { departement }), brouillons, interne };
}

/** Whether a year, dates or a département choose among the records: two such summaries can be subtracted. */
export function isNarrowed({ annee, depuis, jusqua, departement }: Criteria): boolean {
  return [annee, depuis, jusqua, departement].some((one) => one !== undefined);
}

/** The days that a year or dates ask for; none where the PRS alone decides. */
export function askedPeriod({ annee, depuis, jusqua }: Criteria): Period | undefined {
  if (annee) return { first: annee.first, last: annee.last };
  if (!depuis && !jusqua) return undefined;
  return { ...(depuis && { first: depuis.first }), ...(jusqua && { last: jusqua.last }) };
}

/** The days that a summary is about: those that the name of its PRS announces, and among them those asked for. */
export function coveredPeriod(criteria: Criteria): Period {
  const named: Period = criteria.prs ? announcedPeriod(criteria.prs) : {};
  const asked = askedPeriod(criteria) ?? {};
  const first = [named.first, asked.first]
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1);
  const last = [named.last, asked.last].flatMap((day) => day ?? []).sort()[0];
  return { ...(first && { first }), ...(last && { last }) };
}
