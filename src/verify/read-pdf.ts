import { isMap, parseJson } from '../record/json-value.ts';
import { parseProvenance } from '../synthese/provenance.ts';
import { namesOfFigures } from './figure-anchors.ts';
import { gatherTexts, type Role, type Walk } from './gather-texts.ts';
import type { PdfBox, PdfContent, PdfNode, PdfPage } from './pdf-content.ts';
import type { PrintedBlock, PrintedDocument, PrintedTexts } from './printed-document.ts';

/** Reads a summary in PDF, by its structure; undefined where it does not say where it comes from. */
export function readPdf({ attachment, pages }: PdfContent): PrintedDocument | undefined {
  const attached = parseJson(attachment ?? '');
  const provenance = parseProvenance(JSON.stringify((isMap(attached) && attached.provenance) || null));
  if (!provenance) return undefined;
  const idOf = namesOfFigures(provenance);
  const texts = pages.map((page) => gatherTexts<Node>(page.structure ?? {}, walkOf(page, idOf)));
  const { figures, blocks } = texts.reduce(joinPages, { figures: [], blocks: [] });
  const loose = pages
    .flatMap(({ words }) => words.filter(({ part }) => part === undefined))
    .map(({ text }) => text.trim())
    .filter((text) => text !== '' && !PAGE_MARK.test(text));
  return { provenance, figures, blocks: [...blocks, ...loose.map((text) => ({ text, key: text }))].map(foldKey) };
}

/** A node of a structure, or words that were set upon what it prints. */
type Node = PdfNode & { readonly cover?: string };

/** The number of a page, and the dots that lead to one in the contents: they are as the pages fall. */
const PAGE_MARK = /^(?:page \d+ sur \d+|[. ]+)$/;

const ROLES: Readonly<Record<string, Role>> = {
  ...Object.fromEntries(
    [
      'Document',
      'P',
      'Title',
      'H',
      'H1',
      'H2',
      'H3',
      'H4',
      'H5',
      'H6',
      'LBody',
      'Caption',
      'BlockQuote',
      'TH',
      'TD',
    ].map((role) => [role, 'block']),
  ),
  TR: 'row',
  Note: 'apart',
  Lbl: 'skipped',
  TOC: 'skipped',
};

function walkOf(page: PdfPage, idOf: (anchor: string) => string | undefined): Walk<Node> {
  const texts = new Map<string, string>();
  for (const { part, text } of page.words) if (part !== undefined) texts.set(part, (texts.get(part) ?? '') + text);
  const linksOf = ({ role, children = [] }: Node) =>
    role === 'Link' ? children.flatMap(({ id = '' }) => page.links.get(id) ?? []) : [];
  const figureOf = (node: Node) => {
    const [link] = linksOf(node);
    return link && idOf(link.to);
  };
  // What was set upon a figure is what one reads there.
  const coversOf = (node: Node): Node[] => {
    if (figureOf(node) === undefined) return [];
    const own = new Set(listParts(node));
    const boxes = linksOf(node).map(({ box }) => box);
    return page.words
      .filter(({ text, part, box }) => text.trim() !== '' && !own.has(part) && boxes.some((one) => isUpon(box, one)))
      .map(({ text }) => ({ cover: ` ${text}` }));
  };
  return {
    roleOf: ({ role = '' }) => ROLES[role] ?? 'inline',
    childrenOf: (node) => [...(node.children ?? []), ...coversOf(node)],
    levelOf: ({ role = '' }) => (/^H[2-6]$/.test(role) ? Number(role[1]) : undefined),
    wordsOf: ({ id, cover }) => cover ?? (id === undefined ? undefined : (texts.get(id) ?? '')),
    figureOf,
    isReference: (node) => linksOf(node).length > 0,
  };
}

function listParts({ id, children = [] }: PdfNode): (string | undefined)[] {
  return [id, ...children.flatMap(listParts)].filter((part) => part !== undefined);
}

/** Whether words stand on a place: they cover a part of its width, and half of their height is on it. */
function isUpon([left, bottom, right, top]: PdfBox, [left2, bottom2, right2, top2]: PdfBox): boolean {
  const width = Math.min(right, right2) - Math.max(left, left2);
  const height = Math.min(top, top2) - Math.max(bottom, bottom2);
  return width > 1 && height > Math.min(top - bottom, top2 - bottom2) / 2;
}

/** A figure that is cut by the end of a page is one. */
function joinPages(before: PrintedTexts, page: PrintedTexts): PrintedTexts {
  const [last, first] = [before.figures.at(-1), page.figures[0]];
  const [lastBlock, firstBlock] = [before.blocks.at(-1), page.blocks[0]];
  const isCut =
    last !== undefined &&
    first?.id === last.id &&
    lastBlock?.text.endsWith(last.text) === true &&
    firstBlock?.text.startsWith(first.text) === true;
  if (!isCut) return { figures: [...before.figures, ...page.figures], blocks: [...before.blocks, ...page.blocks] };
  return {
    figures: [
      ...before.figures.slice(0, -1),
      { id: last.id, text: `${last.text} ${first.text}` },
      ...page.figures.slice(1),
    ],
    blocks: [...before.blocks, ...page.blocks],
  };
}

/** Lines end where they may, between words and within them: what parts letters is left out of what is compared. */
function foldKey({ key, ...block }: PrintedBlock): PrintedBlock {
  const folded = key
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/\s+(?!\d)|(?<!\d)\s+/g, '')
    .replace(/(?<=\p{L})[-\u2010](?=\p{L})/gu, '');
  return { ...block, key: folded };
}
