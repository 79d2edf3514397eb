import type { Edit, Fix } from '../diagnostic.ts';
import type { Lines } from './lines.ts';
import { quoteCertainValue } from './yaml-correction.ts';

/** Puts the value of a line between quotation marks, where that alone can be meant. */
export function quoteLine(lines: Lines, line: number): Fix | undefined {
  const quoted = quoteCertainValue(lines.lineAt(line));
  if (!quoted || goesOn(lines, line)) return undefined;
  const { start, end, text } = quoted;
  const range = { start: { line, column: start + 1 }, end: { line, column: end + 1 } };
  return { title: 'valeur mise entre guillemets droits', edits: [{ range, text }], reveals: true };
}

/** Whether the line below may be more of the same value: it starts further in than the key, or begins no key, item or comment. */
function goesOn(lines: Lines, line: number): boolean {
  let below = line + 1;
  while (below <= lines.count && lines.lineAt(below).trim() === '') below++;
  const next = lines.lineAt(below);
  const key = /^\s*(?:- +)*/.exec(lines.lineAt(line))?.[0].length ?? 0;
  const isStart = /^\s*(?:#|-(?: |$)|---|[\p{L}\p{N}_-]+ *:(?:\S|\s|$)|$)/u.test(next);
  return !isStart || next.search(/\S/) > key;
}

/** Where tabs are the only indent of a header, each becomes two spaces; the lines of a long text are the author's. */
export function indentWithSpaces({ yaml, lines }: { yaml: string; lines: Lines }): Fix | undefined {
  const written = yaml.split('\n');
  if (written.some((text) => /^\t* /.test(text) || /[|>][-+\d]*\s*$/.test(text))) return undefined;
  const edits = written.flatMap((_, index): Edit[] => {
    const tabs = /^\t+(?=\S)/.exec(lines.lineAt(index + 1))?.[0].length ?? 0;
    if (tabs === 0) return [];
    const line = index + 1;
    return [{ range: { start: { line, column: 1 }, end: { line, column: tabs + 1 } }, text: '  '.repeat(tabs) }];
  });
  return { title: 'tabulations du début de ligne remplacées par des espaces', edits, reveals: true };
}

/** A key that touches its value, « titre:Atelier », is parted from it; an address, « https://… », is no key. */
export function partKey(lines: Lines, line: number): Fix | undefined {
  const key = /^[a-z][a-z0-9_]*:(?=[^\s:/])/.exec(lines.lineAt(line))?.[0];
  if (key === undefined) return undefined;
  const range = { start: { line, column: 1 }, end: { line, column: key.length + 1 } };
  return { title: 'espace ajoutée après les deux-points', edits: [{ range, text: `${key} ` }], reveals: true };
}
