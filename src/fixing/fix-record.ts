import type { CheckContext } from '../checks/check.ts';
import { checkDraft, type Draft } from '../checks/check-draft.ts';
import type { Collection } from '../collection.ts';
import { didMend, type Mendable } from './judge.ts';
import { comparePositions, rangesMeet, spliceEdits, splitLines } from './splice.ts';

/** What a record is checked with. */
export type World = { readonly collection: Collection } & CheckContext;

/** What was done, or could not be, at a line of a record. */
export interface Done {
  /** As the line was numbered when it was mended. */
  readonly line: number;
  /** French, from the fix. */
  readonly title: string;
  /** The lines that it changes, as they were and as they are; a line taken out has no second text. */
  readonly changes: readonly { readonly line: number; readonly before: string; readonly after?: string }[];
}

/** A record with all that is certain mended in it. */
export interface FixedRecord {
  readonly file: string;
  /** The whole text of the file, line ends and byte order mark as they were. */
  readonly text: string;
  readonly draft: Draft;
  readonly done: readonly Done[];
  /** Fixes that were tried and undone: the fault stayed, or another came. */
  readonly refused: readonly Done[];
}

/** A record has a few faults; this many rounds mean that two fixes undo each other. */
const MOST_ROUNDS = 200;

/** Mends all that is certain in the text of a file, again and again until nothing more is; what does not hold is undone. */
export function fixRecord(file: string, written: string, world: World): FixedRecord {
  const done: Done[] = [];
  const refused: Done[] = [];
  const given = new Set<string>();
  let text = written;
  let draft = checkDraft(file, text, world);
  let most = Number.POSITIVE_INFINITY;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const faults = chooseApart(draft.faults, given).slice(0, most);
    if (faults.length === 0) break;
    const next = spliceEdits(
      text,
      faults.flatMap(({ fix }) => fix.edits),
    );
    const after = checkDraft(file, next, world);
    if (didMend(draft, after, faults)) {
      done.push(...describeAll(faults, text));
      [text, draft, most] = [next, after, most * 2];
      // What did not hold may hold now: a second run would find it.
      given.clear();
      refused.length = 0;
    } else if (faults.length > 1) most = faults.length >> 1;
    else
      for (const fault of faults) {
        given.add(nameOf(fault));
        refused.push(...describeAll([fault], text));
        most = 2;
      }
  }
  return { file, text, draft, done: done.sort((a, b) => a.line - b.line), refused };
}

/** Whether one fix holds by itself in the text of a file: what an editor offers is what `cops check --fix` would do. */
export function holds(fault: Mendable, written: string, world: World): boolean {
  const before = checkDraft(fault.file, written, world);
  return didMend(before, checkDraft(fault.file, spliceEdits(written, fault.fix.edits), world), [fault]);
}

/** Fixes that do not meet, the first in the text where two do. */
function chooseApart(faults: Draft['faults'], given: ReadonlySet<string>): Mendable[] {
  const chosen: Mendable[] = [];
  for (const fault of faults) {
    if (!isMendable(fault) || given.has(nameOf(fault))) continue;
    const meets = chosen.some(({ fix }) =>
      fix.edits.some((edit) => fault.fix.edits.some((other) => rangesMeet(edit.range, other.range))),
    );
    if (!meets) chosen.push(fault);
  }
  return chosen;
}

/** Whether a fault has a fix. */
export function isMendable(fault: Draft['faults'][number]): fault is Mendable {
  return fault.fix !== undefined;
}

/** Without its line, which the fixes above it may move. */
function nameOf({ code, message, range, fix }: Mendable): string {
  return JSON.stringify([code, message, range.start.column, fix.title]);
}

function describeAll(faults: readonly Mendable[], text: string): Done[] {
  const written = splitLines(text);
  return faults.map((fault) => describe(fault, written));
}

function describe({ range, fix }: Mendable, written: readonly string[]): Done {
  const edits = [...fix.edits].sort((a, b) => comparePositions(a.range.start, b.range.start));
  const first = edits[0]?.range.start.line ?? range.start.line;
  const last = edits.at(-1)?.range.end.line ?? first;
  const before = written.slice(first - 1, last);
  const near = edits.map(({ range: { start, end }, text }) => ({
    range: { start: { ...start, line: start.line - first + 1 }, end: { ...end, line: end.line - first + 1 } },
    text,
  }));
  const after = splitLines(spliceEdits(before.join('\n'), near));
  const gone = before.length - after.length;
  const changes = before.flatMap((was, index) => {
    const is = index < gone ? undefined : after[index - gone];
    return is === was ? [] : [{ line: first + index, before: was, ...(is !== undefined && { after: is }) }];
  });
  return { line: first, title: fix.title, changes };
}
