import type { Nodes, Root } from 'mdast';
import { formatCount, quote } from '../../french.ts';
import { isCrowded, MOST_SIGNS as MOST_MARKS } from '../../record/unreadable.ts';
import { UsageError } from '../../usage-error.ts';
import { textOf } from './lost-words.ts';

/** A text of 200 pages has 600 000 signs. */
const MOST_SIGNS = 1_000_000;
/** 200 pages have 8000 lines. Each paragraph and each cell is understood and written on its own. */
const MOST_BLOCKS = 10_000;

/** Thirty pages without an end of line. */
const LONGEST_PARAGRAPH = 100_000;

/** Refuses a document that is none of a report: making a record of it would take more time and memory than anyone means to give. */
export function checkSize(tree: Root): void {
  const size: Size = { signs: 0, blocks: 0, cells: 0 };
  measure(tree, size);
  if (size.signs > MOST_SIGNS)
    throw new UsageError(
      `Ce document est trop long pour être un compte rendu (${formatCount(size.signs, 'signe')}, pour ${formatCount(MOST_SIGNS, 'signe')} au plus) : importez-le par parties.`,
    );
  if (size.blocks > MOST_BLOCKS)
    throw new UsageError(
      `Ce document est trop long pour être un compte rendu (${formatCount(size.blocks, 'paragraphe')}, pour ${formatCount(MOST_BLOCKS, 'paragraphe')} au plus) : importez-le par parties.`,
    );
  if (size.cells > MOST_BLOCKS)
    throw new UsageError(
      `Les tableaux de ce document ont trop de cellules pour une fiche (${formatCount(size.cells, 'cellule')}, pour ${formatCount(MOST_BLOCKS, 'cellule')} au plus) : gardez-les ailleurs, et importez le reste.`,
    );
  if (size.long !== undefined)
    throw new UsageError(
      `Le paragraphe qui commence par ${quote(`${size.long}…`)} a plus de ${formatCount(LONGEST_PARAGRAPH, 'signe')} : coupez-le en paragraphes.`,
    );
  if (size.crowded !== undefined)
    throw new UsageError(
      `Le paragraphe qui commence par ${quote(`${size.crowded}…`)} porte plus de ${formatCount(MOST_MARKS, 'signe')} qui servent à la mise en forme d’une fiche (« * », « _ », « [ », « < »…) : coupez-le, ou retirez-en ces signes.`,
    );
}

interface Size {
  signs: number;
  blocks: number;
  /** Those of tables, and those that tabs part. */
  cells: number;
  /** The first letters of a paragraph that is too long. */
  long?: string;
  /** Those of one with too many signs of Markdown. */
  crowded?: string;
}

function measure(node: Nodes, size: Size): void {
  const isBlock = node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
  if (!isBlock && 'children' in node) {
    for (const child of node.children) measure(child, size);
    return;
  }
  const text = textOf(node);
  const tabs = text.split('\t').length - 1;
  size.signs += text.length;
  if (node.type === 'tableCell' || tabs > 0) size.cells += tabs + 1;
  else size.blocks++;
  if (text.length > LONGEST_PARAGRAPH) size.long ??= text.slice(0, 40).trim();
  if (isCrowded(text)) size.crowded ??= text.slice(0, 40).trim();
}
