import { extname } from 'node:path';
import { quote } from '../french.ts';
import { withoutSteering } from '../record/shown-text.ts';
import { UsageError } from '../usage-error.ts';
import { TOO_NESTED } from '../verify/gather-texts.ts';
import type { PrintedDocument } from '../verify/printed-document.ts';
import { type ReadableForm, recogniseForm } from '../verify/recognise-form.ts';

type Reader = (bytes: Uint8Array) => Promise<PrintedDocument | undefined>;

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** How each form is read; what it needs is loaded for it alone. */
const READERS: Readonly<Record<ReadableForm, Reader>> = {
  md: async (bytes) => (await import('../verify/read-md.ts')).readMarkdown(decode(bytes)),
  html: async (bytes) => (await import('../verify/read-html.ts')).readHtml(decode(bytes)),
  docx: async (bytes) => (await import('../verify/read-docx.ts')).readDocx(bytes),
  pdf: async (bytes) => {
    const content = await (await import('../workspace/open-pdf.ts')).openPdf(bytes);
    return content && (await import('../verify/read-pdf.ts')).readPdf(content);
  },
  json: async (bytes) => (await import('../verify/read-json.ts')).readJson(decode(bytes)),
};

/**
 * Reads a summary as it is printed; undefined where it does not say where it comes from. Throws a UsageError for one that is
 * too nested to be read.
 */
export async function readPrinted(bytes: Uint8Array, form: ReadableForm): Promise<PrintedDocument | undefined> {
  try {
    return await READERS[form](bytes);
  } catch (error) {
    // What reads a format calls itself for each level.
    if (error instanceof RangeError) throw new UsageError(TOO_NESTED);
    throw error;
  }
}

/** The form of a document: by what it holds, or by the end of its name. Throws a UsageError where neither says it. */
export function findForm(bytes: Uint8Array, typed: string): ReadableForm {
  const ending = extname(typed).slice(1).toLowerCase();
  const form = recogniseForm(bytes) ?? Object.keys(READERS).find((name) => name === ending);
  if (form) return form as ReadableForm;
  throw new UsageError(
    `« cops verify » lit une synthèse en .md, .html, .docx, .pdf ou .json ; ${quote(typed)} n’en est pas une, ni par son nom ni par ce qu’il contient.`,
  );
}

/** What the PDF of `cops report` says that it was written with: one that lost its provenance is damaged. */
const TYPESETTER = 'Typst';

/** The sentence for a document that does not say where it comes from. */
export async function sayForeign(bytes: Uint8Array, form: ReadableForm, typed: string): Promise<string> {
  const writer = form === 'pdf' ? (await (await import('../workspace/open-pdf.ts')).openPdf(bytes))?.writer : undefined;
  if (writer === undefined || writer.startsWith(TYPESETTER))
    return `${quote(typed)} ne dit pas d’où il vient : ce n’est pas une synthèse écrite par cops, ou sa provenance est abîmée ou effacée. Rien ne peut en être vérifié.`;
  return `${quote(typed)} ne dit pas d’où il vient. Il a été écrit par ${quote(withoutSteering(writer))} : une page imprimée par un navigateur, ou un document enregistré en PDF par un autre programme, perd sa provenance. Vérifiez plutôt le fichier dont il vient, ou écrivez le PDF avec « cops report --output synthese.pdf ».`;
}
