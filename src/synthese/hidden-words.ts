import { fold } from '../french.ts';
import type { HiddenNames } from './names.ts';

/** Where a text says what no reader may see, by its offsets. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** What may stand between the words of a name, or in the place of a hyphen in one. */
const BETWEEN = '[\\s,_*\\p{Pd}]+';

/** Makes what finds hidden names and the ids and paths of internal records in a text, whatever their case, accents or invisible signs; undefined where nothing is hidden. */
export function makeFinder({
  everywhere,
  records,
}: Pick<HiddenNames, 'everywhere' | 'records'>): ((text: string) => Span[]) | undefined {
  const names = everywhere.flatMap(formsOfName);
  const ids = records.flatMap(formsOfRecord);
  const ofNames = names.length > 0 ? [new RegExp(`(?<!\\p{L})(?:${unite(names)})(?!\\p{L})`, 'gu')] : [];
  const ofIds = ids.length > 0 ? [new RegExp(`${ID_START}(?:${unite(ids)})(?:\\.md)?${ID_END}`, 'gu')] : [];
  const patterns = [...ofNames, ...ofIds];
  if (patterns.length === 0) return undefined;
  return (text) => {
    const quick = fold(text.replace(/\p{Cf}/gu, ''));
    // Every id or path has one of these signs, and few texts have one.
    const wanted = /[-/]|\.md/.test(quick) ? patterns : ofNames;
    if (!wanted.some((pattern) => quick.search(pattern) >= 0)) return [];
    const placed = foldInPlace(text);
    const spansOf = (pattern: RegExp) =>
      [...placed.folded.matchAll(pattern)].map(({ 0: found, index }) => placed.spanOf(index, index + found.length));
    const named = ofNames.flatMap(spansOf).filter((span) => !isAddress(text, span));
    return [...named, ...ofIds.flatMap(spansOf)].sort((a, b) => a.start - b.start);
  };
}

const ID_START = '(?<![\\p{L}\\p{N}_-])(?:[\\w.-]{1,80}/){0,12}';
const ID_END = '(?![\\p{L}\\p{N}]|[-_][\\p{L}\\p{N}])';

/** Names of two words or more, whichever comes first; a single word may be any word. */
function formsOfName(name: string): string[] {
  const words = fold(name.replace(/\p{Cf}/gu, ''))
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((word) =>
      word
        .split(/\p{Pd}/u)
        .map(literal)
        .join(BETWEEN),
    );
  if (words.length < 2) return [];
  return words.map((_, index) => [...words.slice(index), ...words.slice(0, index)].join(BETWEEN));
}

/** An id of two words or more is known by itself; a single word, by its folder or its ending. */
function formsOfRecord(file: string): string[] {
  const [id = '', folder = ''] = fold(file).replace(/\.md$/, '').split('/').reverse();
  return id.includes('-') ? [literal(id)] : [literal(`${folder}/${id}`), `${literal(id)}(?=\\.md)`];
}

/** The id or the path of a record that may be shown, or of a figure: nothing would lead there without it. */
function isAddress(text: string, { start, end }: Span): boolean {
  if (!/^[a-z0-9]+(?:[-_][a-z0-9]+)+$/.test(text.slice(start, end))) return false;
  return /[a-z0-9][-_./]$|\/$/.test(text.slice(0, start)) || /^(?:\.md|\/)/.test(text.slice(end));
}

/** A text in lower case, without accents and invisible signs, and where each stretch of it comes from. */
function foldInPlace(text: string): { folded: string; spanOf(start: number, end: number): Span } {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: sign, index } of text.matchAll(/\p{Cf}|\p{M}+|[^\p{M}\p{Cf}]\p{M}*/gu)) {
    const said = /^\p{Cf}/u.test(sign) ? '' : fold(sign);
    if (said === '' && ends.length > 0 && /^\p{M}/u.test(sign)) ends[ends.length - 1] = index + sign.length;
    for (let at = 0; at < said.length; at++) {
      starts.push(index);
      ends.push(index + sign.length);
    }
    folded += said;
  }
  return { folded, spanOf: (start, end) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? text.length }) };
}

function unite(forms: readonly string[]): string {
  return [...new Set(forms)].sort((a, b) => b.length - a.length).join('|');
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
