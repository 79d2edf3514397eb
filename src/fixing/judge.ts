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
  const kept = new Set(after.faults.map((fault) => nameOf(fault, fault.range.start)));
  if (mended.some((fault) => kept.has(nameOf(fault, moveWith(fault.range.start, edits))))) return false;
  const isRevealing = mended.some(({ fix }) => fix.reveals);
  const places = edits.map((edit) => placeAfter(edit, edits));
  const made = withoutEarlier(before, after);
  return isRevealing ? !made.some(({ range }) => places.some((place) => rangesMeet(place, range))) : made.length === 0;
}

function nameOf(fault: Diagnostic, { line, column }: Position): string {
  return `${line}:${column} ${sayOf(fault)}`;
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

/** Where the text of an edit stands once all are made. */
function placeAfter({ range, text }: Edit, edits: readonly Edit[]): Range {
  const start = moveWith(
    range.start,
    edits.filter((other) => other.range !== range),
  );
  return { start, end: { ...start, column: start.column + text.length } };
}

/** Where a place is once edits are made; no fix adds a line. */
function moveWith({ line, column }: Position, edits: readonly Edit[]): Position {
  const above = edits.filter(({ range }) => comparePositions(range.end, { line, column }) <= 0);
  const lines = above.reduce((sum, { range }) => sum + range.start.line - range.end.line, 0);
  const beside = above.filter(({ range }) => range.end.line === line);
  const columns = beside.reduce((sum, { range, text }) => sum + text.length - widthOf(range), 0);
  return { line: line + lines, column: column + columns };
}

/** Columns that an edit takes from its last line. */
function widthOf({ start, end }: Range): number {
  return start.line === end.line ? end.column - start.column : end.column - 1;
}
