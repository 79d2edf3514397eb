import { Readability } from '@mozilla/readability';
import { quoteWords } from '../left-out.ts';
import { isBlock, type PageElement, pageText, parsePage } from './page-text.ts';

const EDGES =
  'nav, footer, aside, header, [role=navigation], [role=banner], [role=contentinfo], [role=complementary], [role=search], button, form, dialog';
/** Names that authors of pages give to what surrounds a text. */
const EDGE_NAME =
  /(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|footer|sidebar|share|social|cookies?|consent|related|banner|pagination|skip-?link)(?:$|[\s_-])/i;
const RANK = 'data-cops-rank';

/**
 * Takes the menus and edges of a page out of it, and says their words. Two signs are asked for: Readability leaves a block out,
 * and it stands in an edge or is made of links. All else stays.
 */
export function leaveOutEdges(body: PageElement): string[] {
  const edges = findEdges(body);
  const leaves = leavesOf(body);
  const links = leaves.filter((leaf) => isMadeOfLinks(leaf) && !edges.some((edge) => edge.contains(leaf)));
  if (edges.length + links.length === 0) return [];
  const kept = findKept(body, leaves);
  // Its only great heading names a page, wherever it stands.
  const titles = leaves.filter(({ localName }) => localName === 'h1');
  if (titles.length === 1) for (const title of titles) kept.add(title);
  const left = [...edges, ...links].flatMap((part) => {
    const within = leaves.filter((leaf) => part.contains(leaf));
    // An edge goes as a whole; where a part of it is text, only the rest does.
    return within.some((leaf) => kept.has(leaf)) ? within.filter((leaf) => !kept.has(leaf)) : [part];
  });
  const texts = left.map((part) => pageText(part).trim());
  for (const part of left) part.remove();
  return texts.filter(Boolean).map((text) => `Menu ou bord de page laissé de côté : ${quoteWords(text)}.`);
}

/** The outermost edges. The header of an article is none, nor is what holds most of the page. */
function findEdges(body: PageElement): PageElement[] {
  const half = (body.textContent ?? '').length / 2;
  const edges = ([...body.querySelectorAll('*')] as PageElement[]).filter(
    (element) => isEdge(element) && (element.textContent ?? '').length < half,
  );
  return edges.filter((edge) => !edges.some((other) => other !== edge && other.contains(edge)));
}

function isEdge(element: PageElement): boolean {
  if (element.localName === 'header' || element.localName === 'footer')
    return element.closest('article, main, [role=main]') === null;
  return (
    element.matches(EDGES) ||
    EDGE_NAME.test(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`)
  );
}

/** Blocks with words and no block within. */
function leavesOf(body: PageElement): PageElement[] {
  const blocks = ([...body.querySelectorAll('*')] as PageElement[]).filter(isBlock);
  const hasBlock = new Set(blocks.map((block) => parentBlock(block)));
  return blocks.filter((block) => !hasBlock.has(block) && (block.textContent ?? '').trim() !== '');
}

function parentBlock(element: PageElement): PageElement | undefined {
  let above = element.parentElement as PageElement | null;
  while (above && !isBlock(above)) above = above.parentElement as PageElement | null;
  return above ?? undefined;
}

function isMadeOfLinks(element: PageElement): boolean {
  const links = [...element.querySelectorAll('a[href]')].map((link) => (link.textContent ?? '').trim().length);
  return links.reduce((sum, length) => sum + length, 0) > (element.textContent ?? '').trim().length * 0.7;
}

/** The blocks that Readability takes for the text of a page: it works on a copy, which it cuts up. */
function findKept(body: PageElement, leaves: readonly PageElement[]): Set<PageElement> {
  for (const [rank, leaf] of leaves.entries()) leaf.setAttribute(RANK, String(rank));
  const copy = parsePage(body.ownerDocument.toString());
  for (const leaf of leaves) leaf.removeAttribute(RANK);
  const content = new Readability(copy as never, { charThreshold: 200 }).parse()?.content ?? '';
  const ranks = [...content.matchAll(new RegExp(`${RANK}="(\\d+)"`, 'g'))].map(([, rank]) => Number(rank));
  return new Set(ranks.map((rank) => leaves[rank]).filter((leaf) => leaf !== undefined));
}
