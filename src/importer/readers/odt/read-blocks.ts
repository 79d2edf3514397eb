import type { BlockContent, Heading, ListItem, RootContent } from 'mdast';
import { childElements, elements, type XmlElement } from '../xml.ts';
import type { OdtReading } from './odt-reading.ts';
import { odtText } from './odt-text.ts';
import { emphasize, readInlines } from './read-inlines.ts';
import { readTable } from './read-table.ts';

/** Declarations, and what is read elsewhere. */
const SILENT = new Set([
  'text:tracked-changes',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'text:dde-connection-decls',
  'office:forms',
  'text:soft-page-break',
  'office:annotation-end',
]);
/** Tables of contents and of other things. */
const INDEX = /^text:(?:table-of-content|illustration-index|table-index|object-index|alphabetical-index|user-index)$/;

/** The blocks of a part of an ODF text. What is not known is looked into: no word is passed over. */
export function readBlocks(node: XmlElement, reading: OdtReading): RootContent[] {
  return childElements(node).flatMap((child): RootContent[] => {
    if (SILENT.has(child.nodeName)) return [];
    if (INDEX.test(child.nodeName)) {
      reading.contents.push(odtText(child));
      return [];
    }
    if (child.nodeName === 'text:h' || child.nodeName === 'text:p') return readParagraph(child, reading);
    if (child.nodeName === 'text:list') return readList(child, { reading, style: null, level: 1 });
    if (child.nodeName === 'table:table') return readTable(child, reading);
    // A picture or a box that hangs on the page, not on a paragraph.
    if (child.nodeName.startsWith('draw:') && child.nodeName !== 'draw:text-box')
      return readParagraph(wrap(child), reading);
    return readBlocks(child, reading);
  });
}

function wrap(node: XmlElement): XmlElement {
  const paragraph = node.ownerDocument.createElement('text:p') as XmlElement;
  node.replaceWith(paragraph);
  paragraph.append(node);
  return paragraph;
}

function readParagraph(node: XmlElement, reading: OdtReading): RootContent[] {
  const style = node.getAttribute('text:style-name');
  const inlines = readInlines(node, reading);
  const boxes = reading.boxes.splice(0);
  const below = boxes.flatMap((box) => reading.readBlocks(box));
  const names = reading.styles.chain(style);
  const depth = findDepth(node, names);
  if (depth) return [{ type: 'heading', depth, children: inlines }, ...below];
  const paragraph: BlockContent = { type: 'paragraph', children: emphasize(inlines, style, reading) };
  const isQuotation = names.includes('Quotations') || names.includes('Quote');
  return [isQuotation ? { type: 'blockquote', children: [paragraph] } : paragraph, ...below];
}

/** A paragraph may be a heading by its style alone. */
function findDepth(node: XmlElement, styles: readonly string[]): Heading['depth'] | undefined {
  const styled = styles.map((name) => (name === 'Title' ? '1' : /^Heading_20_(\d+)$/.exec(name)?.[1])).find(Boolean);
  const level = node.nodeName === 'text:h' ? (node.getAttribute('text:outline-level') ?? '1') : styled;
  return level === undefined ? undefined : (Math.min(Math.max(Number(level) || 1, 1), 6) as Heading['depth']);
}

interface ListPlace {
  readonly reading: OdtReading;
  readonly style: string | null;
  readonly level: number;
}

/** A list; one of headings is their numbers, which are no list. */
function readList(node: XmlElement, { reading, style, level }: ListPlace): RootContent[] {
  const own = node.getAttribute('text:style-name') ?? style;
  const items = childElements(node).map((item): ListItem => {
    const blocks = childElements(item).flatMap((child) =>
      child.nodeName === 'text:list'
        ? readList(child, { reading, style: own, level: level + 1 })
        : readBlocks(only(child), reading),
    );
    return { type: 'listItem', spread: false, children: blocks as BlockContent[] };
  });
  if (elements(node, 'text:h').length > 0) return items.flatMap(({ children }) => children);
  const ordered = reading.styles.isNumbered(own, level);
  const start = Number(childElements(node)[0]?.getAttribute('text:start-value') ?? 1);
  return [{ type: 'list', ordered, start: ordered ? start : null, spread: false, children: items }];
}

/** A part that holds one block. */
function only(block: XmlElement): XmlElement {
  return { children: [block] } as unknown as XmlElement;
}
