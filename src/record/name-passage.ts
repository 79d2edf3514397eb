import type { Edit, Position } from '../diagnostic.ts';
import type { Lines } from './lines.ts';
import type { Passage } from './passage.ts';

/** Names with more digits than this are no names that a person gave. */
const NAME = /\^p(\d{1,6})(?!\d)/g;

/** The name that follows all those of a text, wherever they stand: one that was taken out may still be known elsewhere. */
export function findFreeName(text: string): string {
  const numbers = [...text.matchAll(NAME), ...text.matchAll(/\bpiste: *["']?p(\d{1,6})\b/g)].map(([, number]) =>
    Number(number),
  );
  return `p${numbers.reduce((most, number) => Math.max(most, number), 0) + 1}`;
}

/** The ways to write a name among the end marks of a passage, the best first: behind its themes, before its comments, at its very end. */
export function listNamings(passage: Passage, name: string, lines: Lines): readonly Edit[] {
  const places = [findEndOfWords(passage, lines), passage.range.end];
  return places.map((place) => ({ range: { start: place, end: place }, text: ` ^${name}` }));
}

function findEndOfWords({ range, themes, libres }: Passage, lines: Lines): Position {
  const offsetOf = ({ line, column }: Position) => lines.offsetOf(line) + column - 1;
  const last = [...themes, ...libres].reduce((end, mark) => Math.max(end, offsetOf(mark.range.end)), 0);
  if (last > 0) return lines.positionAt(last);
  const start = offsetOf(range.start);
  const words = lines.text.slice(start, offsetOf(range.end)).replace(LAST_COMMENTS, '');
  return lines.positionAt(start + words.length);
}

const LAST_COMMENTS = /(?:\s*<!--(?:(?!-->)[\s\S])*-->)+\s*$/;
