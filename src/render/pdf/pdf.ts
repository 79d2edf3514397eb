import type { Heading, Nodes, Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { RenderedDocument } from '../document.ts';
import { sayMark, sayProvenance } from '../page-sentences.ts';
import type { Draw } from '../pictures/picture.ts';
import type { Conversion } from './conversion.ts';
import { convertBlocks } from './convert-blocks.ts';
import { convertInlines, convertPlaces } from './convert-inlines.ts';
import { findLandmarks, hasPlaces, hasProofs } from './landmarks.ts';
import type { PdfBlock, PdfContent, PdfInline } from './nodes.ts';
import { Printable } from './printable.ts';
import { listPrintedFigures } from './printed-figures.ts';
import { PROGRAM } from './program.ts';

/** What a compiler of typst is given: a program that is the same for all documents, and the document as values. */
export interface PdfSource {
  readonly program: string;
  readonly inputs: Readonly<Record<'document' | 'figures', string>>;
}

/** Lays a document out for typst; `covers` says which signs the font of the program can draw, `draw` draws its pictures. */
export function layOutPdf(
  document: RenderedDocument,
  { covers, draw }: { covers: (codePoint: number) => boolean; draw: Draw },
): PdfSource {
  const printable = new Printable(covers);
  const conversion: Conversion = {
    figures: document.figures,
    landmarks: findLandmarks(document.tree),
    printable,
    draw,
    inTable: false,
    isRepeated: false,
    placed: new Set(),
  };
  const content = layOutContent(document, conversion);
  // A place that found no room in the document: links to it are their text.
  const withoutLostLinks = (_: string, value: PdfInline | undefined) =>
    typeof value === 'object' && value?.kind === 'inner' && !conversion.placed.has(value.to)
      ? { kind: 'plain', children: value.children }
      : value;
  return {
    program: PROGRAM,
    inputs: {
      document: JSON.stringify(content, withoutLostLinks),
      figures: listPrintedFigures(document, printable),
    },
  };
}

/** A document that is read aloud has a name. */
const UNTITLED = 'Synthèse';

function layOutContent(document: RenderedDocument, conversion: Conversion): PdfContent {
  const { printable } = conversion;
  const { title, intro, body, annex } = cutParts(document.tree);
  const name = printable.print(document.title).trim() || UNTITLED;
  const parts = {
    name,
    title: (printable.print(title ? wordsOf(title) : '').trim() || name).split(/, (.*)/, 2),
    mark: sayMark(document) ?? null,
    hasContents: document.hasContents,
    intro: [...(title ? placesOf(title, conversion) : []), ...convertBlocks(intro, conversion)],
    body: convertParts(body, conversion),
    annex: convertParts(annex, conversion),
  };
  const lost = printable.sayLost();
  return { ...parts, closing: [sayProvenance(document), ...(lost ? [lost] : [])].map((said) => printable.print(said)) };
}

/**
 * Cuts a tree: its title, what stands under it, its sections, and its annex: from the first section that figures lead to, else
 * from the first that any link does.
 */
function cutParts({
  children,
}: Root): { title: Heading | undefined } & Record<'intro' | 'body' | 'annex', RootContent[]> {
  const title = children.find((node): node is Heading => node.type === 'heading' && node.depth === 1);
  const nodes = children.filter((node) => node !== title);
  const isSection = (node: Nodes) => node.type === 'heading' && node.depth <= 2;
  const first = nodes.findIndex(isSection);
  const start = first < 0 ? nodes.length : first;
  const findFrom = (holds: (node: Nodes) => boolean) => nodes.findIndex((node, index) => index >= start && holds(node));
  const proof = findFrom(hasProofs);
  const place = proof < 0 ? findFrom(hasPlaces) : proof;
  const end = place < 0 ? nodes.length : nodes.findLastIndex((node, index) => index <= place && isSection(node));
  return { title, intro: nodes.slice(0, start), body: nodes.slice(start, end), annex: nodes.slice(end) };
}

/** The blocks between headings, and the headings: none that is empty or leaps over a level, since both are read aloud. */
function convertParts(nodes: readonly RootContent[], conversion: Conversion): PdfBlock[] {
  const blocks: PdfBlock[] = [];
  let level = 0;
  let between: RootContent[] = [];
  for (const node of nodes) {
    if (node.type !== 'heading') {
      between.push(node);
      continue;
    }
    blocks.push(...convertBlocks(between, conversion));
    between = [];
    if (conversion.printable.print(wordsOf(node)).trim() !== '') {
      level = Math.max(1, Math.min(node.depth - 1, level + 1));
      blocks.push({
        kind: 'heading',
        level,
        children: convertInlines(node.children, { ...conversion, isRepeated: true }),
      });
    }
    blocks.push(...placesOf(node, conversion));
  }
  return [...blocks, ...convertBlocks(between, conversion)];
}

function wordsOf(heading: Heading): string {
  return plainText(heading, { includeHtml: false, includeImageAlt: false });
}

function placesOf(heading: Heading, conversion: Conversion): PdfBlock[] {
  const children = convertPlaces(heading, conversion);
  return children.length > 0 ? [{ kind: 'plain', children }] : [];
}
