import { findBodyStart, splitComputed } from '../record/computed-text.ts';
import { indexLines } from '../record/lines.ts';
import { type Numbers, sayNumber } from './compare-content.ts';

/** A figure that an author quotes with its link, and that is another now. */
export interface MovedQuote {
  readonly id: string;
  readonly line: number;
  /** What she says, and what she would say now. */
  readonly said: string;
  readonly now: string;
}

/** How a document writes figures: the anchor of one, and the numbers that a text says. */
export interface FigureWriting {
  anchorOf(figure: { readonly id: string }): string;
  readNumbers(text: string): readonly number[];
}

const QUOTE = /\[([^\]\n]*)\]\(#(preuve-[\w-]+)\)/g;

/** Lists the figures that free words of a summary quote, and that moved: by their value, or by their base where it is said. */
export function listMovedQuotes(
  text: string,
  { chiffres, bases }: Numbers,
  { anchorOf, readNumbers }: FigureWriting,
): MovedQuote[] {
  const ids = new Map(Object.keys(chiffres).map((id) => [anchorOf({ id }), id]));
  const lines = indexLines(text.replace(/\r\n?/g, '\n'));
  const free = splitComputed(lines.text, findBodyStart(lines.text)).parts.filter(({ kind }) => kind === 'libre');
  return free.flatMap((part) =>
    [...lines.text.slice(part.start, part.end).matchAll(QUOTE)].flatMap(({ 1: words = '', 2: anchor = '', index }) => {
      const id = ids.get(anchor);
      const [value] = readNumbers(words);
      if (id === undefined || value === undefined) return [];
      const [, outOf] = words.split(/\ssur\s/);
      const base = outOf === undefined ? undefined : readNumbers(outOf)[0];
      const isOther = value !== chiffres[id] || (base !== undefined && bases[id] !== undefined && base !== bases[id]);
      if (!isOther) return [];
      const { line } = lines.positionAt(part.start + index);
      const now = sayNumber(chiffres[id], base === undefined ? undefined : bases[id]);
      return [{ id, line, said: sayNumber(value, base), now }];
    }),
  );
}
