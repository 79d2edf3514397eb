import { basename, dirname, join, resolve } from 'node:path';
import type { Draft } from '../checks/check-draft.ts';
import { annotatedName, annotateWord } from '../form/annotate-word.ts';
import { placeFaults } from '../form/place-faults.ts';
import { formatCount, quote } from '../french.ts';
import type { Schemas } from '../record/schema.ts';
import { UsageError } from '../usage-error.ts';
import { writeFile } from '../workspace/write-file.ts';
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

/** Writes a copy of a Word file with a comment for each fault of its record, never over another file, and returns its path. */
export function annotateFile({ name, bytes, draft, schemas, folder }: AnnotateRequest, io: Io): string {
  const copy = join(folder ?? dirname(name), annotatedName(basename(name)));
  const path = resolve(io.cwd, copy);
  requireWord(name);
  const faults = placeFaults(draft.faults, draft.read, schemas);
  writeFile(path, annotateWord(bytes, faults, schemas), { overwrite: false });
  tell(
    io.stderr,
    faults.length === 0
      ? `Rien à corriger : ${quote(basename(copy))} est une copie sans commentaire.`
      : `${formatCount(faults.length, 'commentaire est', 'commentaires sont')} dans ${quote(basename(copy))}, une copie de ${quote(basename(name))}.`,
  );
  return path;
}

/** Throws a UsageError for a document that cannot hold comments of Word. */
export function requireWord(name: string): void {
  if (/\.docx$/i.test(name)) return;
  throw new UsageError(
    `Seul un fichier Word, dont le nom finit par « .docx », reçoit des commentaires ; ${quote(basename(name))} n’en est pas un.`,
  );
}
