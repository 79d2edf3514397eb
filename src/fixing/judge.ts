import type { Diagnostic, Edit, Fix, Position, Range } from '../diagnostic.ts';
import type { ReadFiche } from '../record/fiche.ts';
import { comparePositions, rangesMeet } from './splice.ts';

/** A record as it is read, with all that is found in it. */
export interface Judged {
  readonly read: ReadFiche;
  readonly faults: readonly Diagnostic[];
}

/** A fault that has a fix. */
export type Mendable = Diagnostic & { readonly fix: Fix };

/** Whether some fixes did what they promise: their faults are gone, and no error is of their making. */
export function didMend(before: Judged, after: Judged, mended: readonly Mendable[]): boolean {
  const edits = mended.flatMap(({ fix }) => fix.edits);
  const kept = new Set(after.faults.map((fault) => nameOf(fault, fault.range.start.line)));
  if (mended.some((fault) => kept.has(nameOf(fault, fault.range.start.line + shiftAbove(fault.range.start, edits)))))
    return false;
  const isRevealing = mended.some(({ fix }) => fix.reveals);
  const places = edits.map((edit) => placeAfter(edit, edits));
  const made = withoutEarlier(before, after);
  return isRevealing ? !made.some(({ range }) => places.some((place) => rangesMeet(place, range))) : made.length === 0;
}

function nameOf(fault: Diagnostic, line: number): string {
  return `${line} ${sayOf(fault)}`;
}

/** The errors that were not there before, each counted as often as it stands there. */
function withoutEarlier(before: Judged, after: Judged): Diagnostic[] {
  const earlier = new Map<string, number>();
  const countOf = (name: string) => earlier.get(name) ?? 0;
  for (const fault of errorsOf(before)) earlier.set(sayOf(fault), countOf(sayOf(fault)) + 1);
  return errorsOf(after).filter((fault) => {
    const left = countOf(sayOf(fault));
    earlier.set(sayOf(fault), left - 1);
    return left <= 0;
  });
}

function sayOf({ code, message }: Diagnostic): string {
  return `${code} ${message}`;
}

function errorsOf({ faults }: Judged): Diagnostic[] {
  return faults.filter(({ severity }) => severity === 'error');
}

/** By how many lines a place moves; no fix adds a line. */
function shiftAbove(place: Position, edits: readonly Edit[]): number {
  const above = edits.filter(({ range }) => comparePositions(range.end, place) <= 0);
  return above.reduce((sum, { range }) => sum + range.start.line - range.end.line, 0);
}

/** Where the text of an edit stands once all are made. */
function placeAfter({ range, text }: Edit, edits: readonly Edit[]): Range {
  const line = range.start.line + shiftAbove(range.start, edits);
  const onLine = edits.filter(
    (other) => other.range.end.line === range.start.line && comparePositions(other.range.end, range.start) <= 0,
  );
  const column = onLine
    .filter((other) => other.range !== range)
    .reduce((at, other) => at + other.text.length - widthOf(other.range), range.start.column);
  return { start: { line, column }, end: { line, column: column + text.length } };
}

/** Columns that an edit takes from its last line. */
function widthOf({ start, end }: Range): number {
  return start.line === end.line ? end.column - start.column : end.column - 1;
}
