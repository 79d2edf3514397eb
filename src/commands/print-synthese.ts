import { dirname, relative, resolve, sep } from 'node:path';
import { formatBlocks, keepBlocks } from '../render/blocks.ts';
import type { RenderedDocument } from '../render/document.ts';
import { formatJson } from '../render/json.ts';
import { formatMarkdown } from '../render/markdown.ts';
import { standApart } from '../render/pictures/placed-pictures.ts';
import { stateProvenance } from '../render/provenance.ts';
import type { LinkToLine } from '../render/references.ts';
import type { Template } from '../render/template.ts';
import { renderDocument } from '../render/tree.ts';
import { type DocumentKind, kindOfDocument } from '../synthese/document-kind.ts';
import { printFrame } from '../synthese/frame.ts';
import type { Provenance } from '../synthese/provenance.ts';
import type { ComputedBlocks } from '../synthese/renew-blocks.ts';
import type { Synthese } from '../synthese/synthese.ts';
import { computeBlobId, readBlobId } from '../workspace/blob-id.ts';
import { loadDraw, loadPaint } from '../workspace/load-pictures.ts';
import { readTemplate } from '../workspace/package-files.ts';

/** The forms that a summary can take. */
export const REPORT_FORMATS = ['md', 'html', 'docx', 'pdf', 'csv', 'json'] as const;
/** One of them. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];
/** Those that are one file; `csv` is a folder of them. */
export type FileFormat = Exclude<ReportFormat, 'csv'>;

/** How each format is printed from the one document; what it needs is loaded for it alone. */
const PRINTERS: Readonly<
  Record<Exclude<FileFormat, 'json'>, (document: RenderedDocument) => Promise<string | Uint8Array>>
> = {
  md: async (document) => formatMarkdown(document),
  html: async (document) => (await import('../render/html/html.ts')).formatHtml(document, await loadDraw(document)),
  docx: async (document) => (await import('../render/docx/docx.ts')).formatDocx(document, await loadPaint(document)),
  pdf: async (document) => (await import('../workspace/typeset-pdf.ts')).typesetPdf(document),
};

/** How a summary is printed. */
export interface Printing {
  readonly format: FileFormat;
  readonly root: string;
  readonly output: string | undefined;
  /** Prints these blocks alone. */
  readonly blocs?: readonly string[] | undefined;
}

/** A summary in a format, as the bytes or the text of its file. Throws a UsageError for a faulty template. */
export async function printSynthese(
  synthese: Synthese,
  { format, root, output, blocs }: Printing,
): Promise<string | Uint8Array> {
  const template = readDocumentTemplate(root, kindOfDocument(synthese.criteria));
  const provenance = provenanceOf(synthese, { root, template });
  if (format === 'json') return formatJson(synthese, provenance);
  const linkToLine = linksFor(format, { root, output });
  const pictured = format === 'md' ? 'none' : 'drawn';
  const document = renderDocument(synthese, template, { linkToLine, provenance, pictured });
  return printDocument(blocs ? withBlocks(document, blocs) : document, format);
}

function withBlocks(document: RenderedDocument, names: readonly string[]): RenderedDocument {
  const tree = keepBlocks(document.tree, names);
  return { ...document, tree, pictures: standApart(tree) };
}

/** A document in a format, as the bytes or the text of its file. */
export function printDocument(
  document: RenderedDocument,
  format: Exclude<FileFormat, 'json'>,
): Promise<string | Uint8Array> {
  return PRINTERS[format](document);
}

/** How a document in a format points at records, from where it is written. */
export function linksFor(
  format: ReportFormat,
  { root, output }: { root: string; output: string | undefined },
): LinkToLine {
  return format === 'pdf' ? linkToRecord : linkFrom(root, output);
}

/** What is computed of a summary that is kept as a record, at a path of the workspace. */
export function computeBlocks(
  synthese: Synthese,
  { root, file }: { root: string; file: string },
): ComputedBlocks & Pick<RenderedDocument, 'title'> {
  const template = readDocumentTemplate(root, kindOfDocument(synthese.criteria));
  const provenance = { ...provenanceOf(synthese, { root, template }), cadre: printFrame(synthese) };
  const linkToLine = linkFrom(root, resolve(root, file));
  const { tree, title } = renderDocument(synthese, template, { linkToLine, provenance, pictured: 'placed' });
  return { blocks: formatBlocks(tree), provenance, title, hashOf: hashBlock };
}

/** Letters of the name of a block's text: enough to tell one text from another. */
const HASH_LENGTH = 12;

/** A short name of the text of a block. */
export function hashBlock(text: string): string {
  return computeBlobId(Buffer.from(text)).slice(0, HASH_LENGTH);
}

/** A summary as the tables of a folder, by the names of their files. */
export async function printTables(synthese: Synthese, root: string): Promise<ReadonlyMap<string, string>> {
  const { formatTables } = await import('../render/summary-tables.ts');
  return formatTables(
    synthese,
    provenanceOf(synthese, { root, template: readDocumentTemplate(root, kindOfDocument(synthese.criteria)) }),
  );
}

function readDocumentTemplate(root: string, kind: DocumentKind): Template {
  const name = `rapports/${kind}.md`;
  const template = readTemplate(root, name);
  if (!template) throw new Error(`report: the template ${name} is missing from the package`);
  return { name: `templates/${name}`, text: template.text };
}

function provenanceOf(synthese: Synthese, { root, template }: { root: string; template: Template }): Provenance {
  return stateProvenance(synthese, {
    template: computeBlobId(Buffer.from(template.text)),
    blobIdOf: (file) => readBlobId(root, file),
  });
}

/** Links relative to the document, or to the workspace for one that goes to standard output; none for one that lies elsewhere. */
function linkFrom(root: string, output: string | undefined): LinkToLine {
  const folder = output === undefined ? root : dirname(output);
  if (relative(root, folder).startsWith('..')) return () => undefined;
  return (file, line) => {
    const path = relative(folder, resolve(root, file)).split(sep).map(encodeURIComponent).join('/');
    return `${path}?plain=1#L${line}`;
  };
}

/** For a document that opens no other file: the addresses of records, to be read by those who hold the workspace. */
const linkToRecord: LinkToLine = (file, line) =>
  line === 1 ? file.split('/').map(encodeURIComponent).join('/') : undefined;
