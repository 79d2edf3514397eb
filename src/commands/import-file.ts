import { relative, resolve } from 'node:path';
import { quote } from '../french.ts';
import { formatRemark } from '../importer/format-remark.ts';
import { IMPORTED_TYPES } from '../importer/imported-types.ts';
import { UsageError } from '../usage-error.ts';
import { printOf } from '../workspace/blob-id.ts';
import type { NamedFile } from '../workspace/list-documents.ts';
import { readDocument } from '../workspace/read-document.ts';
import { writeFile } from '../workspace/write-file.ts';
import { annotateFile } from './annotate-file.ts';
import { isAbandonment, promptsIn } from './french-prompts.ts';
import type { FileOutcome } from './import.ts';
import { type DraftedImport, draftAsFound, draftImport, type ImportRequest } from './import-draft.ts';
import { reviewImport } from './import-review.ts';
import type { ImportSession } from './import-session.ts';
import { countToVerify, printImport } from './import-summary.ts';
import { type Io, print } from './io.ts';
import { readImport } from './read-import.ts';
import { readAllStdin } from './read-stdin.ts';
import { RefusedImport, shortenRefusal } from './refused-import.ts';
import { sayLeftOut } from './say-left-out.ts';
import { tell } from './wrap.ts';

/** How one file of an import is told. */
interface Telling {
  readonly io: Io;
  /** Whether it is the only one: its record's name is then the result. */
  readonly isAlone: boolean;
  /** Takes the line of progress away. */
  readonly clear: () => void;
}

/** Makes the record of one document, and writes it unless it is only to be shown. What fails is told, and returned. */
export async function importFile(file: NamedFile, session: ImportSession, telling: Telling): Promise<FileOutcome> {
  const { io, isAlone, clear } = telling;
  let isRead = false;
  try {
    const bytes = await readBytes(file, io);
    const choose = () => chooseType(file, session, io);
    const { record, words } = await readImport(bytes, file.name, {
      type: session.options.type,
      schemas: session.collection.schemas,
      prs: [...session.collection.prs.values()],
      keepsNames: session.options.garderNoms || session.options.annotate,
      chooseType: () => {
        isRead = true;
        clear();
        return choose();
      },
    });
    isRead = true;
    clear();
    const mark = printOf(words);
    const known = session.options.annotate ? undefined : session.findKnown(mark);
    if (known !== undefined) return sayKnown(file, known, telling);
    const drafting = session.draftingOf(record.type);
    const remark = formatRemark(record.served ?? [], mark);
    const { options } = session;
    const request = { record, remark, drafting, set: options.set ?? [] };
    if (options.annotate) return await annotate(request, { bytes, file, session, telling });
    const drafted = options.review ? await reviewImport(request, file.name, io) : draftImport(request);
    if (session.options.garderNoms) requireInternal(drafted);
    return finish(drafted, { file, mark, session, telling });
  } catch (error) {
    clear();
    if (!(error instanceof UsageError)) return sayBroken(error, file, telling);
    if (!isAlone || isRead) tell(io.stderr, `${isAlone ? 'cops : ' : `${file.name} : `}${error.message}`);
    return { failure: error.message, reason: shortenRefusal(error), warnings: 0, isRead };
  }
}

/** One document that the program stumbles on does not stop the others; alone, it is told as any fault of the program. */
function sayBroken(error: unknown, { name }: NamedFile, { io, isAlone }: Telling): FileOutcome {
  if (isAlone || isAbandonment(error)) throw error;
  tell(
    io.stderr,
    `${name} : cops a rencontré une erreur qui lui est propre, et n’en a pas fait de fiche. Importez ce document seul pour en voir le détail.`,
  );
  const failure = 'erreur de cops : importez-le seul';
  return { failure, reason: failure, warnings: 0, isRead: true };
}

/** Names are kept for a record that stays inside. */
function requireInternal({ values }: DraftedImport): void {
  const diffusion = values.find(({ key }) => key === 'diffusion')?.value;
  if (diffusion !== undefined && diffusion !== 'interne')
    throw new UsageError(
      'La fiche n’a pas été écrite : --garder-noms garde des noms, et la fiche doit rester interne.',
    );
}

/** Gives a Word file back with its faults as comments, in a copy; no record is made of it. */
async function annotate(
  request: ImportRequest,
  { bytes, file, session, telling }: { bytes: Uint8Array; file: NamedFile; session: ImportSession; telling: Telling },
): Promise<FileOutcome> {
  const { io, isAlone } = telling;
  const draft = draftAsFound(request);
  const { output } = session.options;
  const { schemas } = session.collection;
  const copy = await annotateFile({ name: file.path, bytes, draft, schemas, folder: output }, io);
  const shown = relative(io.cwd, resolve(io.cwd, copy.name)) || copy.name;
  if (isAlone) print(io.stdout, shown);
  const errors = copy.faults.filter(({ severity }) => severity === 'error').length;
  return { record: shown, isKnown: !copy.isNew, warnings: copy.faults.length - errors, errors, isRead: true };
}

async function readBytes({ path, name }: NamedFile, io: Io): Promise<Uint8Array> {
  if (name !== '-') return readDocument(path, name, 'un compte rendu');
  if (io.stdin.isTTY) tell(io.stderr, 'Collez le texte, puis, sur une ligne vide, Ctrl-D.');
  return readAllStdin(io);
}

function chooseType({ name }: NamedFile, { options }: ImportSession, io: Io): Promise<string> {
  if (options.review)
    return promptsIn(io).choose(
      { message: `${quote(name)} : un atelier ou un projet ?` },
      IMPORTED_TYPES.map((type) => ({ value: type, name: type })),
    );
  throw new RefusedImport(
    'Les mots de ce document ne disent pas si c’est un atelier ou un projet : ajoutez « --type atelier » ou « --type projet ».',
    'atelier ou projet ? (--type)',
  );
}

function sayKnown({ name }: NamedFile, known: string, { io, isAlone }: Telling): FileOutcome {
  const said = `Ce document a déjà été importé : sa fiche est ${quote(known)}, et n’a pas été touchée.`;
  tell(io.stderr, isAlone ? said : `${name} : ${said}`);
  if (isAlone) print(io.stdout, known);
  return { record: known, isKnown: true, warnings: 0, isRead: true };
}

function finish(
  drafted: DraftedImport,
  { file, mark, session, telling }: { file: NamedFile; mark: string; session: ImportSession; telling: Telling },
): FileOutcome {
  const { io, isAlone } = telling;
  const { draft } = drafted;
  const path = session.pathOf(draft.file);
  const shown = relative(io.cwd, path) || path;
  const { dryRun } = session.options;
  if (!dryRun) writeFile(path, draft.text, { overwrite: false });
  session.add(draft.read, mark);
  const leftOut = sayLeftOut(drafted.leftOut);
  if (leftOut !== undefined) tell(io.stderr, isAlone ? leftOut : `${file.name} : ${leftOut}`);
  printImport(drafted, { name: file.name, collection: session.collection, isAlone }, io);
  if (dryRun) {
    print(io.stdout, draft.text.trimEnd());
    tell(io.stderr, `Rien n’a été écrit ; la fiche serait ${quote(shown)}.`);
  } else if (isAlone) {
    print(io.stdout, shown);
    tell(io.stderr, 'La fiche est écrite, en brouillon : relisez-la dans un éditeur, puis lancez « cops check ».');
  }
  return { record: shown, warnings: countToVerify(drafted), isRead: true };
}
