import type { Atelier } from '../atelier/atelier.ts';
import type { Collection } from '../collection.ts';
import { type Contrat, periodOfContrat } from '../contrat/contrat.ts';
import { compareText, type Diagnostic } from '../diagnostic.ts';
import type { Projet } from '../projet/projet.ts';
import type { Coded } from '../record/coded.ts';
import { liesWithin, overlaps, type Period } from '../record/partial-date.ts';
import { type Criteria, coveredPeriod, criteriaOfCompared, isNarrowed } from './criteria.ts';
import { kindOfDocument } from './document-kind.ts';
import { findFaulty, type LeftOut, listOwnTypes } from './left-out.ts';
import {
  decideMembership,
  type Facts,
  factsOfAtelier,
  factsOfProjet,
  isMember,
  type Membership,
} from './membership.ts';

/** The records of a summary, and those left out, by reason. */
export interface Selection {
  /** By date, then id. */
  readonly ateliers: readonly Atelier[];
  /** By start, then id. */
  readonly projets: readonly Projet[];
  /** Those that may be shown, whose period lies in that of the summary; by period, then id. */
  readonly contrats: readonly Contrat[];
  /** Counted for their date, without naming the PRS. */
  readonly byDate: readonly (Atelier | Projet)[];
  readonly brouillons: readonly (Atelier | Projet)[];
  /** Their date is not precise enough for the dates asked for. */
  readonly vagueDates: readonly (Atelier | Projet)[];
  /** They name no département, and one was asked for. */
  readonly noDepartement: readonly (Atelier | Projet)[];
  /** They name no PRS and lie whole in the period of none: no summary counts them. */
  readonly noPrs: readonly (Atelier | Projet)[];
  /** The records of the PRS that it is compared with. */
  readonly compared?: Selection;
  /** They are of a type of the workspace's own, which no figure counts. */
  readonly ownTypes: readonly LeftOut[];
  /** Their file has an error: counted nowhere, and a summary is incomplete without them. Those of both periods. */
  readonly faulty: readonly LeftOut[];
}

/** Chooses the records of a summary. `diagnostics` are those of the whole collection. */
export function selectRecords(
  collection: Collection,
  criteria: Criteria,
  diagnostics: readonly Diagnostic[],
): Selection {
  const withErrors = new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const all = [...collection.prs.values()];
  const decide = (facts: Facts) => decideMembership(facts, criteria, all);
  const sound = <T extends Coded>(records: readonly T[]) => records.filter(({ file }) => !withErrors.has(file));
  const ateliers = sound(collection.ateliers).map((record) => ({ record, membership: decide(factsOfAtelier(record)) }));
  const projets = sound(collection.projets).map((record) => ({ record, membership: decide(factsOfProjet(record)) }));
  const both: Decided<Atelier | Projet>[] = [...ateliers, ...projets];
  // A narrow selection would tell the place or the date of the internal records that it counts.
  const isSafe = (record: Coded) => !isNarrowed(criteria) || isShown(record, criteria);
  // The one projet that is asked for is no draft, unless all is shown: whoever asked has been told otherwise.
  const isUncountedDraft = ({ validation }: Coded) =>
    !criteria.brouillons && !criteria.projet && validation === 'brouillon';
  const isCounted = (record: Coded) => !isUncountedDraft(record) && isSafe(record);
  const members = <T extends Coded>(decided: Decided<T>[]) =>
    decided.filter(({ record, membership }) => isMember(membership) && isCounted(record)).map(({ record }) => record);
  const having = (wanted: Membership) =>
    both.filter(({ membership }) => membership === wanted).map(({ record }) => record);
  const { compare } = criteria;
  const compared = compare && selectRecords(collection, criteriaOfCompared(criteria, compare), diagnostics);
  const faulty = findFaulty(collection, withErrors, { decide, criteria });
  return {
    ateliers: members(ateliers).sort((a, b) => compareText(a.date.first, b.date.first) || compareText(a.id, b.id)),
    projets: members(projets).sort(
      (a, b) => compareText(a.debut?.first ?? '', b.debut?.first ?? '') || compareText(a.id, b.id),
    ),
    byDate: having('by-date').filter(isCounted),
    brouillons: both
      .filter(({ record, membership }) => isMember(membership) && isUncountedDraft(record) && isSafe(record))
      .map(({ record }) => record),
    vagueDates: having('vague-date').filter(isCounted),
    noDepartement: having('no-departement').filter(isCounted),
    noPrs: having('no-prs'),
    contrats: selectContrats(collection.contrats, criteria, withErrors),
    ownTypes: criteria.projet ? [] : listOwnTypes(collection),
    faulty: [...faulty, ...(compared?.faulty ?? []).filter(({ file }) => !faulty.some((one) => one.file === file))],
    ...(compared && { compared }),
  };
}

interface Decided<T> {
  readonly record: T;
  readonly membership: Membership;
}

function isShown({ diffusion }: Pick<Coded, 'diffusion'>, { interne }: Pick<Criteria, 'interne'>): boolean {
  return interne || diffusion === 'partageable';
}

/** What was promised for all départements is compared with no one of them, and is said in a summary alone. */
function selectContrats(
  contrats: readonly Contrat[],
  criteria: Criteria,
  withErrors: ReadonlySet<string>,
): readonly Contrat[] {
  if (criteria.departement !== undefined || kindOfDocument(criteria) !== 'synthese') return [];
  const covered = coveredPeriod(criteria);
  return contrats
    .filter(({ file }) => !withErrors.has(file))
    .filter((contrat) => isShown(contrat, criteria) && (criteria.brouillons || contrat.validation !== 'brouillon'))
    .filter((contrat) => liesWithin(periodOfContrat(contrat), covered))
    .sort((a, b) => compareText(a.debut.first, b.debut.first) || compareText(a.id, b.id));
}

/** The records of a selection that a shorter period has: by date alone, and without the internal ones, which it would point at. */
export function narrowSelection(
  { compared: _, ...selection }: Selection,
  period: Period,
  criteria: Criteria,
): Selection {
  const isIn = (record: Atelier | Projet) => {
    if (!isShown(record, criteria)) return false;
    const { kind, period: days } = 'sujet' in record ? factsOfAtelier(record) : factsOfProjet(record);
    return days !== undefined && (kind === 'projet' ? overlaps(days, period) : liesWithin(days, period));
  };
  return {
    ...selection,
    ateliers: selection.ateliers.filter(isIn),
    projets: selection.projets.filter(isIn),
    byDate: selection.byDate.filter(isIn),
    brouillons: selection.brouillons.filter(isIn),
    vagueDates: selection.vagueDates.filter(isIn),
    noDepartement: selection.noDepartement.filter(isIn),
    contrats: [],
  };
}
