import { formatCount, quote } from '../french.ts';
import { ANNOTATOR } from './comments.ts';
import type { WordFile } from './word-file.ts';
import { wordsOf } from './word-text.ts';
import { childOf, descendants, isElement, type XmlElement } from './xml.ts';

/** Longer words of a remark are cut when it is named. */
const LONGEST = 120;

/** What a Word file holds that a record cannot: French sentences. */
export function listRemarks(word: WordFile, document: XmlElement): string[] {
  return [...sayChanges(document), ...sayComments(word), ...sayPictures(document), ...saySigns(document)];
}

function sayChanges(document: XmlElement): string[] {
  const deleted = [...descendants(document, 'w:del', 'w:moveFrom')].map(deletedWords).filter(Boolean);
  const inserted = [...descendants(document, 'w:ins', 'w:moveTo')].filter((ins) => wordsOf(ins) !== '').length;
  return [
    ...(inserted > 0
      ? [`Suivi des modifications : ${formatCount(inserted, 'ajout est repris', 'ajouts sont repris')}.`]
      : []),
    ...(deleted.length > 0
      ? [
          `Suivi des modifications : ${formatCount(deleted.length, 'suppression n’est pas reprise', 'suppressions ne sont pas reprises')} : ${listWords(deleted)}.`,
        ]
      : []),
  ];
}

function deletedWords(deletion: XmlElement): string {
  return [...descendants(deletion, 'w:delText', 'w:t')]
    .map((text) => text.children.filter((child) => typeof child === 'string').join(''))
    .join('')
    .trim();
}

function sayComments(word: WordFile): string[] {
  const comments = (word.treeOf('word/comments.xml')?.children ?? []).filter(
    (child): child is XmlElement => isElement(child, 'w:comment') && child.attributes['w:author'] !== ANNOTATOR,
  );
  const said = comments.map(wordsOf).filter(Boolean);
  if (said.length === 0) return [];
  return [
    `${formatCount(said.length, 'commentaire de Word n’est pas repris', 'commentaires de Word ne sont pas repris')} : ${listWords(said)}.`,
  ];
}

function sayPictures(document: XmlElement): string[] {
  const drawn = [...descendants(document, 'w:drawing', 'w:pict', 'w:object')].filter(
    (picture) => picture.parent?.name !== 'mc:Fallback' && !hasText(picture),
  );
  return drawn.length === 0
    ? []
    : [
        `${formatCount(drawn.length, 'image n’est pas reprise', 'images ne sont pas reprises')} : une fiche ne tient que du texte.`,
      ];
}

/** A box of text is no picture. */
function hasText(picture: XmlElement): boolean {
  return !descendants(picture, 'w:txbxContent').next().done;
}

function saySigns(document: XmlElement): string[] {
  return wordsOf(childOf(document, 'w:body') ?? document).includes('\uFFFD')
    ? ['Un signe d’une police de symboles ne se lit pas : il est noté « \uFFFD », à remplacer.']
    : [];
}

function listWords(said: readonly string[]): string {
  return said.map((words) => quote(words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words)).join(', ');
}
