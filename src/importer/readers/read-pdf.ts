import type { Root } from 'mdast';
import { UsageError } from '../../usage-error.ts';
import type { SourceDocument } from '../source-document.ts';
import { sayLostWords } from './lost-words.ts';
import { leaveOutPageMarks } from './pdf/find-page-marks.ts';
import { findRules, type Operators } from './pdf/find-rules.ts';
import { gatherFragments, type TextItem } from './pdf/gather-fragments.ts';
import { measureLeading } from './pdf/gather-paragraphs.ts';
import { layOut } from './pdf/lay-out.ts';
import { linesOf, measureBody, measureEdge, rankSizes } from './pdf/measure.ts';
import type { PdfPage } from './pdf/pdf-page.ts';
import { refuseBombs } from './pdf/refuse-bombs.ts';
import { sayAnnotations, sayImages, sayNoWords, sayTables, sayUnread } from './pdf/say-pdf.ts';
import { toBlocks } from './pdf/to-blocks.ts';
import { HyphenJoiner } from './pdf/undo-hyphens.ts';
import { tidyTree } from './tidy-tree.ts';

/** A report has a few pages, a collection of them some hundreds. */
const MOST_PAGES = 500;

/** Reads a PDF: paragraphs, headings and tables are told from the place, the size and the lines of what is printed. */
export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
  refuseBombs(bytes);
  const { pages: printed, notes } = await readPages(bytes);
  if (printed.every(({ fragments }) => fragments.length === 0)) throw new UsageError(sayNoWords(printed));
  const { pages, warnings } = leaveOutPageMarks(printed);
  const parts = pages.flatMap(layOut);
  const lines = linesOf(parts);
  const text = lines.map((line) => line.text).join('\n');
  const body = measureBody(lines);
  const hyphens = new HyphenJoiner(text);
  const regions = parts.flatMap((part) => (part.kind === 'text' ? [part.lines] : []));
  const making = {
    hyphens,
    leading: measureLeading(regions),
    edge: measureEdge(lines),
    depthOf: rankSizes(lines, body),
  };
  const { tree, warnings: tidied } = tidyTree({ type: 'root', children: toBlocks(parts, making) } satisfies Root);
  warnings.push(...hyphens.say(), ...sayTables(parts), ...sayImages(printed), ...notes, ...tidied);
  return { tree, warnings: [...warnings, ...sayLostWords(text, tree, warnings)] };
}

async function readPages(bytes: Uint8Array): Promise<{ pages: PdfPage[]; notes: string[] }> {
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  const { OPS } = await getResolvedPDFJS();
  const options = {
    verbosity: 0,
    maxImageSize: 1,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    enableXfa: false,
  };
  // A copy: pdf.js takes the bytes away.
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), options).catch((cause: unknown) => {
    throw new UsageError(sayUnread(cause), { cause });
  });
  try {
    if (pdf.numPages > MOST_PAGES)
      throw new UsageError(`Ce PDF a ${pdf.numPages} pages, pour ${MOST_PAGES} au plus : importez-le par parties.`);
    const [pages, notes]: [PdfPage[], string[]] = [[], []];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const drawn = await page.getOperatorList();
      const { items } = await page.getTextContent();
      const texts = (items as (TextItem | object)[]).filter((item): item is TextItem => 'str' in item);
      const names = new Set(texts.map(({ fontName }) => fontName));
      const fonts = new Map([...names].map((name) => [name, fontName(page.commonObjs, name)]));
      const height = (page.view[3] ?? 0) - (page.view[1] ?? 0);
      pages.push({ height, fragments: gatherFragments(texts, fonts), ...findRules(drawn, OPS as Operators) });
      notes.push(...sayAnnotations(await page.getAnnotations(), number));
      page.cleanup();
    }
    return { pages, notes };
  } finally {
    await pdf.destroy();
  }
}

function fontName(fonts: { has(name: string): boolean; get(name: string): unknown }, name: string): string {
  const font = fonts.has(name) ? (fonts.get(name) as { name?: string } | null) : undefined;
  return font?.name ?? '';
}
