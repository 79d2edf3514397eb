import stringWidth from 'fast-string-width';
import type { Diagnostic } from '../diagnostic.ts';
import type { Lines } from '../record/lines.ts';
import { maskPersonalData } from '../record/personal-data.ts';
import { withoutSteering } from '../record/shown-text.ts';
import type { Paint } from './paint.ts';
import { wrap } from './wrap.ts';

const SEVERITIES = { error: 'erreur', warning: 'avertissement' } as const;

/** One line a fault, as other programs read it: `file:line:column: severity: message [code]`. */
export function formatPlain({ file, range, severity, message, code }: Diagnostic): string {
  const { line, column } = range.start;
  return `${withoutSteering(file)}:${line}:${column}: ${SEVERITIES[severity]} : ${message} [${code}]`;
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
      output.push(
        ...(output.length > 0 ? [''] : []),
        ...wrap(withoutSteering(file), width).map((line) => paint.strong(line)),
      );
    }
    const { line, column } = diagnostic.range.start;
    const label = paint[diagnostic.severity](SEVERITIES[diagnostic.severity]);
    const title = `${label} ligne ${line}, colonne ${column} ${paint.dim(diagnostic.code)}`;
    output.push('', ...wrap(title, width - 2).map((text) => `  ${text}`));
    output.push(...wrap(diagnostic.message, width - 2).map((text) => `  ${text}`));
    output.push(...showPlace(diagnostic, { width, paint, lines: linesOf(diagnostic.file) }));
  }
  return output.join('\n');
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
  const text = withoutSteering(source);
  let before = text.slice(0, start);
  let marked = text.slice(start, end);
  let after = text.slice(end);
  if (stringWidth(marked) > room - 2) marked = `${firstColumns(marked, room - 3)}…`;
  const left = room - Math.max(1, stringWidth(marked));
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
  let kept = '';
  let width = 0;
  for (const sign of text) {
    width += stringWidth(sign);
    if (width > columns) break;
    kept += sign;
  }
  return kept;
}
