import type { describeFigure } from './described-figures.ts';

type DescribedFigure = ReturnType<typeof describeFigure>;
/** A part of the proofs, as templates see it. */
interface Group {
  readonly figures: readonly DescribedFigure[];
  readonly nuls: readonly DescribedFigure[];
}
interface Quotable {
  readonly numero: number;
  readonly file: string;
  readonly line: number;
}

/** What a template has printed so far, so that its annex proves that and no more. A class because it grows as filters run. */
export class Printed {
  private readonly figures = new Set<string>();
  private readonly places = new Set<string>();
  private readonly extraits = new Set<number>();

  /** Notes a figure, and what proves it. */
  addFigure({ id, sources }: DescribedFigure): void {
    if (this.figures.has(id)) return;
    this.figures.add(id);
    for (const source of sources) if ('file' in source) this.places.add(`${source.file}:${source.line}`);
  }

  /** Notes an extract that a link leads to. */
  addExtrait(numero: number): void {
    this.extraits.add(numero);
  }

  /** The parts of the proofs that hold figures printed so far, with these alone. */
  keepPrinted<T extends Group>(groups: readonly T[]): T[] {
    const keep = (figures: readonly DescribedFigure[]) => figures.filter(({ id }) => this.figures.has(id));
    return groups
      .map((group) => ({ ...group, figures: keep(group.figures), nuls: keep(group.nuls) }))
      .filter(({ figures, nuls }) => figures.length + nuls.length > 0);
  }

  /** Records, with those of their extracts that are linked to, or prove a figure printed so far. */
  keepQuoted<T extends { readonly extraits: readonly Quotable[] }>(fiches: readonly T[]): T[] {
    return fiches.map((fiche) => ({
      ...fiche,
      extraits: fiche.extraits.filter(
        ({ numero, file, line }) => this.extraits.has(numero) || this.places.has(`${file}:${line}`),
      ),
    }));
  }
}
