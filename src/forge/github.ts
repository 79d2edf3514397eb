import type { Rule } from '../diagnostic.ts';
import type { ForgeReport, PlacedFault } from './placed-fault.ts';

/** Faults as workflow commands, which GitHub Actions reads in the log and shows at the lines of a pull request. */
export function formatGithub({ faults }: ForgeReport, rules: readonly Rule[]): string {
  const titles = new Map(rules.map(({ code, title }) => [code, title]));
  return faults.map((fault) => formatCommand(fault, titles.get(fault.code))).join('\n');
}

function formatCommand({ code, severity, path, range, message }: PlacedFault, title: string | undefined): string {
  const properties = { file: path, ...formatRange(range), title: title ? `${title} (${code})` : code };
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${severity} ${listed.join(',')}::${escapeMessage(message)}`;
}

/** GitHub drops the columns of a place that spans lines, and says so in the log: they are left out. */
function formatRange({ start, end }: PlacedFault['range']): Record<string, number> {
  const isOneLine = start.line === end.line;
  return {
    line: start.line,
    ...(isOneLine && { col: start.column }),
    endLine: end.line,
    ...(isOneLine && { endColumn: end.column }),
  };
}

function escapeMessage(text: string): string {
  return text
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replace(/\p{Cc}/gu, ' ');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
