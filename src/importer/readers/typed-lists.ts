import type { List, Paragraph, RootContent } from 'mdast';

/** « – », « • », « - » and others before a space, those of the fonts of symbols too; an arrow is none. */
export const BULLET = /^\s*(?:[–—•·▪◦‣*\uf0a7\uf0b7\uf0d8\uf0fc-]|o(?=\s+\p{Lu}))[ \t\u00a0]+(?=\S)/u;
/** « 1. » or « 1) » before a space. */
export const NUMBER = /^\s*(\d{1,2})[.)][ \t\u00a0]+(?=\S)/;

/** Paragraphs that begin with a typed bullet are a list; with a number, only beside the one before or after it. */
export function gatherTypedLists(blocks: readonly RootContent[]): RootContent[] {
  const gathered: RootContent[] = [];
  let open: { list: List; last: RootContent } | undefined;
  blocks.forEach((block, index) => {
    if (open && isNext(open.last, block)) open.list.children.push(toItem(block as Paragraph));
    else if (isBulleted(block) || (numberOf(block) !== undefined && isNext(block, blocks[index + 1]))) {
      const list = startList(block as Paragraph);
      gathered.push(list);
      open = { list, last: block };
    } else {
      gathered.push(block);
      open = undefined;
    }
    if (open) open.last = block;
  });
  return gathered;
}

function isNext(before: RootContent, block: RootContent | undefined): boolean {
  const number = numberOf(before);
  if (!block) return false;
  return number === undefined ? isBulleted(before) && isBulleted(block) : numberOf(block) === number + 1;
}

function isBulleted(block: RootContent): boolean {
  return BULLET.test(startOf(block));
}

function numberOf(block: RootContent): number | undefined {
  const number = NUMBER.exec(startOf(block))?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The first words of a paragraph, whatever their letters; a row of cells is no item. */
function startOf(block: RootContent): string {
  if (block.type !== 'paragraph') return '';
  const [first] = block.children;
  return first?.type === 'text' && !/\S\t/.test(first.value.replace(BULLET, '')) ? first.value : '';
}

function startList(block: Paragraph): List {
  const start = numberOf(block);
  return { type: 'list', ordered: start !== undefined, start: start ?? null, spread: false, children: [toItem(block)] };
}

function toItem(block: Paragraph): List['children'][number] {
  const [first, ...rest] = block.children;
  const value = first?.type === 'text' ? first.value.replace(BULLET, '').replace(NUMBER, '') : '';
  const children: Paragraph['children'] = value === '' ? rest : [{ type: 'text', value }, ...rest];
  return { type: 'listItem', spread: false, children: [{ ...block, children }] };
}
