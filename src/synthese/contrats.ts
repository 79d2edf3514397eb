import { type Contrat, type Indicateur, periodOfContrat } from '../contrat/contrat.ts';
import type { Period } from '../record/partial-date.ts';
import type { Figure, FigureMaker } from './figure.ts';

/** What was promised and what was achieved, for one indicator. */
export interface IndicateurCounts {
  readonly indicateur: Indicateur;
  readonly prevu: Figure;
  /** Absent where the figure that says it does not exist here: unknown, never 0. */
  readonly realise?: Figure;
  /** Achieved minus promised. */
  readonly ecart?: Figure;
}

/** A contrat with its figures. */
export interface ContratCounts {
  readonly contrat: Contrat;
  readonly indicateurs: readonly IndicateurCounts[];
  /** The contrat is about less than the summary: what was achieved is counted over its own days. */
  readonly shorter: boolean;
}

/** The figures of a summary by id, over the days of a contrat. */
export interface FiguresOver {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly shorter: boolean;
}

/** Compares what each contrat promises with what was achieved over its days. */
export function countContrats(
  contrats: readonly Contrat[],
  { maker, figuresOver }: { maker: FigureMaker; figuresOver: (contrat: Contrat) => FiguresOver },
): ContratCounts[] {
  return contrats.map((contrat) => {
    const { figures, shorter } = figuresOver(contrat);
    return {
      contrat,
      shorter,
      indicateurs: contrat.indicateurs.map((indicateur, index) => {
        const id = `contrats.${contrat.id}.${index + 1}`;
        const evidence = [{ record: contrat, line: indicateur.line }];
        const prevu = maker.state(`${id}.prevu`, indicateur.cible, evidence);
        const proof = indicateur.chiffre === undefined ? undefined : figures.get(indicateur.chiffre);
        const realise = proof
          ? maker.repeat(`${id}.realise`, proof.value, proof)
          : indicateur.valeur !== undefined && maker.state(`${id}.realise`, indicateur.valeur, evidence);
        if (!realise) return { indicateur: withoutHiddenId(indicateur), prevu };
        const ecart = maker.state(`${id}.ecart`, subtract(realise.value, prevu.value), evidence);
        return { indicateur, prevu, realise, ecart };
      }),
    };
  });
}

/** A figure of a projet that is not there may be that of an internal one, which has no name here. */
function withoutHiddenId({ chiffre, ...indicateur }: Indicateur): Indicateur {
  return chiffre === undefined || chiffre.startsWith('projets.') ? indicateur : { ...indicateur, chiffre };
}

/** Whether a contrat is about all the days of a summary. */
export function coversWhole(contrat: Contrat, covered: Period): boolean {
  const { first, last } = periodOfContrat(contrat);
  return first === covered.first && last === covered.last;
}

/** Without the dust of binary fractions: 0.3 − 0.1 is 0.2. */
function subtract(a: number, b: number): number {
  return Number((a - b).toFixed(6));
}
