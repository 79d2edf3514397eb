import type { SourceDocument } from '../source-document.ts';
import { decodeBytes } from './decode-bytes.ts';
import { parsePlainText } from './plain-text.ts';
import { checkLength, sayEncoding } from './text-limits.ts';
import { tidyTree } from './tidy-tree.ts';

/** Reads plain text, in which nothing is Markdown: lines are paragraphs, bullets and successive numbers are lists. */
export function readTxt(bytes: Uint8Array): SourceDocument {
  checkLength(bytes.length);
  const { text, encoding } = decodeBytes(bytes);
  const { tree, warnings } = tidyTree({ type: 'root', children: parsePlainText(text) });
  return { tree, warnings: [...sayEncoding(encoding), ...warnings] };
}
