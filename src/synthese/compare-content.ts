import { formatNumber } from '../french.ts';
import { kindOf } from './figure-list.ts';
import type { Content, Provenance } from './provenance.ts';

/** A figure that is not what it was; undefined where it was not, or is no more. */
export interface MovedFigure {
  readonly id: string;
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** Out of how many, where that moved. */
  readonly bases?: { readonly from: number | undefined; readonly to: number | undefined };
}

/** Figures and their bases, by id. */
export type Numbers = Pick<Content, 'chiffres' | 'bases'>;

/** What separates a summary from the same one made now. */
export interface Difference {
  readonly selection: boolean;
  /** The grille, the texts of PRS or the settings are others; so is the template. */
  readonly frame: boolean;
  readonly template: boolean;
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
    frame: isOther(then.cadre, now.cadre),
    template: isOther(then.template, now.template),
    figures: listMoved(then, now),
    ...compareRecords(then.fiches, now.fiches),
  };
}

/** The figures that moved between two summaries, in the order of the second; last, those whose base alone moved. */
export function listMoved(then: Numbers, now: Numbers): MovedFigure[] {
  const ids = new Set([...Object.keys(now.chiffres), ...Object.keys(then.chiffres)]);
  const moved = [...ids].flatMap((id): MovedFigure[] => {
    const [from, to] = [then.chiffres[id], now.chiffres[id]];
    const [before, after] = [then.bases[id], now.bases[id]];
    if (isOther(before, after)) return [{ id, from, to, bases: { from: before, to: after } }];
    return from === to ? [] : [{ id, from, to }];
  });
  return [...moved.filter(({ from, to }) => from !== to), ...moved.filter(({ from, to }) => from === to)];
}

/** What an older summary does not say is not other. */
function isOther<T>(then: T | undefined, now: T | undefined): boolean {
  return then !== undefined && now !== undefined && then !== now;
}

/** Whether nothing separates the two. A figure that one of them lacks is no difference by itself: another version of cops counts other things. */
export function isSame({ selection, frame, template, figures, changed, gone, added }: Difference): boolean {
  const moved = figures.filter(({ from, to }) => from !== undefined && to !== undefined);
  return !selection && !frame && !template && moved.length + changed.length + gone.length + added.length === 0;
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

/** A number that moved: « 7 → 8 », or « 3 sur 7 → 3 sur 8 ». */
export function sayMove({ from, to, bases }: Omit<MovedFigure, 'id'>): string {
  return `${sayNumber(from, bases?.from)} → ${sayNumber(to, bases?.to)}`;
}

/** A number, out of how many where that is given; a dash where there is none. */
export function sayNumber(value: number | undefined, base?: number): string {
  if (value === undefined) return '—';
  return base === undefined ? formatNumber(value) : `${formatNumber(value)} sur ${formatNumber(base)}`;
}

function sortKeys(value: object): [string, unknown][] {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
