import type { Projet } from '../projet/projet.ts';
import { announcedPeriod, type Prs } from '../prs/prs.ts';
import type { PartialDate, Period } from '../record/partial-date.ts';
import type { Theme } from '../theme/theme.ts';

/** What a document may be of. */
interface Subjects {
  readonly prs: Prs;
  readonly annee: PartialDate;
  readonly projet: Projet;
  readonly theme: Theme;
}

/** What is of these subjects, perhaps narrowed by others, and by no more. */
type Of<Needed extends keyof Subjects, Perhaps extends keyof Subjects = never> = Pick<Subjects, Needed> &
  Partial<Pick<Subjects, Perhaps>> & { readonly [other in Exclude<keyof Subjects, Needed | Perhaps>]?: undefined };

/** What a document is of: a PRS, a year of it or whatever the PRS, one projet, or one theme, over all records or within these. */
export type Perimetre = Of<'prs', 'annee'> | Of<'annee'> | Of<'projet'> | Of<'theme', 'prs' | 'annee'>;

/** For whom a document may be. */
export const PUBLICS = ['financeur', 'participants'] as const;
/** One of them. */
export type Public = (typeof PUBLICS)[number];

/** What a summary is asked to cover, and what it may show. */
export type Criteria = Perimetre & {
  /** A summary is for the funder; those who took part have two pages of their own. */
  readonly public: Public;
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
  return { prs, public: 'financeur', ...(departement && { departement }), brouillons, interne };
}

/**
 * Whether a year, dates or a département choose among the records: two such summaries can be subtracted. So can a theme over
 * the whole workspace, from which those of each PRS leave what lies in none.
 */
export function isNarrowed({ annee, depuis, jusqua, departement, theme, prs }: Criteria): boolean {
  return [annee, depuis, jusqua, departement].some((one) => one !== undefined) || (theme !== undefined && !prs);
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
