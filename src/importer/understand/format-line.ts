import type { PhrasingContent } from 'mdast';
import { parseBody } from '../../record/body.ts';
import { indexLines } from '../../record/lines.ts';
import { parseMarkdown } from '../../record/markdown.ts';
import { plainText } from '../../record/nodes.ts';
import { isCrowded } from '../../record/unreadable.ts';
import { type Line, MEMO } from './line.ts';

/** Signs that may be read as marks; a line without any is written as it is. */
const SUSPECT = /[\\`*_<>[\]#^&~|]|^\s*(?:[-+=:]|\d{1,9}[.)])/;

/**
 * A line of a document as Markdown behind a prefix, so that it is read as its words and nothing else: what looks like a theme, a
 * comment or a rule is escaped, as lightly as reading it back allows. Bold and italics are given up where they would not read back.
 */
export function formatLine(line: Line, prefix: string): string {
  const isPlain = line.content.every(({ type }) => type === 'text');
  const text = isPlain ? toPlain(line) : '';
  if (isPlain && !SUSPECT.test(text)) return prefix + text;
  const ways = [
    ...(isPlain ? [] : PROTECTIONS.map((protect) => formatContent(line.content, protect))),
    ...PROTECTIONS.map((protect) => withMemos(line, protect)),
  ];
  const wanted = sameSpaces(toPlain(line));
  const start = prefix.startsWith('#') ? escapeEnd : escapeStart;
  for (const way of ways) if (readsBack(prefix, start(way), { line, wanted })) return prefix + start(way);
  return prefix + start(withMemos(line, escapeAll));
}

/** A text on one line in which nothing is markup: for a cell of a table. */
export function formatCell(text: string): string {
  const plain = squeeze(text);
  if (!SUSPECT.test(plain)) return plain;
  const light = escapeMarks(plain).replaceAll('|', '\\|');
  const [table] = parseMarkdown(`| ${light} |\n| --- |`).children;
  const cell = table?.type === 'table' ? table.children[0]?.children[0] : undefined;
  return cell && squeeze(plainText(cell)) === squeeze(text) ? light : escapeAll(squeeze(text));
}

/** Hashtags, names of passages and comments: what a record reads, and Markdown does not. */
function escapeMarks(text: string): string {
  return text
    .replace(/(?<=^|\s)#(?=\??[\p{L}\p{N}-])/gu, '\\#')
    .replace(/(?<=^|\s)\^(?=p\d)/g, '\\^')
    .replaceAll('<!--', '\\<!--');
}

function escapeAll(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#^&~|!]/g, '\\$&');
}

/** From the lightest: what is written is what an author would type, wherever that reads back. */
const PROTECTIONS: readonly ((text: string) => string)[] = [
  escapeMarks,
  (text) => escapeMarks(text.replace(/[<&\\]/g, '\\$&')).replaceAll('\\\\<!--', '\\<!--'),
  (text) => escapeMarks(text.replace(/[*_~`\\]/g, '\\$&')),
  escapeAll,
];

/** What closes a title. */
function escapeEnd(text: string): string {
  return text.replace(/(#+)$/, '\\$1');
}

/** What opens a block at the start of a line. */
function escapeStart(text: string): string {
  return text
    .replace(/^(#{1,6})(?=\s|$)/, '\\$1')
    .replace(/^([-+*])(?=\s)/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^>/, '\\>')
    .replace(/^(?=(?:-\s?){3,}$|(?:_\s?){3,}$|(?:\*\s?){3,}$|=+$|~{3}|`{3})/, '\\');
}

function toPlain({ content }: Line): string {
  return squeeze(content.map((node) => plainText(node)).join(''));
}

/** The words, then the reviewers' comments. */
function withMemos({ content }: Line, protect: (text: string) => string): string {
  const notes = content.flatMap((node) => (node.type === 'footnoteReference' ? [`[^${node.identifier}]`] : []));
  const memos = content.flatMap((node) => (node.type === 'html' && MEMO.test(node.value) ? [node.value] : []));
  return [protect(toPlain({ content, text: '' })) + notes.join(''), ...memos].join(' ');
}

function formatContent(content: readonly PhrasingContent[], protect: (text: string) => string): string {
  return squeeze(formatNodes(content, protect));
}

function formatNode(node: PhrasingContent, protect: (text: string) => string): string {
  switch (node.type) {
    case 'strong':
      return surround('**', formatNodes(node.children, protect));
    case 'emphasis':
      return surround('*', formatNodes(node.children, protect));
    case 'delete':
      return surround('~~', formatNodes(node.children, protect));
    case 'link':
      return formatLink(node.url, formatNodes(node.children, protect));
    case 'footnoteReference':
      return `[^${node.identifier}]`;
    case 'html':
      return MEMO.test(node.value) ? ` ${node.value}` : '';
    default:
      return protect(plainText(node).replace(BLANKS, ' '));
  }
}

function formatNodes(content: readonly PhrasingContent[], protect: (text: string) => string): string {
  return content.map((node) => formatNode(node, protect)).join('');
}

/** Spaces at the ends of bold words stand outside of them. */
function surround(sign: string, text: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return inner === '' ? text : `${before}${sign}${inner}${sign}${after}`;
}

/** An address of the web is kept behind its words; any other, such as an e-mail, is left to the words. */
function formatLink(url: string, text: string): string {
  return /^https?:\/\/[^\s<>()]+$/.test(url) && text !== '' ? `[${text}](${url})` : text;
}

/** Whether what was written is read as the words, and nothing else. */
function readsBack(prefix: string, written: string, { line, wanted }: { line: Line; wanted: string }): boolean {
  const notes = line.content.flatMap(notesOf).map((label) => `\n\n[^${label}]: x`);
  const text = `${prefix}${written}${notes.join('')}\n`;
  if (isCrowded(text)) return false;
  const { body, faults } = parseBody('', text, { lines: indexLines(text), specs: [] });
  if (faults.length > 0) return false;
  if (prefix.startsWith('#'))
    return body.sections.length <= 1 && body.passages.length === 0 && sameSpaces(titleOf(text) ?? '') === wanted;
  const [passage, ...others] = body.passages;
  if (!passage || others.length > 0) return false;
  const marks = [...passage.themes, ...passage.libres, ...passage.refus];
  return sameSpaces(passage.text) === wanted && marks.length === 0 && passage.nom === undefined && !passage.extrait;
}

function notesOf(node: PhrasingContent): string[] {
  if (node.type === 'footnoteReference') return [node.identifier];
  return 'children' in node ? (node.children as PhrasingContent[]).flatMap(notesOf) : [];
}

function titleOf(text: string): string | undefined {
  const [heading] = parseMarkdown(text).children;
  return heading?.type === 'heading' ? squeeze(plainText(heading)) : undefined;
}

/** A passage has spaces of one kind. */
function sameSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Spaces that do not break are an author's: they stay. */
const BLANKS = /[ \t\n\r\f\v\0]+/g;

function squeeze(text: string): string {
  return text.replace(BLANKS, ' ').trim();
}
