import type { RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { formatProvenanceComment } from '../synthese/provenance.ts';
import type { RenderedDocument } from './document.ts';

const printer = unified()
  .use(remarkStringify, { bullet: '-', emphasis: '_', listItemIndent: 'one' })
  .use(remarkGfm, { tablePipeAlign: false });

/** Prints a document as Markdown; its provenance is a comment at its end, which no reader sees. */
export function formatMarkdown({ tree, provenance }: Pick<RenderedDocument, 'tree' | 'provenance'>): string {
  return `${printer.stringify(tree)}\n${formatProvenanceComment(provenance)}\n`;
}

/** Prints some blocks of a document as Markdown. */
export function formatNodes(children: readonly RootContent[]): string {
  return printer.stringify({ type: 'root', children: [...children] });
}
