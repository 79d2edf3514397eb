import type { SourceDocument } from '../source-document.ts';
import { markComments } from './docx/comments.ts';
import { easeReading } from './docx/ease-reading.ts';
import { sayParts } from './docx/say-parts.ts';
import { sayChanges, sayHidden } from './docx/settle-changes.ts';
import { readStyles } from './docx/styles.ts';
import { closeWord, openWord } from './docx/word-parts.ts';
import { wordText } from './docx/word-text.ts';
import { dropInnerLinks } from './drop-inner-links.ts';
import { type PageElement, parsePage } from './html/page-text.ts';
import { treeFromPage } from './html-to-tree.ts';
import { sayLostWords } from './lost-words.ts';
import { leaveOutImages } from './name-images.ts';
import { placeMemos } from './place-memos.ts';
import { tidyTree } from './tidy-tree.ts';

/** How paragraphs become HTML. mammoth reads each rule anew for every file: its own list holds thirty more, that are settled before. */
const STYLES = [
  ...[1, 2, 3, 4, 5, 6].map((level) => `p.Heading${level} => h${level}:fresh`),
  "p[style-name='Title'] => h1:fresh",
  ...['Quote', 'Intense Quote', 'Quotations'].map((name) => `p[style-name='${name}'] => blockquote > p:fresh`),
  "r[style-name='Strong'] => strong",
  "r[style-name='Emphasis'] => em",
  ...[1, 2, 3, 4, 5].flatMap((depth) =>
    ['ul', 'ol'].map((list) => {
      const kind = list === 'ul' ? 'unordered-list' : 'ordered-list';
      return `p:${kind}(${depth}) => ${'ul|ol > li > '.repeat(depth - 1)}${list} > li:fresh`;
    }),
  ),
];

/** Reads a Word file as it stands with its changes accepted; comments become memos, notes stay notes. */
export async function readDocx(bytes: Uint8Array): Promise<SourceDocument> {
  const { parts, files } = openWord(bytes);
  const { document, part } = parts;
  const warnings = [...sayChanges(document), ...sayHidden(document)];
  const memos = markComments(document, part('comments.xml'));
  warnings.push(...easeReading(document, readStyles(part('styles.xml'))), ...sayParts(parts));
  const source = [document, part('footnotes.xml'), part('endnotes.xml')]
    .map((one) => (one ? wordText(one) : ''))
    .join(' ');
  const { default: mammoth } = await import('mammoth');
  const { value: html } = await mammoth.convertToHtml(
    { buffer: Buffer.from(closeWord(parts, files)) },
    {
      styleMap: STYLES,
      includeDefaultStyleMap: false,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '-' })),
    },
  );
  const read = treeFromPage(parsePage(html).body as unknown as PageElement);
  dropInnerLinks(read.tree);
  warnings.push(...placeMemos(read.tree, memos), ...leaveOutImages(read.tree), ...read.warnings);
  const { tree, warnings: tidied } = tidyTree(read.tree);
  warnings.push(...tidied);
  return { tree, warnings: [...warnings, ...sayLostWords(source, tree, warnings)] };
}
