import type { BlockContent, RootContent } from 'mdast';
import { toBlocks, type WordContext } from './word-blocks.ts';
import type { WordFile } from './word-file.ts';
import type { WordLinks } from './word-inline.ts';
import { isElement, type XmlElement } from './xml.ts';

/** Links and notes of a Word file. */
export interface WordNotes extends WordLinks {
  /** The definitions of the notes met since the last call, with those that they lead to. */
  takeMet(context: WordContext): RootContent[];
}

/** Reads what references in the text lead to; each note has a number, in the order in which it is met. */
export function readNotes(word: WordFile): WordNotes {
  const addresses = new Map(
    elementsOf(word, 'word/_rels/document.xml.rels').map(({ attributes }) => [attributes.Id ?? '', attributes]),
  );
  const notes = new Map<string, XmlElement>([
    ...elementsOf(word, 'word/footnotes.xml').map(
      (note) => [`w:footnoteReference/${note.attributes['w:id']}`, note] as const,
    ),
    ...elementsOf(word, 'word/endnotes.xml').map(
      (note) => [`w:endnoteReference/${note.attributes['w:id']}`, note] as const,
    ),
  ]);
  const labels = new Map<string, string>();
  let met: string[] = [];
  return {
    addressOf(id) {
      const found = addresses.get(id);
      return found?.TargetMode === 'External' && /^(?:https?|mailto):/i.test(found.Target ?? '')
        ? found.Target
        : undefined;
    },
    noteOf(id) {
      if (!notes.has(id)) return undefined;
      if (!labels.has(id)) {
        labels.set(id, String(labels.size + 1));
        met.push(id);
      }
      return labels.get(id);
    },
    takeMet(context) {
      const definitions: RootContent[] = [];
      while (met.length > 0) {
        const ids = met;
        met = [];
        for (const id of ids) {
          const label = labels.get(id) ?? '';
          const paragraphs = (notes.get(id)?.children ?? []).filter((child): child is XmlElement => isElement(child));
          const children = toBlocks(paragraphs, context) as BlockContent[];
          definitions.push({ type: 'footnoteDefinition', identifier: label, label, children });
        }
      }
      return definitions;
    },
  };
}

function elementsOf(word: WordFile, part: string): XmlElement[] {
  return (word.treeOf(part)?.children ?? []).filter((child): child is XmlElement => isElement(child));
}
