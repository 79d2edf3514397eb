import { join, sep } from 'node:path';
import { formatCount, quote } from '../french.ts';
import { hasDocumentName } from '../importer/detect-format.ts';
import { UsageError } from '../usage-error.ts';
import { findWorkspaceIfAny, RECORDS_FOLDER } from '../workspace/find-workspace.ts';
import { listDocuments, type NamedFile } from '../workspace/list-documents.ts';
import { requireWord } from './annotate-file.ts';
import { formatTable } from './format-table.ts';
import { canAsk, isAbandonment } from './french-prompts.ts';
import { importFile } from './import-file.ts';
import { openImport } from './import-session.ts';
import { type Io, type Outcome, print, widthOf } from './io.ts';
import { paintFor } from './paint.ts';
import { tell } from './wrap.ts';

/** What `cops import` was asked. */
export interface ImportOptions {
  readonly directory: string;
  readonly names: readonly string[];
  readonly type?: string;
  readonly dryRun: boolean;
  readonly review: boolean;
  readonly output?: string;
  readonly set?: readonly string[];
  readonly id?: string;
  /** Keeps lists of names and personal data, for a record that stays internal. */
  readonly garderNoms?: boolean;
  /** Writes the faults as comments in a copy of each Word file, and no record. */
  readonly annotate?: boolean;
}

/** How the import of one file ended: what there is of it, or why there is nothing. */
export interface FileOutcome {
  /** The file of the record, where it was written, would be, or was already. */
  readonly record?: string;
  readonly isKnown?: boolean;
  /** How many sentences ask for a person's eye. */
  readonly warnings: number;
  readonly failure?: string;
  /** The same in a few words, for a table. */
  readonly reason?: string;
  /** The errors of its record, where they are told in a copy of the document. */
  readonly errors?: number;
  /** Whether the document could be read at all. */
  readonly isRead: boolean;
}

/** Makes a record of each document; one that fails does not stop the others. Nothing is ever replaced. */
export async function importDocuments(options: ImportOptions, io: Io): Promise<Outcome> {
  const listed = listDocuments(options.names, { cwd: io.cwd, isWanted: hasDocumentName });
  for (const note of listed.notes) tell(io.stderr, note);
  const files = leaveRecords(listed.files, options, io);
  refuseRequest(files, options, io);
  const session = await openImport(options, io);
  const outcomes: FileOutcome[] = [];
  try {
    for (const [index, file] of files.entries()) {
      const progress =
        files.length > 1 ? showProgress(`[${index + 1}/${files.length}] ${file.name}`, io) : () => undefined;
      outcomes.push(await importFile(file, session, { io, isAlone: files.length === 1, clear: progress }));
    }
  } catch (error) {
    if (!isAbandonment(error)) throw error;
    tell(io.stderr, 'Abandonné : la fiche en cours n’a pas été écrite.');
    return 'interrupted';
  }
  if (files.length > 1) print(io.stdout, (options.annotate ? formatCopies : formatOutcomes)(files, outcomes, io));
  if (outcomes.every(({ isRead }) => !isRead)) {
    const [only] = outcomes;
    throw new UsageError(files.length === 1 ? (only?.failure ?? '') : 'Aucun de ces documents n’a pu être lu.');
  }
  return outcomes.some(({ failure, errors = 0 }) => failure !== undefined || errors > 0) ? 'faults' : 'fine';
}

/** The records of the workspace are no documents: in a folder that holds them too, they are left out, and said. */
function leaveRecords(files: readonly NamedFile[], { directory, names }: ImportOptions, io: Io): readonly NamedFile[] {
  const root = findWorkspaceIfAny(directory);
  if (root === undefined) return files;
  const records = join(root, RECORDS_FOLDER) + sep;
  const kept = files.filter(({ path, name }) => names.includes(name) || !path.startsWith(records));
  const count = files.length - kept.length;
  if (count > 0)
    tell(
      io.stderr,
      `Ce qui est dans ${quote(RECORDS_FOLDER)} est laissé de côté : ${formatCount(count, 'fichier', 'fichiers')} parmi les fiches de l’espace de travail.`,
    );
  return kept;
}

function refuseRequest(files: readonly NamedFile[], options: ImportOptions, io: Io): void {
  const { id, review, annotate, dryRun, garderNoms, set = [] } = options;
  if (garderNoms && set.some((text) => /^\s*diffusion\s*=(?!\s*interne\s*$)/.test(text)))
    throw new UsageError(
      '--garder-noms garde des noms de personnes : la fiche reste interne. Retirez « --set diffusion=… », ou --garder-noms.',
    );
  if (annotate) for (const { name } of files) requireWord(name);
  if (annotate && (review || dryRun))
    throw new UsageError(
      `--annotate rend le document avec ses fautes, sans faire de fiche : retirez ${review ? '--review' : '--dry-run'}.`,
    );
  if (files.length === 0) throw new UsageError('Il n’y a aucun document à importer.');
  if (id !== undefined && files.length > 1)
    throw new UsageError('--id nomme une seule fiche : importez ce document à part des autres.');
  if (!review) return;
  if (files.some(({ name }) => name === '-'))
    throw new UsageError(
      '--review pose ses questions sur l’entrée standard, où « - » lit le texte : enregistrez le texte dans un fichier.',
    );
  if (!canAsk(io)) throw new UsageError('--review pose des questions : il faut un terminal.');
}

/** A line for each file, replaced by the next one at a terminal; what is returned takes the last one away. */
function showProgress(text: string, { stderr }: Io): () => void {
  if (!stderr.isTTY) {
    print(stderr, text);
    return () => undefined;
  }
  const width = widthOf(stderr) ?? 80;
  stderr.write(text.length >= width ? `${text.slice(0, width - 2)}…` : text);
  return () => stderr.write('\r\u001b[2K');
}

const COLUMNS = [
  { title: 'Document', shrinks: true },
  { title: 'Fiche, ou pourquoi il n’y en a pas', shrinks: true },
  { title: 'À vérifier', right: true },
];

function formatOutcomes(files: readonly NamedFile[], outcomes: readonly FileOutcome[], io: Io): string {
  const rows = outcomes.map(({ record, isKnown, failure, reason, warnings }, index) => [
    files[index]?.name ?? '',
    reason ?? failure ?? `${record ?? ''}${isKnown ? ' (déjà importé)' : ''}`,
    failure !== undefined || isKnown ? '' : String(warnings),
  ]);
  return formatTable(COLUMNS, rows, { width: widthOf(io.stdout), strong: paintFor(io.stdout, io).strong });
}

const COPY_COLUMNS = [
  { title: 'Document', shrinks: true },
  { title: 'Copie, ou pourquoi il n’y en a pas', shrinks: true },
  { title: 'À corriger', right: true },
  { title: 'À vérifier', right: true },
];

function formatCopies(files: readonly NamedFile[], outcomes: readonly FileOutcome[], io: Io): string {
  const rows = outcomes.map(({ record, isKnown, failure, errors = 0, warnings }, index) => [
    files[index]?.name ?? '',
    failure ?? `${record ?? ''}${isKnown ? ' (déjà là)' : ''}`,
    ...(failure === undefined ? [String(errors), String(warnings)] : ['', '']),
  ]);
  return formatTable(COPY_COLUMNS, rows, { width: widthOf(io.stdout), strong: paintFor(io.stdout, io).strong });
}
