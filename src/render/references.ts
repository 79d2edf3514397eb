import type { Figure } from '../synthese/figure.ts';
import type { Synthese } from '../synthese/synthese.ts';

/** How a document names a record: A1, A2… for ateliers, P1… for projets, C1… for contrats. */
export interface Reference {
  readonly repere: string;
  readonly ancre: string;
}

/** The names by which a document points at its records, extracts and proofs. */
export interface References {
  ofFile(file: string): Reference | undefined;
  /** The number of the extract at a line, where there is one. */
  extraitAt(file: string, line: number): number | undefined;
}

/** Numbers the records of a summary in their order. */
export function nameReferences({ fiches, contrats, extraits }: Synthese): References {
  const byFile = new Map<string, Reference>();
  const numbers = { A: 0, P: 0 };
  for (const [index, { contrat }] of contrats.entries()) {
    byFile.set(contrat.file, { repere: `C${index + 1}`, ancre: `fiche-c${index + 1}` });
  }
  for (const fiche of fiches) {
    const letter = 'sujet' in fiche ? 'A' : 'P';
    const repere = `${letter}${++numbers[letter]}`;
    byFile.set(fiche.file, { repere, ancre: `fiche-${repere.toLowerCase()}` });
  }
  const byPlace = new Map(extraits.map(({ file, line, numero }) => [`${file}:${line}`, numero]));
  return {
    ofFile: (file) => byFile.get(file),
    extraitAt: (file, line) => byPlace.get(`${file}:${line}`),
  };
}

/** The anchor of a figure's proofs. */
export function anchorOfFigure({ id }: Pick<Figure, 'id'>): string {
  return `preuve-${id.replaceAll('.', '-')}`;
}

/** A link to a line of a record, as forges show it, from the folder of the document; none where the document lies elsewhere. */
export type LinkToLine = (file: string, line: number) => string | undefined;
