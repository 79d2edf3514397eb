import type { Nodes } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { parseDocument } from '../render/parse-document.ts';
import { anchorOfFigure } from '../render/references.ts';
import { parseProvenance } from '../synthese/provenance.ts';
import { type PrintedDocument, type PrintedFigure, unifySpaces } from './printed-document.ts';

const COMMENT = /<!-- cops-provenance (.*) -->/;

/** Reads a summary in Markdown; undefined where it does not say where it comes from. */
export function readMarkdown(text: string): PrintedDocument | undefined {
  const provenance = parseProvenance(COMMENT.exec(text)?.[1] ?? '');
  if (!provenance) return undefined;
  const ids = new Map(Object.keys(provenance.chiffres).map((id) => [anchorOfFigure({ id }), id]));
  const figures: PrintedFigure[] = [];
  const blocks: string[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'link') {
      const id = ids.get(node.url.slice(1));
      if (id !== undefined && node.url.startsWith('#')) figures.push({ id, text: unifySpaces(plainText(node)) });
    }
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableRow') {
      const cells =
        node.type === 'tableRow'
          ? node.children.map((cell) => plainText(cell))
          : [plainText(node, { includeHtml: false })];
      blocks.push(unifySpaces(cells.join(' ')));
    }
    if ('children' in node) node.children.forEach(walk);
  };
  walk(parseDocument(text.replace(COMMENT, '')));
  return { provenance, figures, blocks: blocks.filter(Boolean) };
}
