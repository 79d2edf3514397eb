import { checkDraft, type Draft } from '../checks/check-draft.ts';
import type { Diagnostic, Edit } from '../diagnostic.ts';
import type { World } from '../fixing/fix-record.ts';
import { spliceEdits } from '../fixing/splice.ts';
import type { Fiche } from '../record/fiche.ts';
import { splitFrontMatter } from '../record/front-matter.ts';
import type { Passage } from '../record/passage.ts';
import type { HeaderText } from '../record/yaml-place.ts';
import { UsageError } from '../usage-error.ts';
import { findNewErrors } from './new-errors.ts';

/** A record whose suites are to be written. */
export interface EditedRecord {
  readonly file: string;
  /** Its whole text, line ends and byte order mark as its file has them. */
  readonly written: string;
  readonly draft: Draft;
  readonly fiche: Fiche;
  /** The keys of its header, and those of a suite, in the order of the schema. */
  readonly order: { readonly header: readonly string[]; readonly suite: readonly string[] };
  readonly world: World;
}

/** The record once edits are made. */
export interface Rewritten {
  readonly text: string;
  readonly edits: readonly Edit[];
  readonly draft: Draft;
  /** Errors that were not there before. */
  readonly errors: readonly Diagnostic[];
}

/** The header of a record, ready for edits. */
export function headerOf({ file, draft }: EditedRecord): HeaderText {
  const parts = splitFrontMatter(file, draft.text);
  if ('fault' in parts) throw new Error(`${file}: a record that was read has no header`);
  return parts;
}

/** Makes edits whose line ends are `\n` in a text that has its own, and reads the record again. */
export function rewrite({ file, written, draft, world }: EditedRecord, edits: readonly Edit[]): Rewritten {
  const ends = [...written.matchAll(/\r\n?|\n/g)].map(([end]) => end);
  const own = edits.map(({ range, text }) => ({
    range,
    text: text.replaceAll('\n', ends[range.start.line - 1] ?? ends.at(-1) ?? '\n'),
  }));
  const text = spliceEdits(written, own);
  const after = checkDraft(file, text, world);
  return { text, edits: own, draft: after, errors: findNewErrors(draft, after) };
}

/** Whether a record that is read again says what it is to say, and all else as before. */
export function saysOnly(
  { fiche }: EditedRecord,
  { draft }: Rewritten,
  {
    suites,
    named,
  }: { suites: readonly unknown[]; named?: { readonly passage: Passage; readonly nom: string } | undefined },
): boolean {
  const after = draft.read.fiche;
  if (!after) return false;
  const awaited = { ...fiche.header.value, suites };
  return (
    sayValue(after.header.value) === sayValue(awaited) &&
    sayPassages(after.body.passages) ===
      sayPassages(fiche.body.passages.map((one) => (one === named?.passage ? { ...one, nom: named.nom } : one)))
  );
}

/** What to say where no edit can be made for certain. */
export function refuseShape({ file }: Pick<EditedRecord, 'file'>, lines: string): UsageError {
  return new UsageError(
    `Rien n’a été écrit : l’en-tête de « ${file} » est fait d’une façon qui ne se complète pas sans risque. Écrivez-y vous-même :\n${lines}`,
  );
}

/** A value as a text that is the same for the same keys, in whatever order they stand. */
export function sayValue(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function sayPassages(passages: readonly Passage[]): string {
  return JSON.stringify(
    passages.map(({ nature, headings, text, themes, libres, refus, nom, extrait }) => [
      nature,
      headings,
      text,
      ...[themes, libres, refus].map((marks) => marks.map(({ word }) => word)),
      nom ?? null,
      extrait,
    ]),
  );
}
