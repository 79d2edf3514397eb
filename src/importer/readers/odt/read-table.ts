import type { PhrasingContent, RootContent, TableCell, TableRow } from 'mdast';
import { childElements, elements, type XmlElement } from '../xml.ts';
import type { OdtReading } from './odt-reading.ts';

/** Cells or rows that are said once for many: a sheet may announce a million empty ones. */
const MOST_REPEATED = 40;

/** A table: its first row is the header, as Markdown wants one; cells that others cover are empty. */
export function readTable(table: XmlElement, reading: OdtReading): RootContent[] {
  const rows = rowsOf(table).flatMap((row) => {
    const cells = childElements(row).flatMap((cell) => readCell(cell, reading));
    const again = repeated(row, 'table:number-rows-repeated');
    return Array.from(
      { length: cells.some(({ children }) => children.length > 0) ? again : 1 },
      (): TableRow => ({ type: 'tableRow', children: cells }),
    );
  });
  const width = Math.max(0, ...rows.map(({ children }) => children.length));
  if (width === 0) return [];
  const children = rows.map((row) => ({
    ...row,
    children: [...row.children, ...emptyCells(width - row.children.length)],
  }));
  return [{ type: 'table', align: Array.from({ length: width }, () => null), children }];
}

function rowsOf(node: XmlElement): XmlElement[] {
  return childElements(node).flatMap((child) => {
    if (child.nodeName === 'table:table-row') return [child];
    return /^table:table-(?:header-rows|rows|row-group)$/.test(child.nodeName) ? rowsOf(child) : [];
  });
}

function readCell(cell: XmlElement, reading: OdtReading): TableCell[] {
  const again = repeated(cell, 'table:number-columns-repeated');
  if (cell.nodeName === 'table:covered-table-cell') return emptyCells(again);
  if (cell.nodeName !== 'table:table-cell') return [];
  const spans = ['table:number-columns-spanned', 'table:number-rows-spanned'].map((name) =>
    Number(cell.getAttribute(name) ?? 1),
  );
  if (spans.some((span) => span > 1)) reading.counts.merged++;
  reading.counts.nested += elements(cell, 'table:table').length;
  const lines = reading
    .readBlocks(cell)
    .flatMap(linesOf)
    .filter((line) => line.length > 0);
  const children = lines.flatMap((line, index): PhrasingContent[] =>
    index === 0 ? line : [{ type: 'break' }, ...line],
  );
  return Array.from({ length: children.length > 0 ? again : Math.min(again, MOST_REPEATED) }, () => ({
    type: 'tableCell',
    children: structuredClone(children),
  }));
}

/** The lines of blocks that stand in a cell: paragraphs, items, rows of a table within. */
function linesOf(block: RootContent): PhrasingContent[][] {
  if (block.type === 'paragraph' || block.type === 'heading') return [block.children];
  if (block.type === 'tableRow')
    return [block.children.flatMap((cell): PhrasingContent[] => [...cell.children, { type: 'text', value: ' ' }])];
  return 'children' in block ? (block.children as RootContent[]).flatMap(linesOf) : [];
}

function emptyCells(count: number): TableCell[] {
  return Array.from({ length: Math.min(count, MOST_REPEATED) }, () => ({ type: 'tableCell', children: [] }));
}

function repeated(node: XmlElement, name: string): number {
  const count = Number(node.getAttribute(name) ?? 1);
  return Number.isInteger(count) && count >= 1 ? Math.min(count, MOST_REPEATED) : 1;
}
