import type { Collection } from '../collection.ts';
import { fixCollection } from '../fixing/fix-collection.ts';
import type { Done, FixedRecord } from '../fixing/fix-record.ts';
import { formatCount } from '../french.ts';
import { toShownText, withoutSteering } from '../record/shown-text.ts';
import { UsageError } from '../usage-error.ts';
import { isRecordPath, recordFolders } from '../workspace/read-records.ts';
import { readWorkspace } from '../workspace/read-workspace.ts';
import { readToRewrite, rewriteRecord } from '../workspace/rewrite-record.ts';
import { dayOf, type Io, print } from './io.ts';
import { paintFor } from './paint.ts';
import { tell } from './wrap.ts';

/** What `cops check` was asked of fixes. */
export interface FixOptions {
  readonly fix?: boolean;
  readonly dryRun?: boolean;
}

/** A workspace as it was read, and which of its files may be written. */
export interface FixScope {
  readonly root: string;
  readonly read: Collection;
  isShown(file: string): boolean;
}

/** The workspace once it is mended. */
export interface Mended {
  readonly collection: Collection;
  /** Whether all that was to be written was. */
  readonly isMended: boolean;
}

/** Mends what is safe and certain in the records, where that is asked, and says it; a dry run says it alone. Throws a UsageError for a dry run of nothing. */
export async function fixIfAsked({ fix, dryRun }: FixOptions, scope: FixScope, io: Io): Promise<Mended> {
  if (dryRun && !fix)
    throw new UsageError('--dry-run montre ce que --fix corrigerait : ajoutez --fix, ou retirez --dry-run.');
  if (!fix) return { collection: scope.read, isMended: true };
  const folders = recordFolders(scope.read.schemas);
  const texts = new Map<string, string>();
  const refusals = new Map<string, string>();
  const fixed = fixCollection(scope.read, {
    today: dayOf(io),
    isWanted: (file) => scope.isShown(file) && isRecordPath(file, folders) && !refusals.has(file),
    textOf: (file) =>
      attempt(
        () => keep(texts, file, readToRewrite(scope.root, file)),
        (said) => refusals.set(file, said),
      ),
  });
  const changed = fixed.filter(({ done }) => done.length > 0);
  const written = dryRun ? changed : changed.filter(({ file, text }) => writeOne(file, text));
  tellAll(fixed, { written, refusals, dryRun: dryRun === true }, io);
  const collection = dryRun || written.length === 0 ? scope.read : await readWorkspace(scope.root);
  return { collection, isMended: refusals.size === 0 };

  function writeOne(file: string, text: string): boolean {
    const read = texts.get(file) ?? '';
    attempt(
      () => rewriteRecord(scope.root, file, { read, text }),
      (said) => refusals.set(file, said),
    );
    return !refusals.has(file);
  }
}

function keep(texts: Map<string, string>, file: string, text: string): string {
  texts.set(file, text);
  return text;
}

/** One file that cannot be written stops no other. */
function attempt<T>(run: () => T, refuse: (said: string) => void): T | undefined {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    refuse(error.message);
    return undefined;
  }
}

interface Told {
  readonly written: readonly FixedRecord[];
  readonly refusals: ReadonlyMap<string, string>;
  readonly dryRun: boolean;
}

function tellAll(fixed: readonly FixedRecord[], { written, refusals, dryRun }: Told, io: Io): void {
  const paint = paintFor(io.stderr, io);
  for (const { file, done } of written) {
    tell(io.stderr, `${paint.strong(dryRun ? 'À corriger' : 'Corrigé')} : ${withoutSteering(file)}`);
    for (const one of done) {
      tell(io.stderr, `  ligne ${one.line} : ${one.title}`);
      if (dryRun) showChanges(one, io);
    }
  }
  for (const { file, refused } of fixed) {
    if (refused.length === 0) continue;
    tell(io.stderr, `${paint.warning('Non corrigé')} : ${withoutSteering(file)}`);
    for (const { line, title } of refused) tell(io.stderr, `  ligne ${line} : ${title}${UNDONE}`);
  }
  for (const said of refusals.values()) tell(io.stderr, `${paint.error('Non corrigé')} : ${withoutSteering(said)}`);
  tell(io.stderr, summarize(written, dryRun));
}

const UNDONE = ' (essayé, puis défait : une autre faute apparaissait)';

function showChanges({ changes }: Done, io: Io): void {
  const paint = paintFor(io.stderr, io);
  for (const { line, before, after } of changes) {
    print(io.stderr, paint.error(`    ${line} - ${toShownText(before)}`));
    if (after !== undefined) print(io.stderr, paint.accent(`    ${line} + ${toShownText(after)}`));
  }
}

function summarize(written: readonly FixedRecord[], dryRun: boolean): string {
  const count = written.reduce((sum, { done }) => sum + done.length, 0);
  if (count === 0) return 'Rien de sûr et certain à corriger.';
  const files = formatCount(written.length, 'fichier');
  const corrections = formatCount(count, 'correction');
  return dryRun ? `${corrections} à faire dans ${files} ; rien n’a été écrit.` : `${corrections} dans ${files}.`;
}
