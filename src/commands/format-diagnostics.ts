import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { Diagnostic } from '../diagnostic.ts';
import type { Lines } from '../record/lines.ts';
import { maskPersonalData } from '../record/personal-data.ts';
import type { Paint } from './paint.ts';

const SEVERITIES = { error: 'erreur', warning: 'avertissement' } as const;

/** One line a fault, as other programs read it: `file:line:column: severity: message [code]`. */
export function formatPlain({ file, range, severity, message, code }: Diagnostic): string {
  const { line, column } = range.start;
  return `${file}:${line}:${column}: ${SEVERITIES[severity]} : ${message} [${code}]`;
}

/** Faults for a person at a terminal: by file, each with its line and a caret under the place. */
export function formatForTerminal(
  diagnostics: readonly Diagnostic[],
  { width, paint, linesOf }: { width: number; paint: Paint; linesOf: (file: string) => Lines | undefined },
): string {
  const output: string[] = [];
  let file: string | undefined;
  for (const diagnostic of diagnostics) {
    if (diagnostic.file !== file) {
      file = diagnostic.file;
      output.push(...(output.length > 0 ? [''] : []), paint.strong(file));
    }
    const { line, column } = diagnostic.range.start;
    const label = paint[diagnostic.severity](SEVERITIES[diagnostic.severity]);
    output.push('', `  ${label} ligne ${line}, colonne ${column} ${paint.dim(diagnostic.code)}`);
    output.push(...wrap(diagnostic.message, width - 2).map((text) => `  ${text}`));
    output.push(...showPlace(diagnostic, { width, paint, lines: linesOf(diagnostic.file) }));
  }
  return output.join('\n');
}

function wrap(text: string, width: number): string[] {
  return wrapAnsi(keepTogether(text), width, { hard: true }).replaceAll('\u00a0', ' ').split('\n');
}

/** French signs do not begin a line: the spaces around them do not break. */
function keepTogether(text: string): string {
  return text.replace(/« /g, '«\u00a0').replace(/ ([»:;!?])/g, '\u00a0$1');
}

function showPlace(
  { range, severity }: Diagnostic,
  { width, paint, lines }: { width: number; paint: Paint; lines: Lines | undefined },
): string[] {
  const source = lines ? maskPersonalData(lines.text === '' ? '' : lines.lineAt(range.start.line)) : '';
  if (source.trim() === '') return [];
  const gutter = String(range.start.line);
  const room = width - gutter.length - 5;
  const end = range.end.line === range.start.line ? range.end.column : source.length + 1;
  const view = cutAround(source, { start: range.start.column - 1, end: Math.max(end - 1, range.start.column), room });
  const caret = ' '.repeat(stringWidth(view.before)) + '^'.repeat(Math.max(1, stringWidth(view.marked)));
  return [
    `  ${paint.dim(`${gutter} │`)} ${view.before}${view.marked}${view.after}`,
    `  ${paint.dim(`${' '.repeat(gutter.length)} │`)} ${paint[severity](caret)}`,
  ];
}

/** The part of a long line that shows the place, with « … » where it is cut; tabs show as one space. */
function cutAround(
  source: string,
  { start, end, room }: { start: number; end: number; room: number },
): { before: string; marked: string; after: string } {
  const text = source.replace(/\p{Cc}/gu, ' ');
  let before = text.slice(0, start);
  let marked = text.slice(start, end);
  let after = text.slice(end);
  while (stringWidth(marked) > room - 2) marked = `${[...marked].slice(0, room - 3).join('')}…`;
  const left = room - stringWidth(marked);
  if (stringWidth(before) > left) before = `…${lastColumns(before, Math.max(0, left - 2))}`;
  const right = left - stringWidth(before);
  if (stringWidth(after) > right) after = right < 1 ? '' : `${firstColumns(after, right - 1)}…`;
  return { before, marked, after };
}

function lastColumns(text: string, columns: number): string {
  const kept: string[] = [];
  let width = 0;
  for (const sign of [...text].reverse()) {
    width += stringWidth(sign);
    if (width > columns) break;
    kept.unshift(sign);
  }
  return kept.join('');
}

function firstColumns(text: string, columns: number): string {
  return [...lastColumns([...text].reverse().join(''), columns)].reverse().join('');
}
