import { lowerFirst } from '../french.ts';
import type { Figure } from '../synthese/figure.ts';
import { kindOf } from '../synthese/figure-list.ts';
import { listFigures } from '../synthese/list-figures.ts';
import type { Synthese } from '../synthese/synthese.ts';
import { labelOf } from './labels.ts';

/** The proofs of one part of a summary, for the annex. */
export interface ProofGroup {
  readonly titre: string;
  readonly figures: readonly Proof[];
  /** Those that count nothing: their place is said, so that a zero leads somewhere too. */
  readonly zeros: readonly Proof[];
}

interface Proof {
  readonly label: string;
  readonly figure: Figure;
}

const TITLES: Readonly<Record<string, string>> = {
  activite: 'Activité',
  pistes: 'Pistes',
  freins: 'Freins',
  leviers: 'Leviers',
  suites: 'Suites',
  perspectives: 'Perspectives',
  comparaison: 'Période précédente',
  limites: 'Limites',
};

/** Every figure, under the title of its part; projets and themes each under their own. */
export function listProofs(synthese: Synthese): ProofGroup[] {
  const groups = new Map<string, Proof[]>();
  for (const { name, figures } of listFigures(synthese)) {
    for (const figure of figures) {
      const titre = TITLES[name] ?? titleOf(figure, synthese);
      groups.set(titre, [...(groups.get(titre) ?? []), { label: sayLabel(figure, synthese), figure }]);
    }
  }
  return [...groups].map(([titre, all]) => ({
    titre,
    figures: all.filter(({ figure }) => figure.value !== 0),
    zeros: all.filter(({ figure }) => figure.value === 0),
  }));
}

/** The title of the projet, theme or contrat whose id stands second in the figure's. */
function titleOf({ id }: Pick<Figure, 'id'>, { projets, grille, contrats }: Synthese): string {
  const owner = id.split('.')[1];
  const contrat = contrats.find((one) => one.contrat.id === owner)?.contrat;
  if (contrat && id.startsWith('contrats.')) return contrat.titre;
  return (
    projets.find(({ projet }) => projet.id === owner)?.projet.titre ?? grille.get(owner ?? '')?.titre ?? String(owner)
  );
}

/** A figure in words that need no title above them: « Temps de consultation : ateliers ». */
export function nameFigure(section: string, figure: Pick<Figure, 'id'>, synthese: Synthese): string {
  return TITLES[section] ? sayLabel(figure, synthese) : `${titleOf(figure, synthese)} : ${sayLabel(figure, synthese)}`;
}

/** What a figure counts, in the words of its part: « 2018 », « professionnels », « passages »; a theme by its title. */
function sayLabel(figure: Pick<Figure, 'id'>, { grille }: Synthese): string {
  const { kind, value = '' } = kindOf(figure);
  return kind.label.replace(/<[a-z]+>/, () => lowerFirst(grille.get(value)?.titre ?? labelOf(value)));
}
