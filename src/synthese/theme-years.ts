import type { Atelier } from '../atelier/atelier.ts';
import type { Theme } from '../theme/theme.ts';
import { type Annee, FEWEST_ATELIERS, yearOf } from './annees.ts';
import { type Figure, type FigureMaker, wholeRecords } from './figure.ts';
import { isRead, type ThemeCounts } from './themes.ts';

/** Themes by year, over the ateliers that were read in full and may be shown. */
export interface ThemeYears {
  /** The years of the activity, and how many of their ateliers were read: the base of each theme. */
  readonly annees: readonly { readonly annee: string; readonly lus: Figure }[];
  /** Themes found in one of these ateliers at least, those of most ateliers first. */
  readonly lignes: readonly ThemeYearsLine[];
}

/** A theme, and its ateliers of each year in the order of the years. */
export interface ThemeYearsLine {
  readonly theme: Theme;
  /** Undefined where no atelier of the year was read: unknown, never 0. */
  readonly ateliers: readonly (Figure | undefined)[];
}

/** Counts themes by year, from five ateliers on that were read, and two years that have some; undefined below. */
export function countThemeYears(
  themes: readonly ThemeCounts[],
  { ateliers, annees, maker }: { ateliers: readonly Atelier[]; annees: readonly Annee[]; maker: FigureMaker },
): ThemeYears | undefined {
  const read = ateliers.filter(isRead);
  if (read.length < FEWEST_ATELIERS || new Set(read.map(yearOf)).size < 2) return undefined;
  const years = annees
    .filter(({ ateliers: counted }) => counted !== undefined)
    .map(({ annee }) => {
      const own = read.filter((atelier) => yearOf(atelier) === annee);
      return { annee, own, lus: maker.count(`activite.annees.${annee}.lus`, wholeRecords(own)) };
    });
  const lines = themes.map(({ theme }) => ({
    theme,
    ateliers: years.map(({ annee, own }) =>
      own.length === 0 ? undefined : countTheme(theme, own, { id: `themes.${theme.id}.annees.${annee}`, maker }),
    ),
  }));
  const total = (line: ThemeYearsLine) => line.ateliers.reduce((sum, figure) => sum + (figure?.value ?? 0), 0);
  return {
    annees: years.map(({ annee, lus }) => ({ annee, lus })),
    lignes: lines
      .filter((line) => total(line) > 0)
      .sort((a, b) => total(b) - total(a) || a.theme.titre.localeCompare(b.theme.titre, 'fr')),
  };
}

/** An atelier that speaks of a theme is proved by its first passage that does. */
function countTheme(
  theme: Theme,
  ateliers: readonly Atelier[],
  { id, maker }: { id: string; maker: FigureMaker },
): Figure {
  const evidence = ateliers.flatMap((record) => {
    const passage = record.passages.find(({ themes }) => themes.some(({ word }) => word === theme.id));
    return passage ? [{ record, line: passage.range.start.line }] : [];
  });
  return maker.count(id, evidence, ateliers.length);
}
