import type { Element, ElementContent, Root, RootContent } from 'hast';

/** Rows or columns that one cell may span: more would be a trap. */
const MOST_SPAN = 40;
/** Elements that stand in a line of text. */
const INLINE = new Set(
  'a abbr b bdi bdo big cite code cops-note data del dfn em font i img input ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Whether a node is an element. */
export function isElement(node: RootContent | ElementContent): node is Element {
  return node.type === 'element';
}

/**
 * Makes tables such as Markdown has: the first row is the header, a cell is one line of text with breaks between what were its
 * paragraphs, a caption is a paragraph before. Returns how many cells were merged ones, and how many tables stood in a cell.
 */
export function settleTables(tree: Root): { merged: number; nested: number } {
  const count = { merged: 0, nested: 0 };
  settle(tree, count);
  return count;
}

function settle(parent: Root | Element, count: { merged: number; nested: number }): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (!isElement(child)) return [child];
    if (child.tagName !== 'table') {
      settle(child, count);
      return [child];
    }
    const captions = child.children.filter((node) => isElement(node) && node.tagName === 'caption') as Element[];
    child.children = child.children.filter((node) => !captions.includes(node as Element));
    settleTable(child, count);
    return [...captions.map((caption) => ({ ...caption, tagName: 'p' })), child];
  });
}

function settleTable(table: Element, count: { merged: number; nested: number }): void {
  const rows = rowsOf(table);
  rows.forEach((row, index) => {
    for (const cell of cellsOf(row)) {
      if (index === 0) cell.tagName = 'th';
      cell.properties = spansOf(cell);
      if (Object.keys(cell.properties).length > 0) count.merged++;
      count.nested += countTables(cell);
      cell.children = joinLines(linesOf(cell.children));
    }
  });
  table.children = [{ type: 'element', tagName: 'tbody', properties: {}, children: rows }];
}

/** The rows of a table, not those of a table in a cell. */
function rowsOf(node: Element): Element[] {
  return node.children.filter(isElement).flatMap((child) => {
    if (child.tagName === 'tr') return cellsOf(child).length > 0 ? [child] : [];
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : [];
  });
}

function cellsOf(row: Element): Element[] {
  return row.children.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
}

function spansOf({ properties }: Element): Element['properties'] {
  const spans = (['colSpan', 'rowSpan'] as const).map((name) => [
    name,
    Math.min(Number(properties[name] ?? 1), MOST_SPAN),
  ]);
  return Object.fromEntries(spans.filter(([, span]) => Number(span) > 1));
}

function countTables(node: Element): number {
  return node.children
    .filter(isElement)
    .reduce((sum, child) => sum + (child.tagName === 'table' ? 1 : 0) + countTables(child), 0);
}

/** Lines of phrasing that blocks hold; cells of a table within are parted by a space. */
function linesOf(nodes: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const node of nodes) {
    const last = lines.at(-1) ?? [];
    if (!isElement(node) || INLINE.has(node.tagName)) last.push(node);
    else if (node.tagName === 'br') lines.push([]);
    else if (node.tagName === 'tr')
      lines.push(
        cellsOf(node).flatMap((cell) => [...linesOf(cell.children).flat(), SPACE]),
        [],
      );
    else lines.push(...linesOf(node.children), []);
  }
  return lines.filter((line) => line.some((node) => node.type !== 'text' || node.value.trim() !== ''));
}

const SPACE: ElementContent = { type: 'text', value: ' ' };

function joinLines(lines: readonly ElementContent[][]): ElementContent[] {
  return lines.flatMap((line, index) =>
    index === 0 ? line : [{ type: 'element', tagName: 'br', properties: {}, children: [] }, ...line],
  );
}
