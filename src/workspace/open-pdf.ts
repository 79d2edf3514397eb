import { FIGURES_FILE } from '../render/pdf/printed-figures.ts';
import { UsageError } from '../usage-error.ts';
import type { PdfBox, PdfContent, PdfLink, PdfPage, PdfWords } from '../verify/pdf-content.ts';

type Pdf = Awaited<ReturnType<typeof import('unpdf').getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;

/** What pdf.js says of an annotation, as far as it is read here. */
interface Annotation {
  readonly id: string;
  readonly subtype: string;
  readonly rect: unknown;
  readonly dest?: unknown;
  readonly contentsObj?: { readonly str?: string };
}

/** Errors are thrown, and said in French. */
const OPTIONS = { verbosity: 0, useSystemFonts: false };

/** Opens a PDF as it is printed, page by page; undefined where the bytes are none. Throws a UsageError for one under a password. */
export async function openPdf(bytes: Uint8Array): Promise<PdfContent | undefined> {
  const { getDocumentProxy } = await import('unpdf');
  let document: Pdf | undefined;
  try {
    // The reader keeps the bytes it is given for itself.
    document = await getDocumentProxy(Uint8Array.from(bytes), OPTIONS);
    const attachments = (await document.getAttachments()) as Record<string, { content: Uint8Array }> | null;
    const info = (await document.getMetadata()).info as Readonly<Record<string, unknown>>;
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number++)
      pages.push(await readPage(await document.getPage(number)));
    const content = attachments?.[FIGURES_FILE]?.content;
    const writer = [info.Producer, info.Creator].find((name) => typeof name === 'string' && name !== '');
    return {
      attachment: content && new TextDecoder().decode(content),
      writer: writer as string | undefined,
      pages,
    };
  } catch (error) {
    return refuse(error);
  } finally {
    await document?.destroy();
  }
}

/** The reader names what it refuses: what is no PDF, what is damaged. */
function refuse(error: unknown): undefined {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException')
    throw new UsageError(
      'Ce PDF est protégé par un mot de passe : enregistrez-le sans mot de passe, puis recommencez.',
    );
  if (/^\w+Exception$/.test(name)) return undefined;
  throw error;
}

async function readPage(page: Page): Promise<PdfPage> {
  const [structure, { items }, annotations] = await Promise.all([
    page.getStructTree(),
    page.getTextContent({ includeMarkedContent: true }),
    page.getAnnotations(),
  ]);
  const links = annotations.flatMap((one: Annotation): [string, PdfLink][] =>
    one.subtype === 'Link' && typeof one.dest === 'string' ? [[one.id, { to: one.dest, box: one.rect as PdfBox }]] : [],
  );
  const notes = annotations.flatMap((one: Annotation): PdfWords[] => {
    const text = one.subtype === 'Link' || one.subtype === 'Popup' ? '' : (one.contentsObj?.str ?? '');
    return text.trim() === '' ? [] : [{ text, box: one.rect as PdfBox, part: undefined }];
  });
  const words = [...gatherWords(items as readonly Item[]), ...notes];
  return { structure: structure ?? undefined, words, links: new Map(links) };
}

/** Words, or the beginning or end of a part that a structure may know. */
type Item = Partial<Readonly<{ type: string; id: string | null; str: string; hasEOL: boolean }>> &
  Partial<Readonly<{ transform: readonly number[]; width: number; height: number }>>;

function gatherWords(items: readonly Item[]): PdfWords[] {
  const open: (string | undefined)[] = [];
  return items.flatMap(({ type, id, str = '', hasEOL, transform = [], width = 0, height = 0 }): PdfWords[] => {
    if (type?.startsWith('begin')) open.push(id ?? undefined);
    else if (type === 'endMarkedContent') open.pop();
    else {
      const part = open.findLast((one) => one !== undefined);
      const [, , , , left = 0, bottom = 0] = transform;
      return [{ text: hasEOL ? `${str} ` : str, box: [left, bottom, left + width, bottom + height], part }];
    }
    return [];
  });
}
