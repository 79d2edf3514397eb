import type { Grille } from '../theme/theme.ts';
import type { Criteria } from './criteria.ts';
import type { Extraits } from './extraits.ts';
import type { FigureMaker } from './figure.ts';
import type { Selection } from './select.ts';
import { crossThemes, type ThemeTables } from './theme-tables.ts';
import { countThemes, type ThemeCounts } from './themes.ts';

/** The counts of every theme of the grille, or of the one that is asked for, and of what crosses it. */
export function countGrille(
  grille: Grille,
  selection: Selection,
  {
    criteria: { theme: asked },
    ...counting
  }: { criteria: Criteria; maker: FigureMaker; extraits: Extraits; recurrence: number },
): { themes: readonly ThemeCounts[]; croisements: ThemeTables } {
  const croisements = crossThemes(grille, selection, counting);
  if (!asked) return { themes: countThemes(grille, selection, counting), croisements };
  return {
    themes: countThemes(new Map([[asked.id, asked]]), selection, counting),
    croisements: {
      domaines: croisements.domaines,
      parDomaine: croisements.parDomaine.filter(({ theme }) => theme.id === asked.id),
      ensemble: croisements.ensemble.filter((pair) => [pair.theme.id, pair.autre.id].includes(asked.id)),
    },
  };
}
