import { readFileSync } from 'node:fs';
import type { Nodes, Root, RootContent } from 'mdast';
import type { ImportedRecord } from '../../src/importer/imported-record.ts';
import { readSource } from '../../src/importer/read-source.ts';
import type { SourceDocument } from '../../src/importer/source-document.ts';
import { detectType } from '../../src/importer/understand/detect-type.ts';
import { textOfDocument, understand } from '../../src/importer/understand/understand.ts';
import { parseMarkdown } from '../../src/record/markdown.ts';
import { readWorkspace } from '../../src/workspace/read-workspace.ts';

const { schemas, prs } = await readWorkspace('.');

/** What a document becomes beside the PRS of `records/`. */
export function understandSource(source: SourceDocument, type?: string): ImportedRecord {
  const known = type ?? detectType(textOfDocument(source)) ?? 'atelier';
  const specs = schemas.types.get(known)?.spec.sections ?? [];
  return understand(source, { type: known, specs, prs: [...prs.values()] });
}

/** The same for a plain text, or for Markdown. */
export async function understandText(text: string, { name = 'a.txt', type }: { name?: string; type?: string } = {}) {
  return understandSource(await readSource(new TextEncoder().encode(text), name), type);
}

/** A file of the tests' documents. */
export function readImportFixture(name: string): string {
  return readFileSync(`test/fixtures/import/${name}`, 'utf8');
}

/** The values of a record by key. */
export function valuesOf({ values }: ImportedRecord): Record<string, unknown> {
  return Object.fromEntries(values.map(({ key, value }) => [key, value]));
}

/** How often each word stands in a text. */
function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.normalize('NFC').matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The words that stand in a text more often than in another. */
export function lostWords(source: string, kept: string): string[] {
  const has = countWords(kept);
  return [...countWords(source)].filter(([word, count]) => (has.get(word) ?? 0) < count).map(([word]) => word);
}

/** The words that a reader of Markdown sees; blocks and cells are parted. */
export function readWords(markdown: string): string {
  const walk = (node: Nodes): string => {
    if (node.type === 'break' || node.type === 'html') return ' ';
    if ('value' in node) return node.value;
    if (!('children' in node)) return '';
    const isInline = ['paragraph', 'heading', 'strong', 'emphasis', 'delete', 'link', 'tableCell'].includes(node.type);
    return node.children.map(walk).join(isInline ? '' : '\n');
  };
  return walk(parseMarkdown(markdown));
}

/** A document made of blocks. */
export function makeDocument(...children: RootContent[]): SourceDocument {
  return { tree: { type: 'root', children } satisfies Root, warnings: [] };
}
