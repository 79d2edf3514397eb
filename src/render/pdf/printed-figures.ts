import type { Nodes } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { RenderedDocument } from '../document.ts';
import type { Printable } from './printable.ts';

/** Its name among the files attached to a document. */
export const FIGURES_FILE = 'cops-figures.json';

/** A figure, and the texts by which it is printed, in the order of the document: « 3 ateliers sur 9 lus », « 3 ». */
interface PrintedFigure {
  readonly id: string;
  readonly value: number;
  readonly base?: number;
  readonly printed: readonly string[];
}

/** The figures that a document prints, with its provenance, as JSON for those who want to verify it later. */
export function listPrintedFigures({ tree, figures, provenance }: RenderedDocument, printable: Printable): string {
  const printed = new Map<string, string[]>();
  const walk = (node: Nodes): void => {
    const anchor = node.type === 'link' && node.url.startsWith('#') ? node.url.slice(1) : '';
    if (figures.has(anchor)) {
      const texts = printed.get(anchor) ?? [];
      texts.push(printable.print(plainText(node)));
      printed.set(anchor, texts);
    } else if ('children' in node) node.children.forEach(walk);
  };
  walk(tree);
  const listed = [...figures].flatMap(([anchor, { id, value, base }]): PrintedFigure[] => {
    const texts = printed.get(anchor);
    return texts ? [{ id, value, ...(base !== undefined && { base }), printed: texts }] : [];
  });
  return `${JSON.stringify({ version: 1, provenance, figures: listed }, null, 2)}\n`;
}
