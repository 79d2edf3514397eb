import type { Range } from '../diagnostic.ts';

/** What a passage is, as its section, its arrow or a person's comment says. */
export type Nature = 'contexte' | 'constat' | 'piste' | 'frein' | 'levier';

/** A hashtag of the text: its word as written, without `#`, and where it stands. */
export interface Hashtag {
  readonly word: string;
  readonly range: Range;
}

/** The unit of coding: one paragraph, or the part of it that an arrow begins. */
export interface Passage {
  readonly nature: Nature;
  /** Headings that it stands under, outermost first; the first is its section. */
  readonly headings: readonly string[];
  /** The authors' words as plain text, on one line, without arrow and marks. */
  readonly text: string;
  /** From the first line of its text to the end of its marks. */
  readonly range: Range;
  readonly themes: readonly Hashtag[];
  /** `#?mot-libre`: a free code, never counted. */
  readonly libres: readonly Hashtag[];
  /** `<!-- pas #theme -->`: a person said no. */
  readonly refus: readonly Hashtag[];
  /** `^p7`: its permanent name. */
  readonly nom?: string;
  /** Where its name is written. */
  readonly nomRange?: Range;
  /** Chosen by a person to be shown. */
  readonly extrait: boolean;
}

/** How a section of a body is read; schemas say it under `x-cops`. */
export interface SectionSpec {
  readonly titre: string;
  /** Folded words that its heading begins with: « synthese ». */
  readonly mot: string;
  /** What its passages are, until an arrow or a comment says otherwise; none where the section holds no passage. */
  readonly nature?: Nature;
  readonly requise?: boolean;
  /** The key that may say it all, so that the section may be empty. */
  readonly cle?: string;
  /** Never shared, never read for passages. */
  readonly interne?: boolean;
}
