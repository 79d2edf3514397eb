import type { RenderedDocument } from '../document.ts';
import type { Draw } from '../pictures/picture.ts';
import type { Landmarks } from './landmarks.ts';
import type { Printable } from './printable.ts';

/** What is needed to convert the nodes of a document. */
export interface Conversion {
  readonly figures: RenderedDocument['figures'];
  readonly landmarks: Landmarks;
  readonly printable: Printable;
  readonly draw: Draw;
  /** Within a table, where figures need not stand out. */
  readonly inTable: boolean;
  /** In what pages show more than once, as a heading and the head of a table, no place can be. */
  readonly isRepeated: boolean;
  /** Names that stand for a place already: it grows, since links need one place a name. */
  readonly placed: Set<string>;
}
