import type { Atelier } from '../atelier/atelier.ts';
import { compareText } from '../diagnostic.ts';
import type { Projet } from '../projet/projet.ts';
import { type Figure, type FigureMaker, wholeRecords } from './figure.ts';
import { isRead } from './themes.ts';

/** What took place, in records. */
export interface Activite {
  readonly ateliers: Figure;
  readonly projets: Figure;
  /** Read in full with the grille: the base of every theme. */
  readonly ateliersLus: Figure;
  readonly projetsLus: Figure;
  /** By year, from five ateliers on and two years; empty below. */
  readonly annees: readonly { readonly annee: string; readonly ateliers: Figure }[];
  /** Participations by role over the whole period; empty where too few ateliers would show people. */
  readonly participations: readonly { readonly role: string; readonly figure: Figure }[];
  /** Whether participations are held back because the ateliers are too few. */
  readonly participationsTues: boolean;
  /** Ateliers that do not say who took part. */
  readonly sansParticipants: Figure;
  readonly domaines: readonly { readonly domaine: string; readonly ateliers: Figure }[];
  readonly departements: readonly { readonly departement: string; readonly ateliers: Figure }[];
}

/** Below this many ateliers nothing is drawn by year. */
const ATELIERS_FOR_YEARS = 5;

/** Counts ateliers and projets; participations only from `fichesMinimales` ateliers on, unless all may be shown. */
export function countActivite(
  { ateliers, projets }: { ateliers: readonly Atelier[]; projets: readonly Projet[] },
  { maker, fichesMinimales, interne }: { maker: FigureMaker; fichesMinimales: number; interne: boolean },
): Activite {
  const known = ateliers.filter(({ participants }) => participants.length > 0);
  const participationsTues = !interne && known.length < fichesMinimales;
  const years = group(ateliers, ({ date }) => [date.first.slice(0, 4)]);
  return {
    ateliers: maker.count('activite.ateliers', wholeRecords(ateliers)),
    projets: maker.count('activite.projets', wholeRecords(projets)),
    ateliersLus: maker.count('activite.ateliers-lus', wholeRecords(ateliers.filter(isRead)), ateliers.length),
    projetsLus: maker.count('activite.projets-lus', wholeRecords(projets.filter(isRead)), projets.length),
    annees:
      ateliers.length < ATELIERS_FOR_YEARS || years.length < 2
        ? []
        : years.map(([annee, records]) => ({
            annee,
            ateliers: maker.count(`activite.annees.${annee}`, wholeRecords(records)),
          })),
    participations: participationsTues ? [] : countParticipations(known, maker),
    participationsTues: participationsTues && known.length > 0,
    sansParticipants: maker.count(
      'activite.ateliers-sans-participants',
      wholeRecords(ateliers.filter(({ participants }) => participants.length === 0)),
      ateliers.length,
    ),
    domaines: group(ateliers, ({ domaine }) => (domaine === undefined ? [] : [domaine])).map(([domaine, records]) => ({
      domaine,
      ateliers: maker.count(`activite.domaines.${domaine}`, wholeRecords(records), ateliers.length),
    })),
    departements: group(ateliers, ({ departements }) => departements).map(([departement, records]) => ({
      departement,
      ateliers: maker.count(`activite.departements.${departement}`, wholeRecords(records), ateliers.length),
    })),
  };
}

/** Totals by role. A source is the whole record: the line of a role would say how many were in one atelier. */
function countParticipations(ateliers: readonly Atelier[], maker: FigureMaker): Activite['participations'] {
  return group(ateliers, ({ participants }) => participants.map(({ role }) => role)).map(([role, records]) => {
    const total = records
      .flatMap(({ participants }) => participants)
      .reduce((sum, line) => sum + (line.role === role ? line.effectif : 0), 0);
    return { role, figure: maker.state(`activite.participations.${role}`, total, wholeRecords(records)) };
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
