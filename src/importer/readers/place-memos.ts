import type { Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { formatCount } from '../../french.ts';
import { quoteWords } from './left-out.ts';
import { ranksIn, withoutMarks } from './marks.ts';

/** Puts memos in the place of their marks, tabs in that of theirs, and says how many memos there are. */
export function placeMemos(tree: Root, memos: readonly string[]): string[] {
  const placed = placeMarks(tree, memos);
  const lost = memos.filter((_, rank) => !placed.has(rank));
  return [
    ...(placed.size > 0
      ? [
          `${formatCount(placed.size, 'commentaire de relecture est gardé', 'commentaires de relecture sont gardés')} en mémo, que les synthèses ne montrent pas.`,
        ]
      : []),
    ...lost.map((memo) => `Ce commentaire de relecture n’a pas trouvé sa place : ${quoteWords(memo.slice(5, -4))}.`),
  ];
}

/**
 * Puts the memos where their marks are: at the end of the paragraph, or below the heading or the table. Tabs become tabs again.
 * Returns the ranks that were found.
 */
function placeMarks(tree: Root, memos: readonly string[]): Set<number> {
  const placed = new Set<number>();
  tree.children = tree.children.flatMap((block) => {
    const below: number[] = [];
    walk(block, undefined, below);
    for (const rank of below) placed.add(rank);
    return [block, ...below.map((rank): RootContent => ({ type: 'html', value: memos[rank] ?? '' }))];
  });
  return placed;

  function walk(node: RootContent, paragraph: Paragraph | undefined, below: number[]): void {
    if (node.type === 'text') {
      for (const rank of takeMarks(node)) {
        if (!paragraph) below.push(rank);
        else {
          placed.add(rank);
          paragraph.children.push({ type: 'text', value: ' ' }, { type: 'html', value: memos[rank] ?? '' });
        }
      }
    } else if ('children' in node) {
      const own = node.type === 'paragraph' ? node : paragraph;
      for (const child of [...node.children]) walk(child, own, below);
      const kept = (node.children as RootContent[]).filter((child) => !isEmpty(child));
      node.children = kept as typeof node.children;
    }
  }
}

/** The ranks that a text holds, which are taken out of it. */
function takeMarks(text: Text): number[] {
  const ranks = ranksIn(text.value);
  text.value = withoutMarks(text.value);
  return ranks;
}

function isEmpty(node: RootContent | PhrasingContent): boolean {
  if (node.type === 'text') return node.value === '';
  return (node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete') && node.children.length === 0;
}
