import type { Provenance } from '../synthese/provenance.ts';

/** A figure as a document prints it. */
export interface PrintedFigure {
  readonly id: string;
  /** All the words of its link: « 7 ateliers sur 9 ». */
  readonly text: string;
}

/** What a printed summary holds, whatever its format. */
export interface PrintedDocument {
  readonly provenance: Provenance;
  /** In the order of the page; a figure may be printed several times. */
  readonly figures: readonly PrintedFigure[];
  /** The words of each paragraph, heading, item and row, spaces made one. */
  readonly blocks: readonly string[];
}

/** Spaces of all kinds and lengths as one. */
export function unifySpaces(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/gu, ' ').trim();
}

/** The number that a printed text begins with, in French: « 1 234,5 heures » is 1234.5; undefined where there is none. */
export function readNumber(text: string): number | undefined {
  const [written] = /-?\d+(?:[ \u00a0\u202f]\d{3})*(?:,\d+)?/.exec(text) ?? [];
  return written === undefined ? undefined : Number(written.replace(/[ \u00a0\u202f]/g, '').replace(',', '.'));
}
