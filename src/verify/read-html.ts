import { parseHTML } from 'linkedom';
import { anchorOfFigure } from '../render/references.ts';
import { parseProvenance } from '../synthese/provenance.ts';
import { gatherTexts, type Role, type Walk } from './gather-texts.ts';
import { gatherUnread, type Page } from './gather-unread.ts';
import type { PrintedDocument } from './printed-document.ts';

/** Reads a summary in HTML; undefined where it does not say where it comes from. */
export function readHtml(text: string): PrintedDocument | undefined {
  const { document } = parseHTML(text);
  const provenance = parseProvenance(document.querySelector('#cops-provenance')?.textContent ?? '');
  const root = document.documentElement as Html | null;
  return provenance && root
    ? { provenance, ...gatherTexts(root, WALK), unread: gatherUnread(document as unknown as Page) }
    : undefined;
}

/** A node of a page, as far as it is read. */
interface Html {
  readonly nodeType: number;
  readonly localName?: string;
  readonly data?: string;
  readonly className?: string;
  readonly parentNode: Html | null;
  readonly childNodes: Iterable<Html>;
  getAttribute?(name: string): string | null;
}

const ELEMENT = 1;
const TEXT = 3;
/** What a browser sets within a line. */
const INLINE = new Set(
  'a abbr b bdi bdo br cite code data del em font i img ins kbd label mark q s small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);
/** What is not printed, or says again what stands elsewhere. */
const SKIPPED = new Set(['script', 'style', 'template', 'nav', 'footer', 'head']);
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/i;

const WALK: Walk<Html> = {
  roleOf: (node): Role => {
    if (node.nodeType === TEXT) return 'inline';
    if (node.nodeType !== ELEMENT || isHidden(node)) return 'skipped';
    if (node.parentNode?.className === 'bulle') return 'apart';
    if (node.localName === 'tr') return 'row';
    return INLINE.has(node.localName ?? '') ? 'inline' : 'block';
  },
  childrenOf: ({ childNodes }) => childNodes,
  wordsOf: ({ nodeType, data, localName }) => (nodeType === TEXT ? (data ?? '') : localName === 'br' ? ' ' : undefined),
  // The first level is that of the title.
  levelOf: ({ localName = '' }) => (/^h[2-6]$/.test(localName) ? Number(localName[1]) : undefined),
  isReference: (node) => node.localName === 'a' && node.getAttribute?.('href')?.startsWith('#') === true,
  figureOf: (node) => {
    const id = node.localName === 'data' ? node.getAttribute?.('data-figure') : undefined;
    const leadsTo = node.parentNode?.getAttribute?.('href');
    return id && leadsTo === `#${anchorOfFigure({ id })}` ? id : undefined;
  },
};

function isHidden(node: Html): boolean {
  if (SKIPPED.has(node.localName ?? '') || node.className === 'saut') return true;
  return node.getAttribute?.('hidden') != null || HIDDEN.test(node.getAttribute?.('style') ?? '');
}
