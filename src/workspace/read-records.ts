import { type Dirent, readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnose, FILE_START, type Rule } from '../diagnostic.ts';
import { quote } from '../french.ts';
import { decodeText } from '../record/encoding.ts';
import { parseFiche, type ReadFiche, type Wanted } from '../record/fiche.ts';
import { indexLines } from '../record/lines.ts';
import { extension, fichierIllisible, fichierTropGros } from '../record/rules.ts';
import type { Schemas } from '../record/schema.ts';
import { computeBlobId } from './blob-id.ts';
import { RECORDS_FOLDER } from './find-workspace.ts';

/** No record is that large; reading it would only stop everything else. */
export const LARGEST_RECORD_BYTES = 1_048_576;
/** What is computed is not read as the words of an author: the annex of a summary may be longer than all of a record. */
const LARGEST_SYNTHESE_BYTES = 16 * LARGEST_RECORD_BYTES;

/** How many bytes a file of the workspace may have, to be read as a record. */
export function largestBytes(file: string): number {
  return file.startsWith(`${RECORDS_FOLDER}/syntheses/`) ? LARGEST_SYNTHESE_BYTES : LARGEST_RECORD_BYTES;
}

/** Records read between two turns of the event loop, so that an interruption is heard. */
const RECORDS_PER_TURN = 100;

/** What is read of records, and what stops it, by throwing. */
export interface Reading extends Wanted {
  readonly signal?: AbortSignal;
}

/** Reads every record of a workspace, in the order of paths. What cannot be read is a fault of that file alone. A `signal` stops it, by throwing. */
export async function readRecords(
  root: string,
  schemas: Schemas,
  { signal, ...wanted }: Reading = { bodies: true },
): Promise<{ files: ReadFiche[]; faults: Diagnostic[] }> {
  const faults: Diagnostic[] = [];
  const files: ReadFiche[] = [];
  for (const { file, fault } of listFiles(root, schemas, faults)) {
    files.push(fault ? unread(file, fault) : readRecord(root, file, { schemas, wanted }));
    if (files.length % RECORDS_PER_TURN === 0) await new Promise(setImmediate);
    signal?.throwIfAborted();
  }
  return { files, faults };
}

/** The folders in which records lie: `records/`, and the grille where it is elsewhere. */
export function recordFolders({ types }: Pick<Schemas, 'types'>): string[] {
  const isInside = (folder: string) => folder.startsWith(`${RECORDS_FOLDER}/`);
  return [RECORDS_FOLDER, ...[...types.values()].map(({ folder }) => folder).filter((folder) => !isInside(folder))];
}

function* listFiles(root: string, schemas: Schemas, faults: Diagnostic[]): Iterable<Found> {
  for (const folder of recordFolders(schemas)) yield* listRecordFiles(root, folder, faults);
}

interface Found {
  readonly file: string;
  readonly fault?: Diagnostic;
}

function* listRecordFiles(root: string, folder: string, faults: Diagnostic[]): Iterable<Found> {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (folder === RECORDS_FOLDER && (error as NodeJS.ErrnoException).code === 'ENOENT') return;
    faults.push(
      unreadable(folder, `Ce dossier ne peut pas être ouvert (${sayErrno(error)}) : ses fiches ne sont pas lues.`),
    );
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = `${folder}/${entry.name}`;
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory() && !entry.name.endsWith('.md')) yield* listRecordFiles(root, file, faults);
    else if (entry.isSymbolicLink() && isFolder(join(root, file))) {
      faults.push(
        unreadable(file, 'Ce lien mène à un dossier, qui n’est pas suivi : placez les fiches dans l’espace lui-même.'),
      );
    } else if (/\.(md|markdown|mdown|mdx|md\.txt)$/i.test(entry.name) && !README.test(entry.name)) {
      if (entry.name.endsWith('.md')) yield { file };
      else
        faults.push(
          diagnose(
            extension,
            file,
            FILE_START,
            `Ce fichier n’est pas lu : seuls le sont ceux dont le nom finit par « .md ». Renommez-le ${quote(entry.name.replace(/(?:\.md)?\.[^.]*$/i, '.md'))}.`,
          ),
        );
    }
  }
}

