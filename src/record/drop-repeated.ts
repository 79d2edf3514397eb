import type { Fix, Position, Range } from '../diagnostic.ts';
import type { Header, Path } from './header.ts';
import type { Lines } from './lines.ts';

/** Takes an item out of a list in which it stands already, with its comma or its line; one with a comment of its own is left. */
export function dropRepeated(header: Header, path: Path): Fix | undefined {
  const index = Number(path.at(-1));
  const place = header.placeOf(path);
  const before = header.placeOf([...path.slice(0, -1), index - 1]);
  const range = findInFlow(header.lines, before, place) ?? findItemLine(header.lines, place);
  return range && { title: 'valeur répétée retirée de la liste', edits: [{ range, text: '' }] };
}

/** « , b » in `[a, b]`. */
function findInFlow({ lineAt }: Lines, { end }: Range, place: Range): Range | undefined {
  if (end.line !== place.end.line) return undefined;
  const between = lineAt(end.line).slice(end.column - 1, place.start.column - 1);
  return /^\s*,\s*$/.test(between) ? { start: end, end: place.end } : undefined;
}

function findItemLine({ lineAt, count }: Lines, { start, end }: Range): Range | undefined {
  const text = lineAt(start.line);
  const isAlone = /^\s*- +$/.test(text.slice(0, start.column - 1)) && text.slice(end.column - 1).trim() === '';
  if (start.line !== end.line || start.line === count || !isAlone) return undefined;
  const from: Position = { line: start.line, column: 1 };
  return { start: from, end: { line: start.line + 1, column: 1 } };
}
