import { basename, dirname, join } from 'node:path';
import type { Draft } from '../checks/check-draft.ts';
import type { PlacedFault } from '../form/place-faults.ts';
import { formatCount, quote } from '../french.ts';
import type { Schemas } from '../record/schema.ts';
import { UsageError } from '../usage-error.ts';
import { type WrittenCopy, writeCopy } from '../workspace/write-copy.ts';
import type { Io } from './io.ts';
import { tell } from './wrap.ts';

/** A Word file, and the draft of the record that it gives. */
export interface AnnotateRequest {
  /** As it was typed. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly draft: Pick<Draft, 'read' | 'faults'>;
  readonly schemas: Schemas;
  /** Where the copy goes; beside the other where it is left out. */
  readonly folder?: string | undefined;
}

/** The copy of a Word file, and the faults that it tells. */
export interface Annotated extends WrittenCopy {
  readonly faults: readonly PlacedFault[];
}

/**
 * Writes a copy of a Word file with a comment for each fault of its record, under a name that no file has: a copy that comes back
 * gives the next one, and what is there already with the same bytes is not written twice.
 */
export async function annotateFile(
  { name, bytes, draft, schemas, folder }: AnnotateRequest,
  io: Io,
): Promise<Annotated> {
  requireWord(name);
  // What reads and writes a form is heavy: an import without comments does without it.
  const [{ annotatedName, annotateWord }, { placeFaults }] = await Promise.all([
    import('../form/annotate-word.ts'),
    import('../form/place-faults.ts'),
  ]);
  const faults = placeFaults(draft.faults, draft.read, schemas);
  const nameOf = (turn: number) => join(folder ?? dirname(name), annotatedName(basename(name), turn));
  const copy = writeCopy(nameOf, annotateWord(bytes, faults, schemas), io.cwd);
  tell(io.stderr, sayCopy({ ...copy, faults }, name));
  return { ...copy, faults };
}

function sayCopy({ name: copy, isNew, faults }: Annotated, name: string): string {
  const where = quote(basename(copy));
  const count = formatCount(faults.length, 'commentaire est', 'commentaires sont');
  if (!isNew)
    return faults.length === 0
      ? `Rien à corriger : ${where} est déjà là, sans commentaire, et n’a pas été touché.`
      : `${count} déjà dans ${where}, qui n’a pas été touché.`;
  return faults.length === 0
    ? `Rien à corriger : ${where} est une copie sans commentaire.`
    : `${count} dans ${where}, une copie de ${quote(basename(name))}.`;
}

/** Throws a UsageError for a document that cannot hold comments of Word. */
export function requireWord(name: string): void {
  if (/\.docx$/i.test(name)) return;
  throw new UsageError(
    `Seul un fichier Word, dont le nom finit par « .docx », reçoit des commentaires ; ${quote(basename(name))} n’en est pas un.`,
  );
}
