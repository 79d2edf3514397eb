import { stemmer } from '@orama/stemmers/french';
import { fold } from '../french.ts';

/** Words that say nothing by themselves: a search drops them. */
const STOP_WORDS = new Set(
  (
    'a ai ainsi alors après au aucun aussi autre aux avec avoir car ce ceci cela ces cet cette chez comme dans de des donc dont du elle elles en ' +
    'entre est et etaient etait ete etre eu eux fait font ici il ils je la le les leur leurs lui ma mais me meme mes moi mon ne ni nos notre nous on ' +
    'ont ou par pas peu plus pour qu que quel quelle quels qui sa sans se sera ses si son sont sous sur ta te tes toi ton tous tout toute toutes ' +
    'tres tu un une vers vos votre vous y'
  ).split(' '),
);

/** Families that the stemmer parts, or words that it joins and the field keeps apart. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  indemn: ['indemnite', 'indemnites', 'indemnisation', 'indemnisations', 'indemniser', 'indemnise', 'indemnises'],
  remuner: ['remuneration', 'remunerations', 'remunerer', 'remunere', 'remuneres'],
  communic: ['communication', 'communications', 'communiquer', 'communique', 'communiquent', 'communicant'],
  commun: ['commun', 'commune', 'communs', 'communes'],
};
const FAMILY_OF = new Map(Object.entries(FAMILIES).flatMap(([stem, words]) => words.map((word) => [word, stem])));

const stems = new Map<string, string>();

/** What a folded word shares with its plurals and its family. */
export function stemOf(word: string): string {
  let stem = stems.get(word);
  if (stem === undefined) {
    stem = FAMILY_OF.get(word) ?? stemmer(word);
    stems.set(word, stem);
  }
  return stem;
}

/** Whether a folded word says nothing by itself. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word) || word.length < 2;
}

/** What an apostrophe leaves before a word: « l’ », « qu’ ». */
const ELISIONS = /(?<![a-z0-9])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[a-z])/g;

/** The folded words of a text, in its order, stop words included. */
export function wordsOf(text: string): string[] {
  return (
    fold(text)
      .replace(ELISIONS, ' ')
      .match(/[a-z0-9]+/g) ?? []
  );
}

/** The stems of the words of a text that say something. */
export function stemsOf(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !isStopWord(word))
    .map(stemOf);
}

/** Stretches of a text whose words have one of some stems, in its order. */
export function findMarked(text: string, wanted: ReadonlySet<string>): { start: number; end: number }[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)]
    .filter(([word]) => wanted.has(stemOf(fold(word))))
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
}
