import { UsageError } from '../../usage-error.ts';
import type { SourceDocument } from '../source-document.ts';
import { decodeBytes } from './decode-bytes.ts';
import { dropInnerLinks } from './drop-inner-links.ts';
import { leaveOutEdges } from './html/leave-out-edges.ts';
import { type PageElement, pageText, parsePage } from './html/page-text.ts';
import { treeFromPage } from './html-to-tree.ts';
import { quoteWords } from './left-out.ts';
import { sayLostWords, textOf, wordsOf } from './lost-words.ts';
import { leaveOutImages } from './name-images.ts';
import { checkTags } from './text-limits.ts';
import { tidyTree } from './tidy-tree.ts';

/** A page without the pictures that it carries within. */
const MOST_SIGNS = 4 * 1024 * 1024;
/** What a page holds for the browser, not for its reader. */
const UNREAD =
  'head, title, script, style, template, noscript, link, meta, iframe, object, embed, canvas, audio, video, img[alt=""], img[width="1"], img[role=presentation]';

/** Reads a page, also one saved by a browser or a word processor: nothing of it is run or fetched, menus and edges are named and left out. */
export function readHtml(bytes: Uint8Array): SourceDocument {
  const html = decodeBytes(bytes).text.replace(/\bdata:[\w/+.;=-]+,[^"'()<>\s]*/g, 'data:,');
  if (html.length > MOST_SIGNS)
    throw new UsageError(
      `Cette page est trop longue pour être un compte rendu (plus de ${MOST_SIGNS / 1024 / 1024} Mo de texte) : importez-en une partie.`,
    );
  checkTags(html);
  const page = parsePage(html);
  const title = (page.querySelector('title')?.textContent ?? '').trim();
  const body = (page.querySelector('body') ?? page.documentElement) as unknown as PageElement;
  for (const node of page.querySelectorAll(UNREAD)) node.remove();
  const source = pageText(body);
  const edges = leaveOutEdges(body);
  const read = treeFromPage(body);
  dropInnerLinks(read.tree);
  const warnings = [...edges, ...leaveOutImages(read.tree), ...read.warnings];
  const { tree, warnings: tidied } = tidyTree(read.tree);
  warnings.push(...tidied, ...sayTitle(title, textOf(tree)));
  return { tree, warnings: [...warnings, ...sayLostWords(source, tree, warnings)] };
}

/** The name of a page stands on its tab; it may be said nowhere else. */
function sayTitle(title: string, text: string): string[] {
  const known = new Set(wordsOf(text));
  const isSaid = wordsOf(title).every((word) => known.has(word));
  return isSaid ? [] : [`Le nom de la page, ${quoteWords(title)}, n’est pas dans son texte : il n’a pas été repris.`];
}
