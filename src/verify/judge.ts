import { compareRecords } from '../synthese/compare-content.ts';
import type { Provenance } from '../synthese/provenance.ts';
import { type PrintedDocument, readNumber } from './printed-document.ts';

/** What a document holds now, computed from the records as they are. */
export interface Recomputed {
  /** The value of each figure by id. */
  readonly chiffres: Provenance['chiffres'];
  readonly fiches: Provenance['fiches'];
  /** The words of each paragraph of the same document, printed now. */
  readonly blocks: readonly string[];
}

/** A figure that is no longer what it was. */
export interface ChangedFigure {
  readonly id: string;
  readonly from: number;
  /** Undefined where there is no number any more. */
  readonly to: number | undefined;
}

/** What is to be said of a printed document. */
export interface Verdict {
  /** How many printed figures are what was computed, and what would be computed now. */
  readonly same: number;
  /** Printed otherwise than they were computed. */
  readonly byHand: readonly ChangedFigure[];
  /** Computed otherwise now. */
  readonly since: readonly ChangedFigure[];
  /** Of which nothing can be said: not in the document's own list, or no figure any more. */
  readonly unknown: readonly string[];
  /** Records that changed, that are no longer counted, or that are counted now. */
  readonly changed: readonly string[];
  readonly gone: readonly string[];
  readonly added: readonly string[];
  /** Texts that nobody computed. */
  readonly prose: readonly string[];
}

/** Compares what a document prints with what it was computed to say, and with what would be computed now. */
export function judge({ provenance, figures, blocks }: PrintedDocument, now: Recomputed): Verdict {
  const byHand = new Map<string, ChangedFigure>();
  const unknown = new Set<string>();
  let same = 0;
  for (const { id, text } of figures) {
    const then = provenance.chiffres[id];
    const printed = readNumber(text);
    if (then === undefined || now.chiffres[id] === undefined) unknown.add(id);
    else if (printed !== then) byHand.set(`${id} ${printed}`, { id, from: then, to: printed });
    else if (now.chiffres[id] === then) same++;
  }
  const shown = new Set(figures.map(({ id }) => id));
  const since = Object.entries(provenance.chiffres).flatMap(([id, from]): ChangedFigure[] => {
    const to = now.chiffres[id];
    return shown.has(id) && to !== undefined && to !== from ? [{ id, from, to }] : [];
  });
  return {
    same,
    byHand: [...byHand.values()],
    since,
    unknown: [...unknown],
    ...compareRecords(provenance.fiches, now.fiches),
    prose: findProse(blocks, now.blocks),
  };
}

/** Texts that stand in a document and would not be printed now; one that is printed twice may stand twice. */
function findProse(blocks: readonly string[], now: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const block of now) left.set(withoutNumbers(block), (left.get(withoutNumbers(block)) ?? 0) + 1);
  return blocks.filter((block) => {
    const key = withoutNumbers(block);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

/** Numbers have a verdict of their own. */
function withoutNumbers(text: string): string {
  return text.replace(/\d+/g, '0');
}
