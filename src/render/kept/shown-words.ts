import type { Nodes } from 'mdast';

const INLINE: readonly string[] = ['text', 'emphasis', 'strong', 'delete', 'link', 'inlineCode', 'html', 'image'];

/** The words that blocks of a document print, one block from another by a line. */
export function readShownWords(nodes: readonly Nodes[]): string {
  return nodes.map(wordsOf).join('\n');
}

function wordsOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'break') return ' ';
  if (node.type === 'image') return node.alt ?? '';
  if (!('children' in node)) return '';
  return node.children.map((child) => (INLINE.includes(child.type) ? '' : '\n') + wordsOf(child)).join('');
}

/** The addresses that links of a text lead to, as a person reads them; those of the web by their words. */
export function listAddresses(node: Nodes): string[] {
  const own = 'url' in node && typeof node.url === 'string' ? [decode(node.url)] : [];
  return [...own, ...('children' in node ? node.children.flatMap(listAddresses) : [])];
}

function decode(url: string): string {
  try {
    return decodeURIComponent(/^[a-z]+:/i.test(url) ? url.replace(/[/?#=&@:]+/g, ' ') : url);
  } catch {
    return url;
  }
}