/** Reads one record of a workspace by its path. */
export function readRecord(
  root: string,
  file: string,
  { schemas, wanted }: { schemas: Schemas; wanted?: Wanted | undefined },
): ReadFiche {
  const decoded = readText(root, file);
  return 'fault' in decoded
    ? unread(file, decoded.fault)
    : nameBytes(parseFiche(file, decoded.text, schemas, wanted), decoded.bytes);
}

/** The paths of the files that should be records, in their order; none of them is opened. */
export function listRecords(root: string, schemas: Schemas): string[] {
  return [...listFiles(root, schemas, [])].map(({ file }) => file);
}

/** Reads a record from a text that is not on disk, as it would be read there. */
export function readRecordText(file: string, text: string, schemas: Schemas): ReadFiche {
  const bytes = new TextEncoder().encode(text);
  const large = refuseSize(file, bytes.length);
  const decoded = large ? { fault: large } : decodeText(file, bytes);
  return 'fault' in decoded ? unread(file, decoded.fault) : nameBytes(parseFiche(file, decoded.text, schemas), bytes);
}

/** Few ask for its name: it is computed when one does. */
function nameBytes(read: ReadFiche, bytes: Uint8Array): ReadFiche {
  let name: string | undefined;
  return {
    ...read,
    get blobId() {
      name ??= computeBlobId(bytes);
      return name;
    },
  };
}

/** Whether a path is that of a record, in one of the folders of records: hidden files and folders hold none, nor does a README. */
export function isRecordPath(file: string, folders: readonly string[] = [RECORDS_FOLDER]): boolean {
  const folder = folders.find((one) => file.startsWith(`${one}/`));
  const steps = folder === undefined ? [] : file.slice(folder.length + 1).split('/');
  const name = steps.at(-1) ?? '';
  return name.endsWith('.md') && !README.test(name) && !steps.some((step) => step.startsWith('.') || step === '');
}

const README = /^readme\.md$/i;

/** The text of a file of the workspace and its bytes, or why it is none: whatever lies there is a fault of that file alone. */
export function readText(root: string, file: string): { text: string; bytes: Uint8Array } | { fault: Diagnostic } {
  const path = join(root, file);
  try {
    const fault = refuse(file, statSync(path));
    if (fault) return { fault };
    const bytes = readFileSync(path);
    return { ...decodeText(file, bytes), bytes };
  } catch (error) {
    const message = `Ce fichier ne peut pas être lu (${sayErrno(error)}) : vérifiez-le, ou supprimez-le.`;
    return { fault: unreadable(file, message) };
  }
}

function refuse(file: string, stats: Stats): Diagnostic | undefined {
  if (stats.isDirectory()) return unreadable(file, 'Ce dossier porte un nom de fiche : retirez « .md » de son nom.');
  if (!stats.isFile()) return unreadable(file, 'Ceci n’est pas un fichier ordinaire : il n’est pas lu.');
  return refuseSize(file, stats.size);
}

function refuseSize(file: string, size: number): Diagnostic | undefined {
  if (size <= largestBytes(file)) return undefined;
  const megabytes = (size / LARGEST_RECORD_BYTES).toFixed(1).replace('.', ',');
  return fault(
    fichierTropGros,
    file,
    `Ce fichier pèse ${megabytes} Mo, alors qu’une fiche compte quelques kilo-octets : il n’est pas lu. Gardez-y le seul texte à partager.`,
  );
}

function unread(file: string, found: Diagnostic): ReadFiche {
  return { file, lines: indexLines(''), faults: [found] };
}

function unreadable(file: string, message: string): Diagnostic {
  return fault(fichierIllisible, file, message);
}

function fault(rule: Rule, file: string, message: string): Diagnostic {
  return diagnose(rule, file, FILE_START, message);
}

/** A link that turns round or leads where one may not look is no folder: it is told as a file. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** The system's reasons in French; its own name where there is no sentence. */
function sayErrno(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return ERRNO[code] ?? code;
}

const ERRNO: Record<string, string> = {
  ENOENT: 'le lien ne mène à aucun fichier',
  ELOOP: 'le lien tourne en rond',
  EACCES: 'vos droits ne le permettent pas',
  EPERM: 'vos droits ne le permettent pas',
  EISDIR: 'c’est un dossier',
  ENOTDIR: 'ce n’est pas un dossier',
  EIO: 'le disque ne répond pas',
};
