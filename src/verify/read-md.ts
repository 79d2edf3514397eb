import type { Nodes } from 'mdast';
import { splitFrontMatter } from '../record/front-matter.ts';
import { parseDocument } from '../render/parse-document.ts';
import { parseProvenance } from '../synthese/provenance.ts';
import { namesOfFigures } from './figure-anchors.ts';
import { gatherTexts, type Walk } from './gather-texts.ts';
import type { PrintedDocument } from './printed-document.ts';

const PROVENANCE = /<!-- cops-provenance (.*) -->/;
/** Comments on lines of their own, which no one sees: without them, a long text is parsed in parts. */
const COMMENTS = /^<!--[\s\S]*?-->[ \t]*$/gm;

/** Reads a summary in Markdown, with or without a header; undefined where it does not say where it comes from. */
export function readMarkdown(text: string): PrintedDocument | undefined {
  const provenance = parseProvenance(PROVENANCE.exec(text)?.[1] ?? '');
  if (!provenance) return undefined;
  const idOf = namesOfFigures(provenance);
  const body = withoutHeader(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
  const walk: Walk<Nodes> = {
    ...WALK,
    figureOf: (node) => (node.type === 'link' && node.url.startsWith('#') ? idOf(node.url.slice(1)) : undefined),
  };
  return { provenance, ...gatherTexts<Nodes>(parseDocument(body.replace(COMMENTS, '')), walk) };
}

function withoutHeader(text: string): string {
  if (!text.startsWith('---\n')) return text;
  const parts = splitFrontMatter('', text);
  return 'fault' in parts ? text : parts.body;
}

const BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'code', 'tableCell']);

const WALK: Omit<Walk<Nodes>, 'figureOf'> = {
  isReference: (node) => node.type === 'link' && node.url.startsWith('#'),
  roleOf: ({ type }) => (type === 'tableRow' ? 'row' : BLOCKS.has(type) ? 'block' : 'inline'),
  childrenOf: (node) => ('children' in node ? node.children : []),
  wordsOf: (node) => {
    if (node.type === 'html') return node.value.replace(/<!--[\s\S]*?-->|<[^>]*>/g, ' ');
    if (node.type === 'break') return ' ';
    if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
    return 'value' in node ? node.value : undefined;
  },
};
