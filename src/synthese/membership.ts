import type { Atelier } from '../atelier/atelier.ts';
import { namedPrs, type Projet, periodOfProjet } from '../projet/projet.ts';
import { findPrsByDate, type Prs } from '../prs/prs.ts';
import { liesWithin, overlaps, type Period } from '../record/partial-date.ts';
import { askedPeriod, type Criteria } from './criteria.ts';

/** What decides whether a record belongs to a summary. */
export interface Facts {
  readonly kind: 'atelier' | 'projet';
  readonly id: string;
  /** PRS that the record names; empty where it names none. */
  readonly named: readonly string[];
  /** Its days; none where no date is known. */
  readonly period?: Period;
  readonly departements: readonly string[];
}

/** Whether a record belongs to a summary, by which rule, or why not. */
export type Membership =
  | 'by-key'
  | 'by-date'
  | 'in-scope'
  | 'other-projet'
  | 'other-prs'
  | 'no-prs'
  | 'other-dates'
  | 'vague-date'
  | 'other-departement'
  | 'no-departement';

/** Applies the criteria to a record: one projet is itself alone; else its PRS first where one is asked for, then the dates, then the département. */
export function decideMembership(facts: Facts, criteria: Criteria, all: Iterable<Prs>): Membership {
  const { projet } = criteria;
  if (projet) return facts.kind === 'projet' && facts.id === projet.id ? 'in-scope' : 'other-projet';
  const refused = refuseByDates(facts, criteria) ?? refuseByDepartement(facts, criteria);
  return criteria.prs ? decideByPrs(facts, { prs: criteria.prs, all, refused }) : (refused ?? 'in-scope');
}

function decideByPrs(
  facts: Facts,
  { prs, all, refused }: { prs: Prs; all: Iterable<Prs>; refused: Membership | undefined },
): Membership {
  const named = facts.named.includes(prs.id);
  if (facts.named.length > 0 && !named) return 'other-prs';
  if (!named) {
    const byDate = findPrsByDate(facts.period, all);
    if (byDate?.id !== prs.id) return byDate ? 'other-prs' : 'no-prs';
  }
  return refused ?? (named ? 'by-key' : 'by-date');
}

/** Whether a membership counts a record in. */
export function isMember(membership: Membership): boolean {
  return membership === 'by-key' || membership === 'by-date' || membership === 'in-scope';
}

/** What decides for an atelier: its key, its date, its départements. */
export function factsOfAtelier({ id, prs, date, departements }: Atelier): Facts {
  return { kind: 'atelier', id, named: prs === undefined ? [] : [prs], period: date, departements };
}

/** What decides for a projet: the PRS of its cadres, the days over which it runs, its départements. */
export function factsOfProjet(projet: Projet): Facts {
  const period = periodOfProjet(projet);
  const { id, departements } = projet;
  return { kind: 'projet', id, named: namedPrs(projet), ...(period && { period }), departements };
}

/** A workshop lies in the dates whole; a project has at least a day in them. */
function refuseByDates({ kind, period }: Facts, criteria: Criteria): Membership | undefined {
  const wanted = askedPeriod(criteria);
  if (!wanted) return undefined;
  if (!period) return 'vague-date';
  if (!overlaps(period, wanted)) return 'other-dates';
  return kind === 'projet' || liesWithin(period, wanted) ? undefined : 'vague-date';
}

function refuseByDepartement({ departements }: Facts, { departement }: Criteria): Membership | undefined {
  if (departement === undefined || departements.includes(departement)) return undefined;
  return departements.length === 0 ? 'no-departement' : 'other-departement';
}
