import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { RenderedDocument } from './document.ts';
import type { Provenance } from './provenance.ts';

const printer = unified()
  .use(remarkStringify, { bullet: '-', emphasis: '_', listItemIndent: 'one' })
  .use(remarkGfm, { tablePipeAlign: false });

/** Prints a document as Markdown; its provenance is a comment at its end, which no reader sees. */
export function formatMarkdown({ tree, provenance }: Pick<RenderedDocument, 'tree' | 'provenance'>): string {
  return `${printer.stringify(tree)}\n${formatProvenanceComment(provenance)}\n`;
}

/** A provenance on one line between the signs of an HTML comment; none of its texts can close it. */
function formatProvenanceComment(provenance: Provenance): string {
  return `<!-- cops-provenance ${JSON.stringify(provenance).replaceAll('--', '-\\u002d').replaceAll('>', '\\u003e')} -->`;
}
