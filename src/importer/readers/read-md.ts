import type { Nodes } from 'mdast';
import { splitFrontMatter } from '../../record/front-matter.ts';
import { parseMarkdown } from '../../record/markdown.ts';
import { findUnreadable } from '../../record/unreadable.ts';
import { UsageError } from '../../usage-error.ts';
import type { SourceDocument } from '../source-document.ts';
import { decodeBytes } from './decode-bytes.ts';
import { checkLength, sayEncoding } from './text-limits.ts';

/** Reads Markdown as it is; its header is set apart, not read. */
export function readMd(bytes: Uint8Array): SourceDocument {
  checkLength(bytes.length);
  const { text, encoding } = decodeBytes(bytes);
  const parts = splitFrontMatter('', text);
  const warnings = sayEncoding(encoding);
  if ('fault' in parts) return { tree: parse(text), warnings };
  const header = parts.yaml.replace(/^#\s*\n?/, '');
  return { tree: parse(parts.body.trimStart()), warnings, header };
}

function parse(text: string): SourceDocument['tree'] {
  const unreadable = findUnreadable(text);
  if (unreadable) throw new UsageError(unreadable.message);
  const tree = parseMarkdown(text);
  forgetPlaces(tree);
  return tree;
}

function forgetPlaces(node: Nodes): void {
  delete node.position;
  if ('children' in node) node.children.forEach(forgetPlaces);
}
