import type { Fiche } from './fiche.ts';
import { type PartialDate, parsePartialDate } from './partial-date.ts';
import type { Passage } from './passage.ts';

/** What became of a piste. */
export interface Suite {
  readonly piste?: string;
  readonly objet: string;
  readonly par?: string;
  readonly echeance?: PartialDate;
  readonly etat: EtatDeSuite;
  /** When that state was noted. */
  readonly le?: PartialDate;
  /** Line of the file where it is written. */
  readonly line: number;
}

/** The states of a suite, in the order in which they are reported. */
export const ETATS_DE_SUITE = ['prevu', 'en-cours', 'fait', 'abandonne'] as const;
/** One of these states. */
export type EtatDeSuite = (typeof ETATS_DE_SUITE)[number];

/** Whether what was to be done by a day that is over is not done yet. */
export function isOverdue(
  { etat, echeance }: { readonly etat: unknown; readonly echeance?: PartialDate | undefined },
  today: string,
): boolean {
  return echeance !== undefined && echeance.last < today && (etat === 'prevu' || etat === 'en-cours');
}

/** What ateliers and projets have in common: a record that is coded, counted and perhaps shown. */
export interface Coded {
  readonly id: string;
  readonly file: string;
  readonly titre: string;
  readonly diffusion: 'interne' | 'partageable';
  readonly validation: 'brouillon' | 'relu' | 'valide';
  /** How much of it was read with the grille. */
  readonly lecture: 'non-lu' | 'partiel' | 'complet';
  readonly departements: readonly string[];
  readonly passages: readonly Passage[];
  /** Declared in the header, without a passage: counted in no figure. */
  readonly themesDeclares: readonly string[];
  readonly suites: readonly Suite[];
}

interface CodedHeader {
  readonly titre: string;
  readonly diffusion?: Coded['diffusion'];
  readonly validation?: Coded['validation'];
  readonly codage?: { readonly etat: Coded['lecture'] };
  readonly departements?: readonly string[];
  readonly themes?: readonly string[];
  readonly suites?: readonly (Omit<Suite, 'line' | 'echeance' | 'le'> & {
    echeance?: unknown;
    le?: unknown;
  })[];
}

/** Reads the common part of a fiche whose header its schema accepts; what is not written takes the safe default. */
export function toCoded(fiche: Fiche): Coded {
  const header = fiche.header.value as unknown as CodedHeader;
  return {
    id: fiche.id,
    file: fiche.file,
    titre: header.titre,
    diffusion: header.diffusion ?? 'interne',
    validation: header.validation ?? 'brouillon',
    lecture: header.codage?.etat ?? 'non-lu',
    departements: header.departements ?? [],
    passages: fiche.body.passages,
    themesDeclares: header.themes ?? [],
    suites: (header.suites ?? []).map(({ echeance: due, le: noted, ...suite }, index) => {
      const echeance = parsePartialDate(due);
      const le = parsePartialDate(noted);
      return {
        ...suite,
        ...(echeance && { echeance }),
        ...(le && { le }),
        // Places take ten times as long to find as values, and few are shown.
        get line() {
          return fiche.header.placeOf(['suites', index]).start.line;
        },
      };
    }),
  };
}
