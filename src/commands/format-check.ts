import { posix } from 'node:path';
import { RULES } from '../checks/index.ts';
import type { Collection } from '../collection.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { formatGithub } from '../forge/github.ts';
import { formatGitlab } from '../forge/gitlab.ts';
import { formatJunit } from '../forge/junit.ts';
import { type ForgeReport, placeFaults } from '../forge/placed-fault.ts';
import { formatSarif } from '../forge/sarif.ts';
import { computeBlobId } from '../workspace/blob-id.ts';
import { readRepositoryPrefix } from '../workspace/repository-prefix.ts';
import type { CheckFormat } from './check-formats.ts';
import { markJson } from './example-mark.ts';

/** What `cops check` found, for another program. */
export interface CheckResult {
  readonly root: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of the files that were looked at, from the workspace. */
  readonly files: readonly string[];
  readonly strict: boolean;
  readonly collection: Pick<Collection, 'settings'>;
}

/** The same faults in the form that another program reads; those of a forge name files from the top of the repository. */
export function formatForProgram(format: Exclude<CheckFormat, 'text' | 'plain'>, result: CheckResult): string {
  switch (format) {
    case 'json':
      return formatJson(result);
    case 'github':
      return formatGithub(place(result), RULES);
    case 'gitlab':
      return formatGitlab(place(result));
    case 'sarif':
      return formatSarif(place(result), RULES);
    case 'junit':
      return formatJunit(place(result));
  }
}

function place({ root, diagnostics, files, strict }: CheckResult): ForgeReport {
  const prefix = readRepositoryPrefix(root) ?? '';
  const pathOf = (file: string) => posix.join(prefix, file);
  const hash = (text: string) => computeBlobId(new TextEncoder().encode(text));
  return { faults: placeFaults(diagnostics, { pathOf, hash }), files: files.map(pathOf), strict };
}

function formatJson({ counts, diagnostics, collection }: CheckResult): string {
  const flat = diagnostics.map(({ code, severity, file, range, message }) => ({
    code,
    severity,
    file,
    line: range.start.line,
    column: range.start.column,
    endLine: range.end.line,
    endColumn: range.end.column,
    message,
  }));
  return JSON.stringify(
    { version: 1, ...markJson(collection.settings), counts: Object.fromEntries(counts), diagnostics: flat },
    null,
    2,
  );
}
