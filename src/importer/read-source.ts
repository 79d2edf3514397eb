import { UsageError } from '../usage-error.ts';
import { detectFormat, type Format } from './detect-format.ts';
import { checkSize } from './readers/check-size.ts';
import type { Reader, SourceDocument } from './source-document.ts';

/** How each format is read; what it needs is loaded for it alone. */
const READERS: Readonly<Record<Format, () => Promise<Reader>>> = {
  docx: async () => (await import('./readers/read-docx.ts')).readDocx,
  odt: async () => (await import('./readers/read-odt.ts')).readOdt,
  pdf: async () => (await import('./readers/read-pdf.ts')).readPdf,
  html: async () => (await import('./readers/read-html.ts')).readHtml,
  md: async () => (await import('./readers/read-md.ts')).readMd,
  txt: async () => (await import('./readers/read-txt.ts')).readTxt,
};

/** More than any report with its pictures. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Reads a document of any format, or pasted text (`name` is then `-`). What cannot be read is a `UsageError` whose sentence does
 * not name the file: « Ce document est protégé par un mot de passe… ».
 */
export async function readSource(bytes: Uint8Array, name: string): Promise<SourceDocument> {
  if (bytes.length > MOST_BYTES)
    throw new UsageError(`Ce fichier est trop gros pour être importé (plus de ${MOST_BYTES / 1024 / 1024} Mo).`);
  const { format, warnings } = detectFormat(bytes, name);
  const read = await attempt(async () => (await READERS[format]())(bytes));
  if (read.tree.children.length === 0)
    throw new UsageError('Aucun mot n’a été trouvé dans ce document : il n’y a rien à importer.');
  checkSize(read.tree);
  return { ...read, warnings: [...warnings, ...read.warnings] };
}

/** A document that makes its reader stumble is damaged: the person is told so, and not shown where the code was. */
async function attempt(read: () => Promise<SourceDocument>): Promise<SourceDocument> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const reason =
      cause instanceof RangeError
        ? 'ses parties sont imbriquées plus profond que ne le fait aucun texte'
        : 'il est sans doute abîmé';
    throw new UsageError(
      `Ce document n’a pas pu être lu : ${reason}. Ouvrez-le, enregistrez-le de nouveau, puis recommencez.`,
      { cause },
    );
  }
}
