import { basename, extname, resolve } from 'node:path';
import { formatList, quote } from '../french.ts';
import { kindOfDocument } from '../synthese/document-kind.ts';
import type { Synthese } from '../synthese/synthese.ts';
import { UsageError } from '../usage-error.ts';
import {
  isThere,
  protectForeignFile,
  protectWorkspaceFiles,
  requireFolder,
  writeFile,
} from '../workspace/write-file.ts';
import type { Io } from './io.ts';
import { type FileFormat, printSynthese, printTables, REPORT_FORMATS, type ReportFormat } from './print-synthese.ts';
import { tell } from './wrap.ts';

/** Where a summary goes, as it was typed. */
export interface TypedOutput {
  /** Where it is left out, what the name of the output ends with, else `md`. */
  readonly format?: ReportFormat;
  readonly output?: string;
}

/** The form of a summary and where it goes: to standard output where there is no path. */
export type ReportOutput =
  | { readonly format: FileFormat; readonly path: string | undefined; readonly typed: string }
  | { readonly format: 'csv'; readonly path: string; readonly typed: string };

/** Reads where a summary is to go. Throws a UsageError for what must not be replaced, or cannot hold its form. */
export async function readOutput(
  { format, output }: TypedOutput,
  { root, io }: { root: string; io: Io },
): Promise<ReportOutput> {
  const typed = output === undefined || output === '-' ? undefined : output;
  const path = typed === undefined ? undefined : resolve(io.cwd, typed);
  refuseOtherName(typed, format);
  const chosen = format ?? formatOfName(typed) ?? 'md';
  if (chosen === 'csv') return readFolder(path, { root, typed });
  if (path === undefined) refuseBinaryOnTerminal(chosen, io);
  else {
    protectWorkspaceFiles(path, root);
    requireFolder(path, root);
    if (isThere(path)) protectForeignFile(path, (await import('../verify/is-summary.ts')).isSummary);
  }
  return { format: chosen, path, typed: typed ?? '' };
}

async function readFolder(
  path: string | undefined,
  { root, typed }: { root: string; typed: string | undefined },
): Promise<ReportOutput> {
  const ending = typed === undefined || isFolderName(typed) ? '' : extname(typed);
  if (path === undefined || typed === undefined || ending !== '') {
    const name = typed === undefined ? 'tables' : basename(typed, ending);
    throw new UsageError(
      `La forme « csv » est un dossier, avec un fichier par table : dites où l’écrire, par exemple avec « --output ${name}/ ».`,
    );
  }
  const { protectForeignFolder } = await import('../workspace/write-folder.ts');
  const { PROVENANCE_FILE, TABLE_FILES } = await import('../render/summary-tables.ts');
  const { parseProvenance } = await import('../synthese/provenance.ts');
  const isOurs = (bytes: Uint8Array) => parseProvenance(new TextDecoder().decode(bytes)) !== undefined;
  protectForeignFolder(path, { root, names: TABLE_FILES, proof: PROVENANCE_FILE, isOurs });
  return { format: 'csv', path, typed };
}

/** A name that ends as folders do, and not as a form does, is a folder of tables. */
function formatOfName(typed: string | undefined): ReportFormat | undefined {
  if (typed === undefined) return undefined;
  const ending = extname(typed).toLowerCase();
  const found = REPORT_FORMATS.find((format) => ending === `.${format}`);
  return found ?? (isFolderName(typed) ? 'csv' : undefined);
}

/** Endings of documents that no form of a summary is: their program would not open it. */
const OTHERS = ['.xlsx', '.xls', '.ods', '.odt', '.doc', '.rtf', '.pptx', '.odp', '.txt', '.htm'];

/** A file whose name says another form than its own opens nowhere. */
function refuseOtherName(typed: string | undefined, format: ReportFormat | undefined): void {
  if (typed === undefined) return;
  const ending = extname(typed).toLowerCase();
  if (OTHERS.includes(ending)) {
    const advice = ['.xlsx', '.xls', '.ods'].includes(ending)
      ? 'pour un tableur, écrivez les tables dans un dossier, par exemple avec « --output tables/ »'
      : `les noms finissent par ${formatList(
          REPORT_FORMATS.filter((one) => one !== 'csv').map((one) => `.${one}`),
          'ou',
        )}`;
    throw new UsageError(`Une synthèse n’a pas la forme ${quote(ending)} ; ${advice}.`);
  }
  const said = REPORT_FORMATS.find((one) => ending === `.${one}`);
  if (format === undefined || said === undefined || said === format || format === 'csv') return;
  throw new UsageError(
    `« --format ${format} » et le nom ${quote(basename(typed))} disent deux formes : retirez --format, ou donnez un nom qui finit par .${format}.`,
  );
}

function isFolderName(typed: string): boolean {
  return /[/\\]$/.test(typed);
}

/** A terminal would show noise, or obey it. */
function refuseBinaryOnTerminal(format: FileFormat, { stdout }: Io): void {
  if ((format !== 'pdf' && format !== 'docx') || !stdout.isTTY) return;
  throw new UsageError(
    `La forme « ${format} » ne se lit pas dans un terminal : dites où l’écrire, par exemple avec « --output synthese.${format} ».`,
  );
}

/** Prints a summary where it is to go, and says where that was. */
export async function writeSynthese(
  synthese: Synthese,
  output: ReportOutput,
  { root, io }: { root: string; io: Io },
): Promise<void> {
  if (output.format === 'csv') {
    const tables = await printTables(synthese, root);
    (await import('../workspace/write-folder.ts')).writeFolder(output.path, tables);
    tell(io.stderr, `${tables.size} fichiers écrits dans le dossier ${quote(output.typed)}.`);
    return;
  }
  const { format, path } = output;
  const printed = await printSynthese(synthese, { format, root, output: path });
  const what = kindOfDocument(synthese.criteria) === 'synthese' ? 'Synthèse écrite' : 'Document écrit';
  deliver(printed, output, { what, io });
}

/** Writes what was printed where it is to go, and says where that was. */
export function deliver(
  printed: string | Uint8Array,
  { path, typed }: ReportOutput,
  { what, io }: { what: string; io: Io },
): void {
  if (path === undefined) {
    io.stdout.write(printed);
    return;
  }
  writeFile(path, printed, { overwrite: true });
  tell(io.stderr, `${what} dans ${quote(typed)}.`);
}
