import { formatNumber } from '../french.ts';
import { kindOf } from './figure-list.ts';
import type { Content, Provenance } from './provenance.ts';

/** A figure that is not what it was; undefined where it was not, or is no more. */
export interface MovedFigure {
  readonly id: string;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** What separates a summary from the same one made now. */
export interface Difference {
  readonly selection: boolean;
  readonly figures: readonly MovedFigure[];
  /** Records that changed, that are no longer shown, or that are shown now. */
  readonly changed: readonly string[];
  readonly gone: readonly string[];
  readonly added: readonly string[];
}

/** Compares what a summary held with what it would hold now, figures in the order of the document. */
export function compareContent(then: Content, now: Content): Difference {
  return {
    selection: JSON.stringify(sortKeys(then.selection)) !== JSON.stringify(sortKeys(now.selection)),
    figures: listMoved(then.chiffres, now.chiffres),
    ...compareRecords(then.fiches, now.fiches),
  };
}

/** The figures that moved between two summaries, in the order of the second. */
export function listMoved(then: Content['chiffres'], now: Content['chiffres']): MovedFigure[] {
  const ids = new Set([...Object.keys(now), ...Object.keys(then)]);
  return [...ids].flatMap((id) => (then[id] === now[id] ? [] : [{ id, from: then[id], to: now[id] }]));
}

/** Whether nothing separates the two. A figure that one of them lacks is no difference by itself: another version of cops counts other things. */
export function isSame({ selection, figures, changed, gone, added }: Difference): boolean {
  const moved = figures.filter(({ from, to }) => from !== undefined && to !== undefined);
  return !selection && moved.length + changed.length + gone.length + added.length === 0;
}

/** Compares the records of two summaries by their blob ids; those that have an error now are changed. */
export function compareRecords(
  then: Provenance['fiches'],
  now: Provenance['fiches'],
  faulty: ReadonlySet<string> = new Set(),
): Pick<Difference, 'changed' | 'gone' | 'added'> {
  return {
    changed: Object.keys(then).filter((file) => faulty.has(file) || (now[file] ?? then[file]) !== then[file]),
    gone: Object.keys(then).filter((file) => now[file] === undefined && !faulty.has(file)),
    added: Object.keys(now).filter((file) => then[file] === undefined),
  };
}

/** A figure by its label and its id, which docs/chiffres.md explains; by its id alone where no kind describes it. */
export function nameFigure(id: string): string {
  try {
    const { kind, value = '' } = kindOf({ id });
    return `${kind.label.replace(/<[a-z]+>/, value)} (${id})`;
  } catch {
    return id;
  }
}

/** A number that moved: « 7 → 8 »; a dash where there is none. */
export function sayMove({ from, to }: Pick<MovedFigure, 'from' | 'to'>): string {
  return [from, to].map((value) => (value === undefined ? '—' : formatNumber(value))).join(' → ');
}

function sortKeys(value: object): [string, unknown][] {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
