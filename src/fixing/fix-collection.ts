import type { CheckContext } from '../checks/check.ts';
import { checkCollection } from '../checks/check-collection.ts';
import { KeptFindings } from '../checks/kept-findings.ts';
import { type Collection, collect } from '../collection.ts';
import { type FixedRecord, fixRecord, isMendable } from './fix-record.ts';

/** Which records may be mended, and how to have the whole text of one. */
export interface Fixable extends CheckContext {
  isWanted(file: string): boolean;
  /** Undefined where it cannot be had, which is told elsewhere. */
  textOf(file: string): string | undefined;
}

/** A PRS that reads again shows the faults of what names it: a second round mends those, and a third is rare. */
const MOST_ROUNDS = 5;

/** Mends all that is certain in the records that are wanted, and says what was done, in the order of files; nothing is written. */
export function fixCollection(
  collection: Collection,
  { isWanted, textOf, ...context }: Fixable,
): readonly FixedRecord[] {
  const fixed = new Map<string, FixedRecord>();
  const kept = new KeptFindings();
  let current = collection;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const faulty = checkCollection(current, context, kept).filter((fault) => isMendable(fault) && isWanted(fault.file));
    const files = new Set(faulty.map(({ file }) => file));
    let isChanged = false;
    for (const file of files) {
      const before = fixed.get(file);
      const text = before?.text ?? textOf(file);
      if (text === undefined) continue;
      const after = fixRecord(file, text, { ...context, collection: current });
      fixed.set(file, { ...after, done: [...(before?.done ?? []), ...after.done] });
      if (after.text === text) continue;
      isChanged = true;
      current = withRecord(current, after);
    }
    if (!isChanged) break;
  }
  return [...fixed.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

function withRecord(collection: Collection, { file, draft }: FixedRecord): Collection {
  const ofFiles = new Set(collection.files.flatMap(({ faults }) => faults));
  const faults = collection.faults.filter((fault) => !ofFiles.has(fault));
  const files = collection.files.map((read) => (read.file === file ? draft.read : read));
  return collect(files, { ...collection, faults });
}
