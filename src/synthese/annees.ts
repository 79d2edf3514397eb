import type { Atelier } from '../atelier/atelier.ts';
import { compareText } from '../diagnostic.ts';
import type { PartialDate } from '../record/partial-date.ts';
import { type Criteria, coveredPeriod } from './criteria.ts';
import { type Figure, type FigureMaker, wholeRecords } from './figure.ts';

/** A year of the period, and its ateliers. */
export interface Annee {
  readonly annee: string;
  /** Absent where the centre did not exist: that is no year without an atelier. */
  readonly ateliers?: Figure;
  /** When the centre began, where it was in the course of this year. */
  readonly depuis?: PartialDate;
}

/** Below this many ateliers nothing is counted by year, crossed or drawn. */
export const FEWEST_ATELIERS = 5;

/**
 * Ateliers by year, from five of them on and two years; empty below. Where it is known since when the centre is at work, the
 * years of the period without an atelier are there too, up to the last that has one: of later ones nobody knows whether they came.
 */
export function countAnnees(
  ateliers: readonly Atelier[],
  { maker, criteria, debut }: { maker: FigureMaker; criteria: Criteria; debut: PartialDate | undefined },
): Annee[] {
  const busy = [...new Set(ateliers.map(yearOf))].sort(compareText);
  if (ateliers.length < FEWEST_ATELIERS || busy.length < 2) return [];
  const count = (annee: string) =>
    maker.count(`activite.annees.${annee}`, wholeRecords(ateliers.filter((atelier) => yearOf(atelier) === annee)));
  if (!debut) return busy.map((annee) => ({ annee, ateliers: count(annee) }));
  return listYears(busy, criteria).map((annee) => {
    const isBefore = debut.first > `${annee}-12-31`;
    const isPartly = !isBefore && debut.first > `${annee}-01-01`;
    return {
      annee,
      ...((!isBefore || busy.includes(annee)) && { ateliers: count(annee) }),
      ...(isPartly && { depuis: debut }),
    };
  });
}

/** The year in which an atelier took place. */
export function yearOf({ date }: Atelier): string {
  return date.first.slice(0, 4);
}

/** From the first year of the period, or of an atelier outside it, to the last that has an atelier. */
function listYears(busy: readonly string[], criteria: Criteria): string[] {
  const starts = [...busy.slice(0, 1), ...(coveredPeriod(criteria).first ?? '').split('-').slice(0, 1)].filter(Boolean);
  const first = Number([...starts].sort(compareText)[0]);
  const last = Number(busy.at(-1));
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index).padStart(4, '0'));
}
