import type { ForgeReport } from './placed-fault.ts';

/** Faults as the Code Quality report of GitLab: a list, empty where there is none. An error is « major », a warning « minor ». */
export function formatGitlab({ faults }: ForgeReport): string {
  const listed = faults.map(({ code, severity, path, range, message, fingerprint }) => ({
    description: message,
    check_name: code,
    fingerprint,
    severity: SEVERITIES[severity],
    location: { path, lines: { begin: range.start.line } },
  }));
  return JSON.stringify(listed, null, 2);
}

const SEVERITIES = { error: 'major', warning: 'minor' } as const;
