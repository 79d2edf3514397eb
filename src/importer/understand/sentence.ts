import type { FoundValue } from '../imported-record.ts';
import { foldInPlace } from './find-dates.ts';

/** A text of the document, and where it stands. */
export interface Sentence {
  readonly text: string;
  /** The same, folded, sign for sign. */
  readonly folded: string;
  /** French: « 5e paragraphe ». */
  readonly place: string;
}

/** The sentences of the paragraphs of a document. */
export function toSentences(paragraphs: readonly string[]): Sentence[] {
  return paragraphs.flatMap((text, index) =>
    splitSentences(text).map((sentence) => ({
      text: sentence,
      folded: foldInPlace(sentence),
      place: `${index + 1}${index === 0 ? 'er' : 'e'} paragraphe`,
    })),
  );
}

/** Cut after a full stop that a capital follows; « MG. Dupont » or « (…, etc.) » may be cut too early, which loses nothing. */
export function splitSentences(text: string): string[] {
  return text.split(/(?<=[.!?…]["»)]?)\s+(?=["«(]?\s?\p{Lu})/u);
}

/** The first match of a pattern in the folded sentences, with the words themselves. Groups are cut out of the text. */
export function findWords(
  sentences: readonly Sentence[],
  pattern: RegExp,
): { sentence: Sentence; words: string; groups: readonly string[]; end: number } | undefined {
  const placed = new RegExp(pattern, `${pattern.flags.replace('d', '')}d`);
  for (const sentence of sentences) {
    const match = placed.exec(sentence.folded);
    if (!match?.indices) continue;
    const cut = (range: readonly [number, number] | undefined) => (range ? sentence.text.slice(...range) : '');
    const [whole, ...groups] = match.indices;
    return { sentence, words: cut(whole), groups: groups.map(cut), end: whole?.[1] ?? 0 };
  }
  return undefined;
}

/** A value that stands in a sentence, which stays in the body. */
export function foundIn(
  key: string,
  { sentence, words }: { sentence: Sentence; words: string },
  rest: Pick<FoundValue, 'value' | 'doubt'>,
): FoundValue {
  return {
    key,
    ...rest,
    words: words
      .replace(/\s+/g, ' ')
      .replace(/^[\s,.;:!?]+/, '')
      .trim(),
    place: sentence.place,
  };
}
