import { formatCount, formatList } from '../../french.ts';
import type { Synthese } from '../../synthese/synthese.ts';
import type { ThemeCounts } from '../../synthese/themes.ts';
import { sayCounts } from './draw-themes.ts';
import type { Picture } from './picture.ts';

/** More bars than a page holds: the table has all of them. */
const MOST_THEMES = 20;
/** How many are said in words. */
const SAID = 3;

/** Themes by records; none where too few ateliers were read, or nothing was found. */
export function pictureThemes({ themes, activite, recurrence }: Synthese, fewest: number): Picture | undefined {
  if (activite.ateliersLus.value < fewest) return undefined;
  const found = themes.filter(({ passages }) => passages.value > 0).sort(byRecords);
  if (found.length === 0) return undefined;
  const shown = found.slice(0, MOST_THEMES);
  const rows = shown.map(({ theme, ateliers, projets }) => ({
    label: theme.titre,
    ateliers: ateliers.value,
    projets: projets.value,
  }));
  const bases = [
    `${formatCount(activite.ateliersLus.value, 'atelier lu', 'ateliers lus')}`,
    ...(activite.projetsLus.value > 0 ? [formatCount(activite.projetsLus.value, 'projet lu', 'projets lus')] : []),
  ];
  const part = found.length > shown.length ? ` Les ${shown.length} premiers, sur ${found.length}.` : '';
  const first = rows.slice(0, SAID).map((row) => `${row.label} (${sayCounts(row.ateliers, row.projets)})`);
  return {
    name: 'themes',
    title: 'Thèmes, par nombre de fiches',
    note: `En foncé, les ateliers ; en clair, les projets. Base : ${formatList(bases)}.${part}`,
    description: `Une barre par thème, pour ${formatCount(shown.length, 'thème')}, du plus relevé au moins relevé, sur ${formatList(bases)}. En tête : ${formatList(first)}. Le tableau qui suit donne tous les nombres.`,
    chart: { kind: 'themes', recurrence, rows },
  };
}

function byRecords(a: ThemeCounts, b: ThemeCounts): number {
  const records = ({ ateliers, projets }: ThemeCounts) => ateliers.value + projets.value;
  return records(b) - records(a) || a.theme.titre.localeCompare(b.theme.titre, 'fr');
}
