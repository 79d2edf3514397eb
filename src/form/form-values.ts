import { formatList, quote, slugify } from '../french.ts';
import type { FoundValue } from '../importer/imported-record.ts';
import type { Shape } from '../record/field.ts';
import { type HeaderValue, type HeaderValues, isList, withValueAt } from '../record/header-value.ts';
import { parseTypedDate } from '../record/partial-date.ts';
import { toHeaderValue } from '../record/typed-value.ts';
import type { Answer } from './form-content.ts';
import type { FormChoice, Question } from './form-model.ts';
import { readDepartements, readNumberInWords } from './typed-words.ts';

/** What is written in a form, as the values of a header: one for each key, in the order of the form. */
export function readValues(answers: readonly Answer[]): FoundValue[] {
  const byKey = new Map<string, Answer[]>();
  for (const answer of answers) {
    const key = String(answer.path[0]);
    if (answer.lines.length > 0) byKey.set(key, [...(byKey.get(key) ?? []), answer]);
  }
  return [...byKey].flatMap(([key, own]) => toFound(key, own) ?? []);
}

function toFound(key: string, answers: readonly Answer[]): FoundValue | undefined {
  let values: HeaderValues = {};
  const doubts: string[] = [];
  const seen = new Set<string>();
  const rows: string[][] = [];
  for (const { path, question, lines } of answers) {
    const value = valueOfAnswer(question, lines);
    const name = path.join('.');
    if (value === undefined) continue;
    if (seen.has(name)) {
      doubts.push(
        `${quote(question.label)} a deux réponses : la première est gardée, et non ${quote(lines.join(' '))}`,
      );
      continue;
    }
    seen.add(name);
    values = withValueAt(values, path as [string, ...(string | number)[]], value);
    const doubt = doubtOf(question, lines, value);
    if (doubt) doubts.push(doubt);
    const [, row] = path;
    if (typeof row === 'number') rows[row] = [...(rows[row] ?? []), lines.join(' ')];
  }
  const value = values[key];
  if (value === undefined) return undefined;
  const items = rows.filter((row) => row !== undefined).map((row) => row.join(', '));
  return {
    key,
    value: withoutHoles(value),
    words: answers.map(({ lines }) => lines.join('\n')).join('\n'),
    ...(isList(value) && { items: items.length > 0 ? items : value.map((item) => formatItem(item)) }),
    place: `formulaire, ${formatList([...new Set(answers.map(({ label }) => quote(label)))])}`,
    ...(doubts.length > 0 && { doubt: `${doubts.join(' ; ')}.` }),
  };
}

function valueOfAnswer(question: Question, lines: readonly string[]): HeaderValue | undefined {
  const { shape } = question;
  const key = question.path.at(-1) ?? '';
  if (shape.kind === 'list') return toItems(lines, shape.item.shape, key);
  const words = lines.join(' ').trim();
  return (shape.kind === 'number' ? readNumberInWords(key, words) : undefined) ?? toOne(words, shape, question.choices);
}

/** One item a line; words of a closed form may also share one. */
function toItems(lines: readonly string[], shape: Shape, key: string): HeaderValue | undefined {
  const isWord =
    shape.kind === 'identifier' || shape.kind === 'choice' || shape.kind === 'number' || shape.kind === 'date';
  const parts = isWord ? lines.flatMap((line) => line.split(/[,;]/)) : lines;
  const items = parts.flatMap(
    (part) => (key === 'departements' ? readDepartements(part) : undefined) ?? toOne(part, shape, []) ?? [],
  );
  return items.length > 0 ? items : undefined;
}

function toOne(text: string, shape: Shape, choices: readonly FormChoice[]): HeaderValue | undefined {
  const words = text.trim();
  if (words === '') return undefined;
  if (shape.kind === 'choice')
    return (
      findChoice(
        words,
        shape.choices.map((value) => ({ label: value, value })),
      ) ?? toHeaderValue(words, shape)
    );
  if (shape.kind === 'boolean') return findChoice(words, choices) ?? toHeaderValue(words, shape);
  if (shape.kind === 'identifier') return toIdentifier(words, shape);
  if (shape.kind === 'date') return readVagueDate(words) ?? toHeaderValue(words, shape);
  return toHeaderValue(words, shape);
}

/** The choice that words stand for, however they are accented. */
function findChoice(words: string, choices: readonly FormChoice[]): string | undefined {
  const exact = choices.find(({ label, value }) => words === value || words === label);
  return (exact ?? choices.find(({ value, label }) => [value, label].some((one) => slugify(one) === slugify(words))))
    ?.value;
}

/** « 2018-2022 — PRS 2018-2022 », as a list of records offers it, is the first word. */
function toIdentifier(words: string, shape: Shape): HeaderValue | undefined {
  const [, id] = /^([a-z0-9]+(?:-[a-z0-9]+)*) — /.exec(words) ?? [];
  return toHeaderValue(id ?? words, shape);
}

/** « fin 2022 » is a date in the words of its source, and certain by its year alone. */
function readVagueDate(words: string): HeaderValues | undefined {
  if (parseTypedDate(words)) return undefined;
  const years = words.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [];
  const isVague = years.length === 1 && /^\p{L}[^\d]*(?:19|20)\d\d$/u.test(words);
  return isVague ? { date: years[0] ?? '', texte: words } : undefined;
}

function doubtOf(question: Question, lines: readonly string[], value: HeaderValue): string | undefined {
  if (question.shape.kind === 'date' && typeof value !== 'string' && !isList(value))
    return `la date ${quote(lines.join(' '))} n’est certaine que par son année`;
  const { shape } = question;
  if (shape.kind === 'number' && readNumberInWords(question.path.at(-1) ?? '', lines.join(' ')) !== undefined)
    return `${quote(lines.join(' '))} est lu ${quote(String(value))}`;
  if (shape.kind === 'choice' && typeof value === 'string' && !shape.choices.includes(value))
    return `${quote(lines.join(' '))} n’est pas l’un des choix de ${quote(question.label)}`;
  return undefined;
}

/** The words of an item that is no line of a table. */
function formatItem(item: HeaderValue): string {
  return typeof item === 'string' ? item : isList(item) ? '' : String(item.texte ?? '');
}

/** A line of a table in which nothing could be read leaves none behind. */
function withoutHoles(value: HeaderValue): HeaderValue {
  return isList(value) ? value.filter((item) => item !== undefined) : value;
}
