import type { Edit, Position } from '../diagnostic.ts';
import type { Lines } from './lines.ts';
import type { Passage } from './passage.ts';

/** A name with more digits is none that a person gave. */
const NAME = /(?:\^|\bpiste: *["']?)p(\d{1,4})(?!\d)/g;

const LARGEST = 9999;

/**
 * The name that follows all those of a text, wherever they stand: one that was taken out may still be known elsewhere. The
 * first that is free where none can follow.
 */
export function findFreeName(text: string): string {
  const taken = new Set([...text.matchAll(NAME)].map(([, number]) => Number(number)));
  let number = Math.max(0, ...taken) + 1;
  if (number > LARGEST) for (number = 1; taken.has(number); number++);
  return `p${number}`;
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
