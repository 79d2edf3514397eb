import type { BlockContent, PhrasingContent } from 'mdast';
import { markOf } from '../marks.ts';
import { formatMemo } from '../memo.ts';
import { childElements, elements, type XmlElement } from '../xml.ts';
import type { OdtReading } from './odt-reading.ts';
import { odtText } from './odt-text.ts';

/** What stands in a line and is no text of it. */
const SILENT = new Set([
  'office:binary-data',
  'text:note-citation',
  'office:annotation-end',
  'text:tracked-changes',
  'svg:title',
  'svg:desc',
  'office:event-listeners',
  'text:ruby-text',
  'dc:creator',
  'dc:date',
]);
/** More spaces than that in a row are none of a text. */
const MOST_SPACES = 200;

/** The words of a paragraph, with what is bold, italic or struck; boxes, notes and comments are gathered. */
export function readInlines(node: XmlElement, reading: OdtReading): PhrasingContent[] {
  return [...node.childNodes].flatMap((child): PhrasingContent[] => {
    if (child.nodeType === 3) return [{ type: 'text', value: (child.textContent ?? '').replace(/[ \t\r\n]+/g, ' ') }];
    return child.nodeType === 1 ? readInline(child as unknown as XmlElement, reading) : [];
  });
}

function readInline(node: XmlElement, reading: OdtReading): PhrasingContent[] {
  const { nodeName } = node;
  if (SILENT.has(nodeName)) return [];
  if (nodeName === 'text:s')
    return [{ type: 'text', value: ' '.repeat(Math.min(Number(node.getAttribute('text:c') ?? 1) || 1, MOST_SPACES)) }];
  if (nodeName === 'text:tab') return [{ type: 'text', value: '\t' }];
  if (nodeName === 'text:line-break') return [{ type: 'break' }];
  if (nodeName === 'text:note') return readNote(node, reading);
  if (nodeName === 'office:annotation') return readComment(node, reading);
  if (nodeName === 'text:a') return readLink(node, reading);
  if (nodeName.startsWith('draw:')) return readDrawing(node, reading);
  const children = readInlines(node, reading);
  return nodeName === 'text:span' ? emphasize(children, node.getAttribute('text:style-name'), reading) : children;
}

/** Letters as a style has them. */
export function emphasize(
  children: PhrasingContent[],
  style: string | null,
  { styles }: OdtReading,
): PhrasingContent[] {
  let wrapped = children;
  if (styles.isStruck(style)) wrapped = [{ type: 'delete', children: wrapped }];
  if (styles.isItalic(style)) wrapped = [{ type: 'emphasis', children: wrapped }];
  if (styles.isBold(style)) wrapped = [{ type: 'strong', children: wrapped }];
  return wrapped;
}

function readLink(node: XmlElement, reading: OdtReading): PhrasingContent[] {
  const children = readInlines(node, reading);
  return [{ type: 'link', url: node.getAttribute('xlink:href') ?? '', children: children as never }];
}

function readNote(node: XmlElement, reading: OdtReading): PhrasingContent[] {
  const identifier = String(reading.notes.length + 1);
  const body = childElements(node).find(({ nodeName }) => nodeName === 'text:note-body');
  const note = { type: 'footnoteDefinition', identifier, label: identifier, children: [] as BlockContent[] } as const;
  reading.notes.push(note);
  if (body) note.children.push(...(reading.readBlocks(body) as BlockContent[]));
  return [{ type: 'footnoteReference', identifier, label: identifier }];
}

function readComment(node: XmlElement, reading: OdtReading): PhrasingContent[] {
  const textOf = (...names: string[]) =>
    names.map((name) => elements(node, name)[0]?.textContent ?? '').find(Boolean) ?? '';
  const memo = formatMemo({
    author: textOf('dc:creator'),
    initials: textOf('meta:creator-initials', 'loext:sender-initials'),
    date: textOf('dc:date'),
    text: elements(node, 'text:p').map(odtText).join(' '),
  });
  reading.memos.push(memo);
  return [{ type: 'text', value: markOf(reading.memos.length - 1) }];
}

/** A picture, a box with text, or an object of another program. */
function readDrawing(node: XmlElement, reading: OdtReading): PhrasingContent[] {
  const texts = elements(node, 'text:p');
  if (texts.length > 0) {
    reading.boxes.push(node);
    reading.counts.boxes++;
    return [];
  }
  if (elements(node, 'draw:object').length > 0) reading.counts.objects++;
  else if (elements(node, 'draw:image').length > 0) {
    const alt = ['svg:title', 'svg:desc'].flatMap((name) => elements(node, name).map((one) => one.textContent ?? ''));
    return [{ type: 'image', url: '', alt: [...new Set(alt)].filter(Boolean).join(' : ') }];
  }
  return [];
}
