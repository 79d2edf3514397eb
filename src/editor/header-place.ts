import { type Document, isMap, isPair, isScalar, isSeq, type Pair, parseDocument, visit } from 'yaml';
import type { Position, Range } from '../diagnostic.ts';
import { type Path, toValue } from '../record/header.ts';
import type { HeaderValues } from '../record/header-value.ts';
import type { Lines } from '../record/lines.ts';
import { type EditedFiche, findHeaderLines } from './edited-fiche.ts';

/** Where a cursor stands in a header that may be half written. */
export interface HeaderPlace {
  /** Of the value, or of the map in which a key stands. */
  readonly path: Path;
  readonly at: 'key' | 'value';
  /** The word under the cursor, without its colon; empty where there is none. */
  readonly word: string;
  readonly range: Range;
  /** The keys that stand beside it in the same map. */
  readonly siblings: readonly string[];
  /** Whether a colon follows the word. */
  readonly named: boolean;
  /** What the header says, as far as it reads. */
  readonly values: HeaderValues;
}

/** Stands in the text where the cursor is, so that the YAML reader finds it; a private sign that nobody types. */
const MARK = '\uE002';
const WORD = '[\\p{L}\\p{N}_.-]*';
const WORD_BEFORE = new RegExp(`${WORD}$`, 'u');
const WORD_AFTER = new RegExp(`^${WORD}`, 'u');
/** Nothing before but list signs: what is being written may become a key. */
const KEY_BEFORE = new RegExp(`^[ \\t]*(?:-[ \\t]+)*${WORD}$`, 'u');
const NOTHING_AFTER = new RegExp(`^${WORD}[ \\t]*$`, 'u');

/** Finds the place of a cursor in the header; undefined elsewhere, in a comment, and where the YAML says nothing of it. */
export function findHeaderPlace(edited: EditedFiche, position: Position): HeaderPlace | undefined {
  const header = findHeaderLines(edited);
  const { lines } = edited;
  const { line, column } = position;
  if (!header || line < header.first || line >= header.end) return undefined;
  const before = lines.lineAt(line).slice(0, column - 1);
  const after = lines.lineAt(line).slice(column - 1);
  const found = findMark(markHeader(lines, header, { line, before, after }));
  if (!found) return undefined;
  const ahead = WORD_BEFORE.exec(before)?.[0] ?? '';
  const behind = WORD_AFTER.exec(after)?.[0] ?? '';
  return {
    ...found,
    word: ahead + behind,
    range: { start: { line, column: column - ahead.length }, end: { line, column: column + behind.length } },
    named: /^[ \t]*:/.test(after.slice(behind.length)),
  };
}

/** The header with a mark at the cursor, and a colon behind it where it may be a key. */
function markHeader(
  lines: Lines,
  { first, end }: { first: number; end: number },
  { line, before, after }: { line: number; before: string; after: string },
): Document {
  const behind = WORD_AFTER.exec(after)?.[0] ?? '';
  const mayBeKey = KEY_BEFORE.test(before) && NOTHING_AFTER.test(after);
  const marked = `${before}${MARK}${behind}${mayBeKey ? ':' : ''}${after.slice(behind.length)}\n`;
  const text = lines.text.slice(lines.offsetOf(first), lines.offsetOf(line));
  const rest = lines.text.slice(lines.offsetOf(line + 1), lines.offsetOf(end));
  return parseDocument(`${text}${marked}${rest}`, { schema: 'failsafe', prettyErrors: false });
}

function findMark(document: Document): Pick<HeaderPlace, 'path' | 'at' | 'siblings' | 'values'> | undefined {
  const root = document.contents;
  if (!isMap(root)) return undefined;
  let found: Pick<HeaderPlace, 'path' | 'at' | 'siblings'> | undefined;
  visit(document, {
    Scalar(key, node, ancestors) {
      if (!String(node.value ?? '').includes(MARK)) return undefined;
      const pair = ancestors.at(-1);
      const isKey = key === 'key' && isPair(pair);
      const path = pathOf(isKey ? ancestors.slice(0, -1) : ancestors, isKey ? pair : node);
      found = { path, at: isKey ? 'key' : 'value', siblings: isKey ? namesBeside(pair, ancestors.at(-2)) : [] };
      return visit.BREAK;
    },
  });
  return found && { ...found, values: toValue(root, [], []) as HeaderValues };
}

/** The keys and list positions that lead from the top to a node. */
function pathOf(ancestors: readonly unknown[], node: unknown): Path {
  return ancestors.flatMap((ancestor, index): Path => {
    const next = index + 1 < ancestors.length ? ancestors[index + 1] : node;
    if (isPair(ancestor)) return [nameOf(ancestor)];
    return isSeq(ancestor) ? [ancestor.items.indexOf(next)] : [];
  });
}

function namesBeside(pair: Pair, map: unknown): string[] {
  return isMap(map) ? map.items.filter((item) => item !== pair).map(nameOf) : [];
}

function nameOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key).replace(MARK, '');
}
