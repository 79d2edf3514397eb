import { formatCount, formatNumber } from '../../french.ts';
import type { Synthese } from '../../synthese/synthese.ts';
import type { Picture } from './picture.ts';

/** More than a page holds: the table has all of them. */
const MOST_THEMES = 20;
/** A narrow picture has no room for more. */
const MOST_YEARS = 10;

/** Themes by year; none where nothing is counted by year, or the years are too many to be drawn. */
export function pictureThemeYears({ themeYears }: Synthese): Picture | undefined {
  if (!themeYears || themeYears.lignes.length === 0 || themeYears.annees.length > MOST_YEARS) return undefined;
  const { annees, lignes } = themeYears;
  const shown = lignes.slice(0, MOST_THEMES);
  const part = lignes.length > shown.length ? ` Les ${shown.length} premiers thèmes, sur ${lignes.length}.` : '';
  const [first, last] = [annees[0]?.annee, annees.at(-1)?.annee];
  return {
    name: 'themesParAnnee',
    title: 'Thèmes, par année',
    note: `Dans chaque case, les ateliers de l’année qui parlent du thème ; sous l’année, ceux qui sont lus.${part}`,
    description: `Une ligne pour chacun des ${formatCount(shown.length, 'thème')}, une colonne par année de ${first} à ${last} ; plus il y a d’ateliers, plus la case est foncée. Le tableau qui suit donne tous les nombres.`,
    chart: {
      kind: 'matrix',
      columns: annees.map(({ annee, lus }) => ({
        label: annee,
        base: `${formatNumber(lus.value)} ${lus.value >= 2 ? 'lus' : 'lu'}`,
      })),
      rows: shown.map(({ theme, ateliers }) => ({
        label: theme.titre,
        values: ateliers.map((figure) => figure?.value ?? null),
      })),
    },
  };
}
