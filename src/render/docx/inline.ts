import { Bookmark, ExternalHyperlink, InternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import type { Link, PhrasingContent } from 'mdast';
import type { BookmarkNames } from './names.ts';

interface Format {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly strike?: boolean;
  readonly style?: string;
}

/** The runs of a paragraph: texts in their formats, links and the places that they lead to. */
export function toRuns(nodes: readonly PhrasingContent[], names: BookmarkNames, format: Format = {}): ParagraphChild[] {
  return nodes.flatMap((node): ParagraphChild[] => {
    switch (node.type) {
      case 'text':
        return [new TextRun({ text: node.value, ...format })];
      case 'inlineCode':
        return [new TextRun({ text: node.value, ...format, style: 'Code' })];
      case 'strong':
        return toRuns(node.children, names, { ...format, bold: true });
      case 'emphasis':
        return toRuns(node.children, names, { ...format, italics: true });
      case 'delete':
        return toRuns(node.children, names, { ...format, strike: true });
      case 'break':
        return [new TextRun({ break: 1 })];
      case 'link':
        return [toLink(node, names, format)];
      case 'html':
        return toPlace(node.value, names);
      default:
        return 'children' in node ? toRuns(node.children, names, format) : [];
    }
  });
}

function toLink({ url, children }: Link, names: BookmarkNames, format: Format): ParagraphChild {
  const runs = toRuns(children, names, { ...format, style: 'Hyperlink' });
  if (!url.startsWith('#')) return new ExternalHyperlink({ link: url, children: runs });
  const link = new InternalHyperlink({ anchor: names.ofAnchor(url.slice(1)), children: runs });
  const printed = names.ofPrinted(url.slice(1));
  return printed === undefined ? link : new Bookmark({ id: printed, children: [link] });
}

/** The places that links lead to; any other HTML of a template is shown as it is written. */
function toPlace(value: string, names: BookmarkNames): ParagraphChild[] {
  const id = /^<a id="([\w-]+)">$/.exec(value)?.[1];
  if (id) return [new Bookmark({ id: names.ofAnchor(id), children: [] })];
  return value === '</a>' ? [] : [new TextRun({ text: value })];
}
