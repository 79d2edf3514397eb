import type { XmlElement } from '../xml.ts';

const SILENT = new Set([
  'office:binary-data',
  'dc:creator',
  'dc:date',
  'dc:initials',
  'meta:creator-initials',
  'loext:sender-initials',
  'meta:date-string',
  'text:note-citation',
]);
const PARTING = new Set(['text:p', 'text:h', 'text:s', 'text:tab', 'text:line-break', 'text:note', 'table:table-cell']);

/** The words of a part of an ODF text, as one text. */
export function odtText(node: XmlElement): string {
  return [...node.childNodes]
    .map((child) => {
      if (child.nodeType === 3) return child.textContent ?? '';
      if (child.nodeType !== 1 || SILENT.has(child.nodeName)) return '';
      const text = odtText(child as unknown as XmlElement);
      return PARTING.has(child.nodeName) ? ` ${text} ` : text;
    })
    .join('');
}
