import { Document, Footer, Header, LeaderType, Packer, PageNumber, Paragraph, TableOfContents, TextRun } from 'docx';
import { EXEMPLE_FICTIF } from '../../collection.ts';
import type { RenderedDocument } from '../document.ts';
import { type Block, BlockPrinter, type Entry } from './blocks.ts';
import { type BookmarkNames, FIGURES_PROPERTY, nameBookmarks, PROVENANCE_PROPERTY } from './names.ts';
import type { Paint } from './pictures.ts';
import { settleDocx } from './settle.ts';
import { NUMBERING, STYLES, TEXT_WIDTH } from './styles.ts';

/** A4, in twentieths of a point. */
const A4 = { width: 11_906, height: 16_838 };
const MARGIN = (A4.width - TEXT_WIDTH) / 2;
/** The page of all our Word files. */
export const PAGE = { size: A4, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } };

/**
 * Prints a document as a Word file: real styles and outline levels, a table of contents, header rows that come again, a
 * bookmark for each printed figure and for its proofs. Its provenance is a custom property.
 */
export async function formatDocx(document: RenderedDocument, paint: Paint): Promise<Uint8Array> {
  const names = nameBookmarks(document);
  const printer = new BlockPrinter(names, paint);
  const first = document.tree.children.findIndex(
    ({ type, ...node }) => type === 'heading' && 'depth' in node && node.depth > 1,
  );
  const opening = printer.print(document.tree.children.slice(0, Math.max(0, first)));
  const rest = printer.print(document.tree.children.slice(Math.max(0, first)));
  const word = new Document({
    title: document.title,
    creator: `cops ${document.provenance.cops}`,
    lastModifiedBy: `cops ${document.provenance.cops}`,
    styles: STYLES,
    numbering: NUMBERING,
    customProperties: propertiesOf(document, names),
    sections: [
      {
        properties: { page: PAGE },
        headers: { default: new Header({ children: [markOf(document)] }) },
        footers: { default: new Footer({ children: [pageNumbers()] }) },
        children: [...opening, ...(document.hasContents ? contentsOf(printer.entries) : []), ...rest],
      },
    ],
  });
  return packDocx(word);
}

/** The bytes of a Word document, the same at each run. */
export async function packDocx(word: Document): Promise<Uint8Array> {
  return settleDocx(await Packer.toBuffer(word));
}

function propertiesOf({ provenance }: RenderedDocument, { figureIds }: BookmarkNames) {
  return [
    { name: PROVENANCE_PROPERTY, value: JSON.stringify(provenance) },
    { name: FIGURES_PROPERTY, value: JSON.stringify(figureIds) },
  ];
}

/** Filled in already, each entry a link; Word puts the page numbers in when it renews the table. */
function contentsOf(entries: readonly Entry[]): Block[] {
  const shown = entries.filter(({ level }) => level <= 2);
  return [
    new Paragraph({ style: 'TOCHeading', text: 'Sommaire' }),
    new TableOfContents('Sommaire', {
      hyperlink: true,
      headingStyleRange: '1-2',
      cachedEntries: shown,
      tabLeader: LeaderType.NONE,
    }) as unknown as Paragraph,
  ];
}

function markOf({ interne, exemple }: RenderedDocument): Paragraph {
  return new Paragraph({
    style: 'Mark',
    text: interne ? 'Usage interne : ce document ne doit pas quitter le centre' : exemple ? EXEMPLE_FICTIF : '',
  });
}

/** The foot of each page: « 1 / 3 ». */
export function pageNumbers(): Paragraph {
  return new Paragraph({
    style: 'Foot',
    children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
  });
}
