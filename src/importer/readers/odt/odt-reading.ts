import type { FootnoteDefinition, RootContent } from 'mdast';
import type { XmlElement } from '../xml.ts';
import type { OdtStyles } from './odt-styles.ts';

/** What is gathered while an ODF text is read. */
export interface OdtReading {
  readonly styles: OdtStyles;
  readonly notes: FootnoteDefinition[];
  /** Comments, by the rank of their marks. */
  readonly memos: string[];
  /** Boxes whose text is to be put below the paragraph that is being read. */
  readonly boxes: XmlElement[];
  /** Text that has no place: tables of contents. */
  readonly contents: string[];
  /** How many boxes, merged cells, tables within cells and objects there were. */
  readonly counts: { boxes: number; merged: number; nested: number; objects: number };
  /** Reads blocks: notes hold some, and they hold notes. */
  readBlocks(node: XmlElement): RootContent[];
}
