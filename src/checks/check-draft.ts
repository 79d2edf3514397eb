import { type Collection, collect } from '../collection.ts';
import type { Diagnostic, Position, Range } from '../diagnostic.ts';
import { decodeText } from '../record/encoding.ts';
import { parseFiche, type ReadFiche } from '../record/fiche.ts';
import type { Path } from '../record/header.ts';
import { type HeaderValues, valueAt } from '../record/header-value.ts';
import { indexLines } from '../record/lines.ts';
import type { CheckContext } from './check.ts';
import { checkCollection } from './check-collection.ts';

/** A record that is not on disk yet, as it would be read there. */
export interface Draft {
  /** Path in the workspace. */
  readonly file: string;
  readonly text: string;
  readonly read: ReadFiche;
  /** Every fault that `cops check` would find in it; that its id is free is seen to where the id is chosen. */
  readonly faults: readonly Diagnostic[];
}

/** What a record refers to by name: the others say nothing of it, and there may be thousands. */
const REFERRED_TO = ['theme', 'prs'];

/** Checks the text of a record to be, in the place where it would lie. */
export function checkDraft(
  file: string,
  written: string,
  { collection: { files, schemas, settings }, ...context }: { collection: Collection } & CheckContext,
): Draft {
  const decoded = decodeText(file, new TextEncoder().encode(written));
  if ('fault' in decoded) {
    const faults = [decoded.fault];
    return { file, text: written, read: { file, lines: indexLines(''), faults }, faults };
  }
  const read = parseFiche(file, decoded.text, schemas);
  const folders = REFERRED_TO.map((type) => `${schemas.types.get(type)?.folder}/`);
  const referredTo = files.filter(
    (other) => other.file !== file && folders.some((folder) => other.file.startsWith(folder)),
  );
  const together = collect([...referredTo, read], { schemas, settings });
  const faults = checkCollection(together, context).filter((fault) => fault.file === file);
  return { file, text: decoded.text, read, faults };
}

/** The first error of a draft that stands in the value at a path of its header. */
export function findFaultAt({ read, faults }: Draft, path: Path): Diagnostic | undefined {
  const header = read.fiche?.header;
  if (!header || valueAt(header.value as HeaderValues, path) === undefined) return undefined;
  const place = header.placeOf(path);
  return faults.find(({ severity, range }) => severity === 'error' && liesIn(range, place));
}

function liesIn({ start, end }: Range, place: Range): boolean {
  return !isBefore(start, place.start) && !isBefore(place.end, end);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}
