import type { Projet } from '../projet/projet.ts';
import type { Prs } from '../prs/prs.ts';
import type { Figure, FigureMaker } from './figure.ts';

/** Where a supported project stands. */
export interface ProjetCounts {
  readonly projet: Projet;
  /** The texts of the priorities and mandates that it answers. */
  readonly cadres: readonly { readonly titre: string; readonly texte?: string }[];
  /** Meetings held, out of the most that the agreement allows; absent where no number is written. */
  readonly interventions?: Figure;
  /** Hours: meetings times their length; absent where either is not written. */
  readonly heures?: Figure;
  readonly projetsCibles?: Figure;
}

/** The figures of each project that may be shown; the others are only counted. */
export function countProjets(
  projets: readonly Projet[],
  { maker, prs }: { maker: FigureMaker; prs: ReadonlyMap<string, Prs> },
): { shown: ProjetCounts[]; internes: number } {
  const shown = projets.filter((projet) => maker.isShown(projet));
  return { shown: shown.map((projet) => countProjet(projet, maker, prs)), internes: projets.length - shown.length };
}

function countProjet(projet: Projet, maker: FigureMaker, prs: ReadonlyMap<string, Prs>): ProjetCounts {
  const { interventions: done, interventionsMax: max, dureeIntervention: hours, projetsCibles } = projet;
  const id = `projets.${projet.id}`;
  const evidence = done ? [{ record: projet, line: done.line }] : [];
  return {
    projet,
    cadres: projet.cadres.map((cadre) => describeCadre(cadre, prs)),
    ...(done && { interventions: maker.state(`${id}.interventions`, done.nombre, evidence, max) }),
    ...(done &&
      hours !== undefined && {
        heures: maker.state(
          `${id}.heures`,
          roundHours(done.nombre * hours),
          evidence,
          max === undefined ? undefined : roundHours(max * hours),
        ),
      }),
    ...(projetsCibles.length > 0 && {
      projetsCibles: maker.count(
        `${id}.projets-cibles`,
        projetsCibles.map(({ line }) => ({ record: projet, line })),
      ),
    }),
  };
}

function describeCadre(cadre: Projet['cadres'][number], prs: ReadonlyMap<string, Prs>): ProjetCounts['cadres'][number] {
  if (cadre.prs === undefined)
    return { titre: cadre.organisme ?? 'Mandat', ...(cadre.mandat && { texte: cadre.mandat }) };
  const framework = prs.get(cadre.prs);
  const texte = framework?.priorites.find(({ id }) => id === cadre.priorite)?.texte;
  return { titre: framework?.titre ?? cadre.prs, ...(texte && { texte }) };
}

/** To the hundredth of an hour: 3 times 0.7 is 2.1. */
function roundHours(hours: number): number {
  return Math.round(hours * 100) / 100;
}
