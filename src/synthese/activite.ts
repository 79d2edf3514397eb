import type { Atelier } from '../atelier/atelier.ts';
import { compareText } from '../diagnostic.ts';
import type { Projet } from '../projet/projet.ts';
import type { PartialDate } from '../record/partial-date.ts';
import { type Annee, countAnnees } from './annees.ts';
import { type Criteria, coveredPeriod, isNarrowed } from './criteria.ts';
import { type Figure, type FigureMaker, wholeRecords } from './figure.ts';
import { isRead } from './themes.ts';

/** What took place, in records. */
export interface Activite {
  readonly ateliers: Figure;
  readonly projets: Figure;
  /** Read in full with the grille: the base of every theme. */
  readonly ateliersLus: Figure;
  readonly projetsLus: Figure;
  /** By year, over the ateliers that may be shown; empty where there are too few. */
  readonly annees: readonly Annee[];
  /** Since when the centre is at work, where the period begins before. */
  readonly debut?: PartialDate;
  /** Participations by role over the whole period; empty where too few ateliers would show people. */
  readonly participations: readonly { readonly role: string; readonly figure: Figure }[];
  /** Whether participations are held back: too few ateliers, or a selection that could be subtracted from the whole. */
  readonly participationsTues: boolean;
  /** Ateliers that do not say who took part. */
  readonly sansParticipants: Figure;
  /** Over the ateliers that may be shown, as départements: a place or a field would point at an internal one. */
  readonly domaines: readonly { readonly domaine: string; readonly ateliers: Figure }[];
  readonly departements: readonly { readonly departement: string; readonly ateliers: Figure }[];
}

/** Counts ateliers and projets; participations only from `fichesMinimales` ateliers on, unless all may be shown. */
export function countActivite(
  { ateliers, projets }: { ateliers: readonly Atelier[]; projets: readonly Projet[] },
  {
    maker,
    fichesMinimales,
    criteria,
    debut,
  }: { maker: FigureMaker; fichesMinimales: number; criteria: Criteria; debut: PartialDate | undefined },
): Activite {
  const { interne } = criteria;
  const { first = '' } = coveredPeriod(criteria);
  const shown = ateliers.filter((atelier) => maker.isShown(atelier));
  const known = ateliers.filter(({ participants }) => participants.length > 0);
  const participationsTues = !interne && (known.length < fichesMinimales || isNarrowed(criteria));
  return {
    ateliers: maker.count('activite.ateliers', wholeRecords(ateliers)),
    projets: maker.count('activite.projets', wholeRecords(projets)),
    ateliersLus: maker.count('activite.ateliers-lus', wholeRecords(ateliers.filter(isRead)), ateliers.length),
    projetsLus: maker.count('activite.projets-lus', wholeRecords(projets.filter(isRead)), projets.length),
    annees: countAnnees(shown, { maker, criteria, debut }),
    ...(debut && first < debut.first && { debut }),
    participations: participationsTues ? [] : countParticipations(known, maker),
    participationsTues: participationsTues && known.length > 0,
    sansParticipants: maker.count(
      'activite.ateliers-sans-participants',
      wholeRecords(ateliers.filter(({ participants }) => participants.length === 0)),
      ateliers.length,
    ),
    domaines: group(shown, ({ domaine }) => (domaine === undefined ? [] : [domaine])).map(([domaine, records]) => ({
      domaine,
      ateliers: maker.count(`activite.domaines.${domaine}`, wholeRecords(records), shown.length),
    })),
    departements: group(shown, ({ departements }) => departements).map(([departement, records]) => ({
      departement,
      ateliers: maker.count(`activite.departements.${departement}`, wholeRecords(records), shown.length),
    })),
  };
}

/** Totals by role. Every atelier that says who took part is a source of each: which of them had a role is not told. */
function countParticipations(ateliers: readonly Atelier[], maker: FigureMaker): Activite['participations'] {
  return group(ateliers, ({ participants }) => participants.map(({ role }) => role)).map(([role, records]) => {
    const total = records
      .flatMap(({ participants }) => participants)
      .reduce((sum, line) => sum + (line.role === role ? line.effectif : 0), 0);
    return { role, figure: maker.state(`activite.participations.${role}`, total, wholeRecords(ateliers)) };
  });
}

/** Ateliers by each of their values, in the order of the values, an atelier once under each. */
function group(ateliers: readonly Atelier[], valuesOf: (atelier: Atelier) => readonly string[]): [string, Atelier[]][] {
  const groups = new Map<string, Atelier[]>();
  for (const atelier of ateliers) {
    for (const value of new Set(valuesOf(atelier))) groups.set(value, [...(groups.get(value) ?? []), atelier]);
  }
  return [...groups].sort(([a], [b]) => compareText(a, b));
}
