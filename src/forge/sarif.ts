import packageJson from '../../package.json' with { type: 'json' };
import type { Rule } from '../diagnostic.ts';
import type { ForgeReport, PlacedFault } from './placed-fault.ts';

/** Faults as SARIF 2.1.0, the exchange format of static analysis, with all that there is to know of each rule. */
export function formatSarif({ faults }: ForgeReport, rules: readonly Rule[]): string {
  const indexes = new Map(rules.map(({ code }, index) => [code, index]));
  const driver = {
    name: packageJson.name,
    version: packageJson.version,
    semanticVersion: packageJson.version,
    language: 'fr',
    rules: rules.map(describeRule),
  };
  const run = {
    tool: { driver },
    language: 'fr',
    columnKind: 'utf16CodeUnits',
    results: faults.map((fault) => describeResult(fault, indexes.get(fault.code))),
  };
  return JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2);
}

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

function describeRule({ code, severity, title, explanation, example }: Rule): object {
  const { faulty, corrected } = example;
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: explanation },
    help: { text: `${explanation}\n\nFautif :\n${faulty || '(rien)'}\n\nCorrigé :\n${corrected}` },
    defaultConfiguration: { level: severity },
  };
}

function describeResult({ code, severity, path, range, message, fingerprint }: PlacedFault, index?: number): object {
  return {
    ruleId: code,
    ...(index !== undefined && { ruleIndex: index }),
    level: severity,
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: toRelativeUri(path), uriBaseId: '%SRCROOT%' },
          region: {
            startLine: range.start.line,
            startColumn: range.start.column,
            endLine: range.end.line,
            endColumn: range.end.column,
          },
        },
      },
    ],
    partialFingerprints: { 'copsFault/v1': fingerprint },
  };
}

/** A path as a relative URI: spaces, accents and signs are percent-encoded in each of its steps. */
function toRelativeUri(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
