import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { readSource } from '../../src/importer/read-source.ts';
import { textOf, wordsOf } from '../../src/importer/readers/lost-words.ts';
import type { SourceDocument } from '../../src/importer/source-document.ts';

const printer = unified().use(remarkStringify, { bullet: '-', rule: '-' }).use(remarkGfm, { tablePipeAlign: false });

/** A document read, as Markdown that a test can show, and what was said of it. */
export async function readAsMarkdown(
  bytes: Uint8Array | string,
  name: string,
): Promise<{ text: string; warnings: readonly string[] }> {
  const { tree, warnings } = await readSource(
    typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    name,
  );
  return { text: printer.stringify(withShownBreaks(tree)).trimEnd(), warnings };
}

/** Markdown has no break in a cell: it is shown as « / ». */
function withShownBreaks(tree: SourceDocument['tree']): SourceDocument['tree'] {
  const show = (node: { type: string; value?: string; children?: unknown[] }, inCell: boolean): unknown => {
    if (node.type === 'break' && inCell) return { type: 'text', value: ' / ' };
    if (!node.children) return node;
    const within = inCell || node.type === 'tableCell';
    return { ...node, children: node.children.map((child) => show(child as never, within)) };
  };
  return show(tree, false) as SourceDocument['tree'];
}

/** The words that are less often in what was read than in the source. */
export function lostWords(source: string, { tree, warnings }: SourceDocument): string[] {
  const kept = new Map<string, number>();
  for (const word of wordsOf(`${textOf(tree)}\n${warnings.join('\n')}`)) kept.set(word, (kept.get(word) ?? 0) + 1);
  return wordsOf(source).filter((word) => {
    const left = kept.get(word) ?? 0;
    kept.set(word, left - 1);
    return left <= 0;
  });
}
