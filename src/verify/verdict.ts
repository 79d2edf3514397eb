import type { Unread } from './printed-document.ts';

/** A figure that is no longer what it was. */
export interface ChangedFigure {
  readonly id: string;
  /** As it was computed. */
  readonly from: number;
  /** Undefined where there is no number any more. */
  readonly to: number | undefined;
  /** Where it is out of another number than it was. */
  readonly base?: { readonly from: number | undefined; readonly to: number | undefined };
  /** As it would be printed, where that is certain, and as it is. */
  readonly words?: { readonly from: string | undefined; readonly to: string };
}

/** A figure of which nothing can be said. */
export interface UnknownFigure {
  readonly id: string;
  /** Marked less often than it would be printed, or under other headings; not in the document's own list; or computed no more. */
  readonly reason: 'unmarked' | 'displaced' | 'unlisted' | 'uncomputed';
  /** How often it is marked, in its place where it is displaced, of how often it would be printed. */
  readonly marked: number;
  readonly printed: number;
}

/** A text that nobody computed. */
export interface ForeignText {
  readonly text: string;
  /** The computed text of which only numbers were changed. */
  readonly from?: string;
}

/** What is to be said of a printed document. */
export interface Verdict {
  /** Whether the same document would be printed now as it was then, as far as its provenance tells: all of it is compared. */
  readonly steady: boolean;
  /** Whether the template, or the version of cops, is another than then. */
  readonly printedOtherwise: { readonly template: boolean; readonly cops: boolean };
  /** How many printed figures are what was computed, and what would be computed now. */
  readonly same: number;
  /** Printed otherwise than they were computed. */
  readonly byHand: readonly ChangedFigure[];
  /** Computed otherwise now, since records changed. */
  readonly since: readonly ChangedFigure[];
  /** Computed otherwise now, though no record that the document names changed. */
  readonly unfounded: readonly ChangedFigure[];
  readonly unknown: readonly UnknownFigure[];
  /** Records that changed, that are no longer counted, or that are counted now. */
  readonly changed: readonly string[];
  readonly gone: readonly string[];
  readonly added: readonly string[];
  /** Texts that nobody computed. */
  readonly prose: readonly ForeignText[];
  /** Texts that would be printed in the same words, with other links of figures. */
  readonly relinked: readonly string[];
  /** Texts that would be printed elsewhere in the document. */
  readonly moved: readonly string[];
  /** What a page shows beside its texts that would be otherwise. */
  readonly unread: readonly Unread[];
  /** Texts that would be printed and are not, as far as that can be told. */
  readonly removed: readonly string[];
}
