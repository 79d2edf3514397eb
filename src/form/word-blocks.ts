import type { List, ListItem, Paragraph, PhrasingContent, RootContent, TableCell, TableRow } from 'mdast';
import { unwrapped } from './form-index.ts';
import type { WordLinks } from './word-inline.ts';
import { readParagraph } from './word-paragraph.ts';
import type { WordStyles } from './word-styles.ts';
import { closest, descendants, type XmlElement } from './xml.ts';

/** What the blocks of a Word file are read with. */
export interface WordContext {
  readonly styles: WordStyles;
  readonly links: WordLinks;
}

/** Headings of an author stand below those of the sections. */
const HIGHEST_HEADING = 3;

interface Open {
  readonly list: List;
  readonly level: number;
}

/** Paragraphs and tables of Word as the blocks of a Markdown tree. */
export function toBlocks(elements: readonly XmlElement[], context: WordContext): RootContent[] {
  const blocks: RootContent[] = [];
  let open: Open[] = [];
  for (const element of elements) {
    if (element.name === 'w:tbl') {
      open = [];
      blocks.push(...toTable(element, context));
      continue;
    }
    for (const children of readParagraph(element, context.links)) {
      const item = toItem(element, children, context.styles);
      if (item) open = addItem(item, open, blocks);
      else {
        open = [];
        blocks.push(toBlock(element, children, context.styles));
      }
    }
    blocks.push(...toBlocks(boxedIn(element), context));
  }
  return blocks;
}

/** Paragraphs of a text box, which Word hangs on one of the text. */
function boxedIn(paragraph: XmlElement): XmlElement[] {
  return [...descendants(paragraph, 'w:txbxContent')]
    .filter((box) => closest(box, 'mc:Fallback', 'w:p') === paragraph)
    .flatMap((box) => [...unwrapped(box)].filter(({ name }) => name === 'w:p' || name === 'w:tbl'));
}

function toBlock(element: XmlElement, children: PhrasingContent[], styles: WordStyles): RootContent {
  const level = styles.headingOf(element);
  if (level === undefined) return { type: 'paragraph', children };
  const depth = Math.min(6, Math.max(HIGHEST_HEADING, level)) as 3 | 4 | 5 | 6;
  return {
    type: 'heading',
    depth,
    children: children.map((node) => (node.type === 'break' ? { type: 'text', value: ' ' } : node)),
  };
}

interface Item {
  readonly level: number;
  readonly ordered: boolean;
  readonly children: PhrasingContent[];
}

/** A bullet that was typed by hand is one too. */
const TYPED_BULLET = /^[-–—•*·▪] +(?=\S)/;

function toItem(element: XmlElement, children: PhrasingContent[], styles: WordStyles): Item | undefined {
  if (styles.headingOf(element) !== undefined) return undefined;
  const [first, ...rest] = children;
  if (!first) return undefined;
  const place = styles.listOf(element);
  if (place) return { level: place.level, ordered: place.ordered, children };
  if (first.type !== 'text' || !TYPED_BULLET.test(first.value)) return undefined;
  return { level: 0, ordered: false, children: [{ ...first, value: first.value.replace(TYPED_BULLET, '') }, ...rest] };
}

/** Puts an item below those that it belongs to, and returns the lists that are open then. */
function addItem({ level, ordered, children }: Item, before: readonly Open[], blocks: RootContent[]): Open[] {
  const open = [...before];
  while ((open.at(-1)?.level ?? -1) > level) open.pop();
  if (open.at(-1)?.level === level && open.at(-1)?.list.ordered !== ordered) open.pop();
  if (open.at(-1)?.level !== level) {
    const list: List = { type: 'list', ordered, spread: false, children: [], ...(ordered && { start: 1 }) };
    const above = open.at(-1)?.list.children.at(-1);
    if (above) above.children.push(list);
    else blocks.push(list);
    open.push({ list, level });
  }
  const paragraph: Paragraph = { type: 'paragraph', children };
  const item: ListItem = { type: 'listItem', spread: false, children: [paragraph] };
  open.at(-1)?.list.children.push(item);
  return open;
}

function toTable(table: XmlElement, { links }: WordContext): RootContent[] {
  const rows = [...unwrapped(table)]
    .filter(({ name }) => name === 'w:tr')
    .map((row) => [...unwrapped(row)].filter(({ name }) => name === 'w:tc'));
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  if (width === 0 || rows.every((cells) => cells.every((cell) => toCell(cell, links).children.length === 0))) return [];
  const children = rows.map((cells): TableRow => {
    const filled = cells.map((cell) => toCell(cell, links));
    const missing = Array.from(
      { length: width - cells.length },
      (): TableCell => ({ type: 'tableCell', children: [] }),
    );
    return { type: 'tableRow', children: [...filled, ...missing] };
  });
  return [{ type: 'table', children }];
}

/** A cell of Markdown is one line: paragraphs and line ends of Word become `<br>`. */
function toCell(cell: XmlElement, links: WordLinks): TableCell {
  const lines = [...descendants(cell, 'w:p')].flatMap((paragraph) => readParagraph(paragraph, links));
  const children = lines.flatMap((line, index) => [
    ...(index > 0 ? [BREAK] : []),
    ...line.map((node) => (node.type === 'break' ? BREAK : node)),
  ]);
  return { type: 'tableCell', children };
}

const BREAK: PhrasingContent = { type: 'html', value: '<br>' };
