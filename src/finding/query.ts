import { isStopWord, stemOf, wordsOf } from './words.ts';

/** What is sought: stems that a text must hold, and sequences of them side by side. */
export interface Query {
  readonly stems: readonly string[];
  /** Each a sequence of stems, stop words included. */
  readonly phrases: readonly (readonly string[])[];
}

/** Reads what was typed; « "…" » is a phrase. Its stems are empty where only stop words were typed. */
export function parseQuery(typed: string): Query {
  const phrases = [...typed.matchAll(/"([^"]+)"/g)].map(([, phrase = '']) => wordsOf(phrase).map(stemOf));
  const stems = wordsOf(typed)
    .filter((word) => !isStopWord(word))
    .map(stemOf);
  return { stems: [...new Set(stems)], phrases: phrases.filter((phrase) => phrase.length > 1) };
}

/** Whether a text holds every stem of a query, or one of them, and every phrase. */
export function matches(text: string, { stems, phrases }: Query, link: 'and' | 'or' = 'and'): boolean {
  const words = wordsOf(text).map(stemOf);
  const own = new Set(words);
  const holds = link === 'and' ? stems.every((stem) => own.has(stem)) : stems.some((stem) => own.has(stem));
  return holds && phrases.every((phrase) => ` ${words.join(' ')} `.includes(` ${phrase.join(' ')} `));
}
