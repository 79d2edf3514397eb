import type { ForgeReport, PlacedFault } from './placed-fault.ts';

/**
 * Faults as a JUnit report: one case a file that was looked at. Its errors stand together in one failure, since what reads
 * such reports awaits but one; its warnings are the output of the case, unless they fail the run.
 */
export function formatJunit({ faults, files, strict }: ForgeReport): string {
  const faultsOf = new Map<string, PlacedFault[]>(files.map((path) => [path, []]));
  for (const fault of faults) faultsOf.set(fault.path, [...(faultsOf.get(fault.path) ?? []), fault]);
  const paths = [...faultsOf.keys()].sort();
  const cases = paths.map((path) => sortFaults(path, faultsOf.get(path) ?? [], strict));
  const failures = cases.filter(({ failing }) => failing.length > 0).length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" time="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="cops check" ${counts}>`,
    `  <testsuite name="cops check" ${counts}>`,
    ...cases.flatMap(formatCase),
    '  </testsuite>',
    '</testsuites>',
  ].join('\n');
}

interface Case {
  readonly path: string;
  /** Those that fail the case. */
  readonly failing: readonly PlacedFault[];
  readonly told: readonly PlacedFault[];
}

function sortFaults(path: string, faults: readonly PlacedFault[], strict: boolean): Case {
  const isFailing = ({ severity }: PlacedFault) => strict || severity === 'error';
  return { path, failing: faults.filter(isFailing), told: faults.filter((fault) => !isFailing(fault)) };
}

function formatCase({ path, failing, told }: Case): string[] {
  const name = escapeAttribute(path);
  const open = `    <testcase name="${name}" classname="cops check" file="${name}" time="0"`;
  if (failing.length + told.length === 0) return [`${open}/>`];
  return [`${open}>`, ...formatFailure(failing), ...formatOutput(told), '    </testcase>'];
}

function formatFailure(faults: readonly PlacedFault[]): string[] {
  const [first] = faults;
  if (!first) return [];
  const message = escapeAttribute(faults.length === 1 ? first.message : `${faults.length} fautes`);
  const codes = escapeAttribute([...new Set(faults.map(({ code }) => code))].join(' '));
  return [`      <failure message="${message}" type="${codes}">${formatLines(faults)}</failure>`];
}

function formatOutput(faults: readonly PlacedFault[]): string[] {
  return faults.length === 0 ? [] : [`      <system-out>${formatLines(faults)}</system-out>`];
}

function formatLines(faults: readonly PlacedFault[]): string {
  const lines = faults.map(({ path, range, severity, message, code }) => {
    const place = `${path.replace(/\p{Cc}/gu, ' ')}:${range.start.line}:${range.start.column}`;
    return `${place}: ${SEVERITIES[severity]} : ${message} [${code}]`;
  });
  return escapeXml(lines.join('\n'));
}

const SEVERITIES = { error: 'erreur', warning: 'avertissement' } as const;

/** Text for an element or an attribute of XML 1.0; a sign that it cannot hold, or that would steer a terminal, is shown as « � ». */
function escapeXml(text: string): string {
  return text
    .replace(/(?!\n)[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** In an attribute, a bare line end would be read as a space. */
function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll('\n', '&#10;');
}
