import { join, relative } from 'node:path';
import { checkDraft } from '../checks/check-draft.ts';
import { type Collection, collect } from '../collection.ts';
import { splitReadable } from '../finding/rows.ts';
import { listChangedLines } from '../fixing/changed-lines.ts';
import { quote } from '../french.ts';
import type { ReadFiche } from '../record/fiche.ts';
import { type Field, fieldsOf } from '../record/field.ts';
import type { RecordType, Schemas } from '../record/schema.ts';
import { toShownText } from '../record/shown-text.ts';
import { FOLLOWED_TYPES } from '../suivi/list-suites.ts';
import type { EditedRecord, Rewritten } from '../suivi/rewrite.ts';
import { UsageError } from '../usage-error.ts';
import { findWorkspace } from '../workspace/find-workspace.ts';
import { listRecords, readRecord } from '../workspace/read-records.ts';
import { readSetup } from '../workspace/read-setup.ts';
import { readToRewrite, rewriteRecord } from '../workspace/rewrite-record.ts';
import { formatText } from './check.ts';
import { findRecordFile } from './find-record.ts';
import { dayOf, type Io, type Outcome, print } from './io.ts';
import { paintFor } from './paint.ts';
import { tell } from './wrap.ts';

/** A record whose suites are to be written, and what its questions need. */
export interface OpenedRecord {
  readonly root: string;
  readonly record: EditedRecord;
  readonly type: RecordType;
  /** The keys of a suite. */
  readonly fields: readonly Field[];
  readonly collection: Collection;
}

/** Opens an atelier or a projet by its id or path. Throws a UsageError where it is not there, does not read, or may not be written. */
export function openRecord(asked: string, directory: string, io: Io): OpenedRecord {
  const root = findWorkspace(directory);
  const { schemas, settings } = readSetup(root);
  const file = findRecordFile(asked, { root, cwd: io.cwd, schemas });
  refuseUnread(readRecord(root, file, { schemas }));
  const written = readToRewrite(root, file);
  const collection = collect(readNamed(root, schemas), { schemas, settings });
  const world = { collection, today: dayOf(io) };
  const draft = checkDraft(file, written, world);
  const fiche = refuseUnread(draft.read);
  const type = fiche.type;
  if (!type || !FOLLOWED_TYPES.includes(type.name))
    throw new UsageError(
      `${quote(fiche.id)} est une fiche du type ${quote(type?.name ?? '')} : seuls un atelier et un projet ont des pistes, et des suites.`,
    );
  const header = fieldsOf(type, schemas);
  const { shape } = header.find(({ key }) => key === 'suites') ?? {};
  const fields = shape?.kind === 'list' && shape.item.shape.kind === 'map' ? shape.item.shape.fields : [];
  const order = { header: header.map(({ key }) => key), suite: fields.map(({ key }) => key) };
  return { root, record: { file, written, draft, fiche, order, world }, type, fields, collection };
}

/** What a record may name: the grille and the PRS. */
function readNamed(root: string, schemas: Schemas): ReadFiche[] {
  const folders = ['theme', 'prs'].map((type) => `${schemas.types.get(type)?.folder}/`);
  return listRecords(root, schemas)
    .filter((file) => folders.some((folder) => file.startsWith(folder)))
    .map((file) => readRecord(root, file, { schemas, wanted: { bodies: false } }));
}

function refuseUnread(read: ReadFiche) {
  const [fiche] = splitReadable({ files: [read] }).fiches;
  if (fiche) return fiche;
  const error = read.faults.find(({ severity }) => severity === 'error');
  throw new UsageError(
    `La fiche ${quote(read.file)} a une erreur : ${error?.message ?? ''} « cops check » montre où ; corrigez d’abord.`,
  );
}

/** Refuses what `cops check` would refuse. Throws a UsageError with all that it would say. */
function refuseErrors({ errors }: Rewritten): void {
  const messages = [...new Set(errors.map(({ message }) => message))];
  if (messages.length === 0) return;
  const listed = messages.length === 1 ? ` ${messages[0]}` : messages.map((message) => `\n  - ${message}`).join('');
  throw new UsageError(`Rien n’a été écrit.${listed}`);
}

/** Writes a record once its suites are changed, or shows what would change; says the warnings that remain, then a sentence. */
export function writeRecordAgain(
  { root, record, collection }: OpenedRecord,
  made: Rewritten,
  { dryRun, said }: { dryRun: boolean; said: string },
  io: Io,
): Outcome {
  refuseErrors(made);
  const { file, written } = record;
  if (dryRun) showChanges(record, made, io);
  else rewriteRecord(root, file, { read: written, text: made.text });
  const { read, faults } = made.draft;
  if (faults.length > 0)
    print(io.stderr, `${formatText(faults, { ...collection, files: [...collection.files, read] }, io, io.stderr)}\n`);
  if (!dryRun) print(io.stdout, relative(io.cwd, join(root, file)));
  tell(io.stderr, dryRun ? `${said} Ce n’est qu’un essai : rien n’a été écrit.` : said);
  return 'fine';
}

function showChanges({ written }: EditedRecord, { edits }: Rewritten, io: Io): void {
  const paint = paintFor(io.stdout, io);
  for (const { line, newLine, before, after } of listChangedLines(written, edits)) {
    for (const [index, text] of before.entries())
      print(io.stdout, paint.error(`${line + index} - ${toShownText(text)}`));
    for (const [index, text] of after.entries())
      print(io.stdout, paint.accent(`${newLine + index} + ${toShownText(text)}`));
  }
}
