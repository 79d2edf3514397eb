import type { Coded } from '../record/coded.ts';
import type { Fiche } from '../record/fiche.ts';
import { type PartialDate, type Period, parsePartialDate } from '../record/partial-date.ts';

/** What was promised to the funder of one thing: how much, and where what was achieved is to be read. */
export interface Indicateur {
  readonly libelle: string;
  readonly cible: number;
  readonly unite: string;
  /** Id of the figure that says what was achieved; else `valeur` does. */
  readonly chiffre?: string;
  readonly valeur?: number;
  /** Where the value comes from. */
  readonly source?: string;
  readonly commentaire?: string;
  /** Line of the file where it is written. */
  readonly line: number;
}

/** What the centre owes its funder for a year or a longer period. */
export interface Contrat extends Pick<Coded, 'id' | 'file' | 'titre' | 'diffusion' | 'validation'> {
  readonly financeur: string;
  /** The same date twice for a contract of one year. */
  readonly debut: PartialDate;
  readonly fin: PartialDate;
  /** In the order of the contract, which numbers them from 1. */
  readonly indicateurs: readonly Indicateur[];
}

interface ContratHeader extends Pick<Contrat, 'titre' | 'financeur'> {
  readonly annee?: unknown;
  readonly debut?: unknown;
  readonly fin?: unknown;
  readonly indicateurs?: readonly Omit<Indicateur, 'line'>[];
  readonly diffusion?: Contrat['diffusion'];
  readonly validation?: Contrat['validation'];
}

/** Reads a contrat from a fiche whose header its schema accepts. */
export function toContrat(fiche: Fiche): Contrat {
  const header = fiche.header.value as unknown as ContratHeader;
  const debut = parsePartialDate(header.annee ?? header.debut);
  const fin = parsePartialDate(header.annee ?? header.fin);
  if (!debut || !fin) throw new Error(`${fiche.file}: a contrat without a readable period passed its schema`);
  return {
    id: fiche.id,
    file: fiche.file,
    titre: header.titre,
    financeur: header.financeur,
    debut,
    fin,
    diffusion: header.diffusion ?? 'interne',
    validation: header.validation ?? 'brouillon',
    indicateurs: (header.indicateurs ?? []).map((indicateur, index) => ({
      ...indicateur,
      get line() {
        return fiche.header.placeOf(['indicateurs', index]).start.line;
      },
    })),
  };
}

/** The days that a contrat is about. */
export function periodOfContrat({ debut, fin }: Pick<Contrat, 'debut' | 'fin'>): Required<Period> {
  return { first: debut.first, last: fin.last };
}
