import type { Collection } from '../collection.ts';
import { formatCount, quote } from '../french.ts';
import type { FoundValue } from '../importer/imported-record.ts';
import { type HeaderValue, isList } from '../record/header-value.ts';
import { toShownText } from '../record/shown-text.ts';
import { formatText } from './check.ts';
import { cutTo } from './format-table.ts';
import type { DraftedImport } from './import-draft.ts';
import { type Io, print, type Terminal, widthOf } from './io.ts';
import { paintFor } from './paint.ts';
import { wrap } from './wrap.ts';

/** Says what of a document is in the header, from which words, and what a person should look at. */
export function printImport(
  drafted: DraftedImport,
  { name, collection, isAlone }: { name: string; collection: Collection; isAlone: boolean },
  io: Io,
): void {
  const { draft, values } = drafted;
  const paint = paintFor(io.stderr, io);
  const toVerify = listToVerify(drafted);
  const say = (text: string, color = (line: string) => line) => {
    for (const line of fit(text, io.stderr)) print(io.stderr, color(line));
  };
  if (isAlone) {
    say(
      `${name === '-' ? 'Texte collé' : name} : ${formatCount(values.length, 'information trouvée', 'informations trouvées')}.`,
      paint.strong,
    );
    for (const value of values) {
      say(`  ${value.key} : ${formatValue(value.value)}`);
      say(`      ${sayOrigin(value)}`, paint.dim);
    }
  }
  if (toVerify.length > 0) say(isAlone ? '\nÀ vérifier :' : `${name}, à vérifier :`, paint.strong);
  for (const sentence of toVerify) say(`  - ${sentence}`);
  const faults = isAlone ? draft.faults : [];
  if (faults.length > 0)
    print(
      io.stderr,
      `\n${formatText(faults, { ...collection, files: [...collection.files, draft.read] }, io, io.stderr)}`,
    );
  if (isAlone || toVerify.length > 0) print(io.stderr);
}

/** How many sentences ask for a person's eye, those of `cops check` included. */
export function countToVerify(drafted: DraftedImport): number {
  return listToVerify(drafted).length + drafted.draft.faults.length;
}

/** A value on one line, as a person reads it. */
export function formatValue(value: HeaderValue): string {
  if (typeof value === 'string') return toShownText(value);
  if (isList(value)) return value.map(formatValue).join(' ; ');
  return Object.entries(value)
    .map(([key, inner]) => (typeof inner === 'string' && /^\d/.test(inner) ? `${key} ${inner}` : formatValue(inner)))
    .join(', ');
}

/** Where a value comes from: its words, where they are others than the value, and their place. */
export function sayOrigin({ value, words, place }: FoundValue): string {
  const isSame = words === '' || words === value;
  return isSame ? place : `${quote(cutTo(toShownText(words), LONGEST_WORDS))} (${place})`;
}

/** The words are in the record: here, they only let a person find them. */
const LONGEST_WORDS = 160;

function listToVerify({ values, warnings }: DraftedImport): string[] {
  const doubts = values.flatMap(({ key, doubt }) => (doubt ? [{ key, doubt: withoutStop(doubt) }] : []));
  const told = new Set(doubts.map(({ key, doubt }) => `${quote(key)} : ${doubt}`));
  return [
    ...doubts.map(({ key, doubt }) => `${key} : ${toShownText(doubt)}.`),
    ...warnings.filter((warning) => !told.has(withoutStop(warning))).map(toShownText),
  ];
}

/** A sentence whose full stop is added by whoever shows it. */
export function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

function fit(text: string, stream: Terminal): string[] {
  const width = widthOf(stream);
  return width === undefined ? text.split('\n') : wrap(text, width);
}
