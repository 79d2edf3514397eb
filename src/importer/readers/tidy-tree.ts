import type { PhrasingContent, Root, RootContent } from 'mdast';
import { formatCount } from '../../french.ts';
import { quoteWords } from './left-out.ts';
import { repairMojibake } from './mojibake.ts';
import { gatherTypedLists } from './typed-lists.ts';

type Wrapper = Extract<PhrasingContent, { type: 'strong' | 'emphasis' | 'delete' }>;

/**
 * Takes out of a tree what is only an accident of its format: signs that show nothing, accents apart from their letters, bold
 * spaces, empty blocks. Typed bullets make lists. Letters that another encoding spoilt are mended, and said.
 */
export function tidyTree(tree: Root): { tree: Root; warnings: string[] } {
  const mended: string[] = [];
  const children = tree.children.flatMap((block) => tidy(block, mended) as RootContent[]);
  return { tree: { type: 'root', children: gatherTypedLists(children) }, warnings: sayMended(mended) };
}

function sayMended(mended: readonly string[]): string[] {
  if (mended.length === 0) return [];
  const shown = [...new Set(mended)].map(quoteWords).join(', ');
  return [
    `${formatCount(mended.length, 'mot était abîmé', 'mots étaient abîmés')} par un mauvais encodage et ${mended.length > 1 ? 'ont été rétablis' : 'a été rétabli'} : ${shown}.`,
  ];
}

/** Tabs and line ends apart, a sign that shows nothing; and those that only say where a word may be cut. */
const UNSEEN = /(?![\t\n])\p{Cc}|[\u00ad\u200b\u2060\ufeff]/gu;

/** Arrows to the right of the fonts of symbols, which word processors make of « --> ». */
const ARROW = /[\uf0e0\uf0e8\u2794\u2798-\u27af\u27b1-\u27be\u21e8\u27f6\u{1f86a}\u{1f812}\u{1f852}]/gu;

/** A text as its reader sees it: letters with their accents, ligatures as letters, arrows as records have them, nothing unseen. */
export function tidyText(text: string): string {
  return text
    .replace(UNSEEN, '')
    .replace(ARROW, '→')
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
    .normalize('NFC');
}

function tidy(node: RootContent, mended: string[]): RootContent[] {
  if (node.type === 'text') {
    const { value, words } = repairMojibake(tidyText(node.value));
    for (const word of words) mended.push(word);
    return value === '' ? [] : [{ type: 'text', value }];
  }
  if (!('children' in node)) return [node];
  const children = joinTexts((node.children as RootContent[]).flatMap((child) => tidy(child, mended)));
  if (isWrapper(node)) return liftSpaces(node, children as PhrasingContent[]);
  const isCell = node.type === 'tableCell' || node.type === 'tableRow';
  if (node.type === 'paragraph' || node.type === 'heading') trimEdges(children as PhrasingContent[]);
  return children.length === 0 && !isCell && node.type !== 'footnoteDefinition'
    ? []
    : [{ ...node, children } as RootContent];
}

/** Neighbours of one kind are one: word processors cut a word wherever it was typed twice. */
function joinTexts(nodes: readonly RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = { type: 'text', value: last.value + node.value };
    else if (isWrapper(node) && last?.type === node.type && 'children' in last)
      joined[joined.length - 1] = { ...last, children: joinTexts([...last.children, ...node.children]) } as RootContent;
    else joined.push(node);
  }
  return joined;
}

function isWrapper(node: RootContent): node is Wrapper {
  return node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete';
}

/** Spaces at the edges of bold words are not bold: Markdown could not say it. */
function liftSpaces(node: Wrapper, children: PhrasingContent[]): RootContent[] {
  const [first] = children;
  const before = first?.type === 'text' ? (/^\s+/.exec(first.value)?.[0] ?? '') : '';
  if (first?.type === 'text') children[0] = { ...first, value: first.value.slice(before.length) };
  const last = children.at(-1);
  const after = last?.type === 'text' ? (/\s+$/.exec(last.value)?.[0] ?? '') : '';
  if (last?.type === 'text')
    children[children.length - 1] = { ...last, value: last.value.slice(0, last.value.length - after.length) };
  const kept = children.filter((child) => child.type !== 'text' || child.value !== '');
  const text = (value: string): RootContent[] => (value === '' ? [] : [{ type: 'text', value }]);
  return [...text(before), ...(kept.length > 0 ? [{ ...node, children: kept } as RootContent] : []), ...text(after)];
}

/** Spaces and breaks at the edges of a block say nothing. */
function trimEdges(children: PhrasingContent[]): void {
  // Tabs alone at the margin are an indent; beside others, they part cells.
  const whole = children.map((child) => (child.type === 'text' ? child.value : '')).join('');
  const isRow = /[^\t\s]\s*\t\s*[^\t\s]/.test(whole);
  const isBlank = (node: PhrasingContent | undefined) =>
    node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '');
  while (isBlank(children[0])) children.shift();
  while (isBlank(children.at(-1))) children.pop();
  const [first] = children;
  if (first?.type === 'text') children[0] = { ...first, value: first.value.replace(isRow ? /^[ \n]+/ : /^\s+/, '') };
  const last = children.at(-1);
  if (last?.type !== 'text') return;
  children[children.length - 1] = { ...last, value: last.value.replace(isRow ? /[ \n]+$/ : /\s+$/, '') };
}
