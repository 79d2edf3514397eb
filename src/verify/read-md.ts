import type { Nodes } from 'mdast';
import { splitFrontMatter } from '../record/front-matter.ts';
import { findUnreadable } from '../record/unreadable.ts';
import { parseDocument } from '../render/parse-document.ts';
import { parseProvenance } from '../synthese/provenance.ts';
import { UsageError } from '../usage-error.ts';
import { namesOfFigures } from './figure-anchors.ts';
import { gatherTexts, TOO_NESTED, type Walk } from './gather-texts.ts';
import type { PrintedDocument } from './printed-document.ts';

const PROVENANCE = /^<!-- cops-provenance (.*) -->/m;

/** Reads a summary in Markdown, with or without a header; undefined where it does not say where it comes from. */
export function readMarkdown(text: string): PrintedDocument | undefined {
  const provenance = parseProvenance(PROVENANCE.exec(text)?.[1] ?? '');
  if (!provenance) return undefined;
  const idOf = namesOfFigures(provenance);
  const body = withoutComments(withoutHeader(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')));
  if (DEEP_ITEM.test(body) || findUnreadable(parted(body))) throw new UsageError(TOO_NESTED);
  const walk: Walk<Nodes> = {
    ...WALK,
    figureOf: (node) => (node.type === 'link' && node.url.startsWith('#') ? idOf(node.url.slice(1)) : undefined),
  };
  return { provenance, ...gatherTexts<Nodes>(parseDocument(body), walk) };
}

/** A text without the comments on lines of their own, which no one sees: without them, a long one is parsed in parts. */
function withoutComments(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let open = findOpening(text, 0); open >= 0; ) {
    const close = text.indexOf('-->', open + OPENING.length);
    if (close < 0) break;
    const end = close + '-->'.length;
    const rest = /[^\n]*/y;
    rest.lastIndex = end;
    const after = rest.exec(text)?.[0] ?? '';
    if (after.trim() === '') {
      kept.push(text.slice(from, open));
      from = end + after.length;
    }
    open = findOpening(text, end);
  }
  return kept.join('') + text.slice(from);
}

const OPENING = '<!--';

/** The first comment that opens at the start of a line. */
function findOpening(text: string, from: number): number {
  if (from === 0 && text.startsWith(OPENING)) return 0;
  const line = text.indexOf(`\n${OPENING}`, from);
  return line < 0 ? line : line + 1;
}

/**
 * A text whose items and rows of tables stand apart, without its links: the parser reads each alone, and neither a long list nor a
 * figure of a thousand sources is a crowded paragraph.
 */
function parted(text: string): string {
  let inTable = false;
  return text
    .replace(LINK, '')
    .split('\n')
    .map((line) => {
      if (DELIMITERS.test(line)) inTable = true;
      else if (!line.startsWith('|')) inTable = false;
      return inTable || ITEM.test(line) ? `\n${line}` : line;
    })
    .join('\n');
}

/** No list that cops writes goes that far to the right. */
const DEEP_ITEM = /^[ \t]{100,}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/m;
const LINK = /\[[^[\]\n]*\]\([^()\s]*\)/g;
const DELIMITERS = /^\|(?: *:?-+:? *\|)+ *$/;
const ITEM = /^ *(?:[-*+]|\d{1,9}[.)]) /;

function withoutHeader(text: string): string {
  if (!text.startsWith('---\n')) return text;
  const parts = splitFrontMatter('', text);
  return 'fault' in parts ? text : parts.body;
}

const BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'code', 'tableCell']);

const WALK: Omit<Walk<Nodes>, 'figureOf'> = {
  // The first level is that of the title.
  levelOf: (node) => (node.type === 'heading' && node.depth > 1 ? node.depth : undefined),
  isReference: (node) => node.type === 'link' && node.url.startsWith('#'),
  roleOf: ({ type }) => (type === 'tableRow' ? 'row' : BLOCKS.has(type) ? 'block' : 'inline'),
  childrenOf: (node) => ('children' in node ? node.children : []),
  wordsOf: (node) => {
    if (node.type === 'html') return withoutTags(node.value);
    if (node.type === 'break') return ' ';
    if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
    return 'value' in node ? node.value : undefined;
  },
};

/** The words between tags and comments; what is never closed is words too. */
function withoutTags(html: string): string {
  const words: string[] = [];
  let from = 0;
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', from)) {
    const closing = html.startsWith(OPENING, open) ? '-->' : '>';
    const close = html.indexOf(closing, open + 1);
    if (close < 0) break;
    words.push(html.slice(from, open));
    from = close + closing.length;
  }
  return [...words, html.slice(from)].join(' ');
}
