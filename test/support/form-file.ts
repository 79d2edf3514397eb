import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A part of a Word file, as text. */
export function partOf(bytes: Uint8Array, name = 'word/document.xml'): string {
  const part = unzipSync(bytes)[name];
  return part ? strFromU8(part) : '';
}

/** The same file with a part changed, or added. */
export function withPart(bytes: Uint8Array, name: string, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const part = parts[name];
  return zipSync({ ...parts, [name]: strToU8(change(part ? strFromU8(part) : '')) });
}

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Runs of Word for a text; a line end is a line break. */
export function runs(text: string): string {
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escapeText(line)}</w:t>`);
  return `<w:r>${lines.join('<w:br/>')}</w:r>`;
}

/** A paragraph of Word: runs, and properties where some are given. */
export function paragraph(content: string, properties = ''): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
}

/** A form filled in as Word does: the words take the place of what stood in the control, which no longer shows that. */
export function fillForm(bytes: Uint8Array, answers: Readonly<Record<string, string>>): Uint8Array {
  return withPart(bytes, 'word/document.xml', (document) => {
    let filled = document;
    for (const [tag, content] of Object.entries(answers))
      filled = tag.startsWith('texte/') ? fillSection(filled, tag, content) : fillAnswer(filled, tag, content);
    return filled;
  });
}

function fillAnswer(document: string, tag: string, content: string): string {
  const control = new RegExp(
    `(<w:tag w:val="cops:${tag.replace(/[.]/g, '\\.')}"/>.*?)<w:showingPlcHdr/>(.*?<w:sdtContent>).*?(</w:sdtContent>)`,
    's',
  );
  if (!control.test(document)) throw new Error(`no control ${tag}`);
  const words = content.startsWith('<w:') ? content : runs(content);
  return document.replace(
    control,
    (_, before: string, middle: string, after: string) => before + middle + words + after,
  );
}

/** Word takes the control that showed where to write away; what is written stands below the line of the form. */
function fillSection(document: string, tag: string, content: string): string {
  const start = document.indexOf(`<w:tag w:val="cops:${tag}"/>`);
  const first = document.indexOf('</w:p>', start) + '</w:p>'.length;
  const inner = document.indexOf('</w:sdtContent>', first);
  const end = document.indexOf('</w:sdtContent>', inner + 1);
  if (start < 0 || inner < 0 || end < 0) throw new Error(`no section ${tag}`);
  return document.slice(0, first) + content + document.slice(end);
}
