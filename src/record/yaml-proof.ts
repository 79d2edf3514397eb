import { parseDocument, type YAMLError } from 'yaml';
import type { Lines } from './lines.ts';

/** Whether the fault of a line of a header goes away when the line reads otherwise: alone, and among its neighbours. */
export function isMended({ yaml, lines }: { yaml: string; lines: Lines }, line: number, mended: string): boolean {
  if (parseErrors(mended.trimStart()).length > 0) return false;
  const above = findBlock(lines, line, -1);
  const around: string[] = [];
  for (let at = above; at <= findBlock(lines, line + 1, 1); at++) around.push(lines.lineAt(at));
  around[0] = above === 1 ? yaml.slice(0, lines.lineAt(1).length) : (around[0] ?? '');
  around[line - above] = mended;
  const start = around.slice(0, line - above).join('\n').length;
  const end = around.slice(0, line - above + 1).join('\n').length;
  return !parseErrors(around.join('\n')).some(({ pos: [at] }) => at >= start && at <= end);
}

/** The nearest line, this one included, that begins at the margin: lines beyond it change nothing to how this one reads. */
function findBlock(lines: Lines, from: number, step: 1 | -1): number {
  let line = from;
  while (line > 1 && line < lines.count && /^(?:\s|- |$)/.test(lines.lineAt(line))) line += step;
  return line;
}

function parseErrors(yaml: string): YAMLError[] {
  return parseDocument(yaml, { schema: 'failsafe', prettyErrors: false }).errors;
}
