import { compareText } from '../diagnostic.ts';
import type { Coded } from '../record/coded.ts';

/** Where a figure comes from: a line of a record, or an internal record that is counted and never shown. */
export type Source = { readonly file: string; readonly line: number } | { readonly interne: true };

/** A number that proves itself. Its id is permanent and built from the ids of records. */
export interface Figure {
  readonly id: string;
  readonly value: number;
  /** Out of how many; none where the figure is no part of a whole. */
  readonly base?: number;
  readonly sources: readonly Source[];
}

/** A record, and the line of it that counts; line 1 where the whole record does. */
export interface Evidence {
  readonly record: Pick<Coded, 'file' | 'diffusion'>;
  readonly line: number;
}

/** Makes figures whose sources show no more than may be shown. */
export class FigureMaker {
  private readonly interne: boolean;

  constructor({ interne }: { interne: boolean }) {
    this.interne = interne;
  }

  /** A count of pieces of evidence, each its own source. */
  count(id: string, evidence: readonly Evidence[], base?: number): Figure {
    return { id, value: evidence.length, ...(base !== undefined && { base }), sources: this.sources(evidence) };
  }

  /** A number that is written in records, or computed from what is. */
  state(id: string, value: number, evidence: readonly Evidence[], base?: number): Figure {
    return { id, value, ...(base !== undefined && { base }), sources: this.sources(evidence) };
  }

  /** A number that another figure proves. */
  repeat(id: string, value: number, { sources, base }: Pick<Figure, 'sources' | 'base'>): Figure {
    return { id, value, ...(base !== undefined && { base }), sources };
  }

  /** Whether a record may be named and quoted from. */
  isShown({ diffusion }: Pick<Coded, 'diffusion'>): boolean {
    return this.interne || diffusion === 'partageable';
  }

  private sources(evidence: readonly Evidence[]): Source[] {
    const shown = evidence.filter(({ record }) => this.isShown(record));
    const hidden = evidence.length - shown.length;
    return [
      ...shown
        .map(({ record, line }) => ({ file: record.file, line }))
        .sort((a, b) => compareText(a.file, b.file) || a.line - b.line),
      ...Array.from({ length: hidden }, () => ({ interne: true }) as const),
    ];
  }
}

/** The whole of each record as evidence. */
export function wholeRecords(records: readonly Coded[]): Evidence[] {
  return records.map((record) => ({ record, line: 1 }));
}
