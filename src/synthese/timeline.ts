import type { Atelier } from '../atelier/atelier.ts';
import { compareText } from '../diagnostic.ts';
import type { Projet } from '../projet/projet.ts';
import type { PartialDate, Period } from '../record/partial-date.ts';
import { FEWEST_ATELIERS } from './annees.ts';

/** Ateliers and projets that may be shown, on the years in which they took place. */
export interface Timeline {
  /** All years from the first to the last, four digits each. */
  readonly annees: readonly string[];
  /** By date. */
  readonly ateliers: readonly Atelier[];
  /** By start. */
  readonly projets: readonly PlacedProjet[];
  /** Projets whose start is unknown: they have no place in time. */
  readonly sansDebut: number;
}

/** A projet whose start is known. */
export interface PlacedProjet {
  readonly projet: Projet;
  readonly debut: PartialDate;
  /** Absent where it is unknown, or comes after the years shown. */
  readonly fin?: PartialDate;
}

/** Places records on the years, from five ateliers on; undefined below. What comes after the days of the summary is not placed. */
export function placeInTime(
  { ateliers, projets }: { ateliers: readonly Atelier[]; projets: readonly Projet[] },
  { last = '9999-12-31' }: Period,
): Timeline | undefined {
  if (ateliers.length < FEWEST_ATELIERS) return undefined;
  const begun = projets.flatMap((projet) => {
    const { debut, fin } = projet;
    if (!debut || debut.first > last) return [];
    return [{ projet, debut, ...(fin && fin.last <= last && { fin }) }];
  });
  const dates = [
    ...ateliers.map(({ date }) => date),
    ...begun.flatMap(({ debut, fin }) => [debut, ...(fin ? [fin] : [])]),
  ];
  const years = dates.map((date) => date.last.slice(0, 4)).sort(compareText);
  const [from, to] = [Number(years[0]), Number(years.at(-1))];
  return {
    annees: Array.from({ length: to - from + 1 }, (_, index) => String(from + index).padStart(4, '0')),
    ateliers,
    projets: begun,
    sansDebut: projets.filter(({ debut }) => debut === undefined).length,
  };
}
