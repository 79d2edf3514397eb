import type { Diagnostic, Range, Severity } from '../diagnostic.ts';

/** A fault as a forge files it: its path is the one that the forge knows, and its fingerprint stays while lines move. */
export interface PlacedFault {
  readonly code: string;
  readonly severity: Severity;
  /** From the top of the repository, with `/`. */
  readonly path: string;
  readonly range: Range;
  readonly message: string;
  readonly fingerprint: string;
}

/** What a run of `cops check` hands to a forge. */
export interface ForgeReport {
  readonly faults: readonly PlacedFault[];
  /** Every file that was looked at, from the top of the repository. */
  readonly files: readonly string[];
  /** Whether a warning fails the run too. */
  readonly strict: boolean;
}

/** How paths and fingerprints are made. */
export interface Placing {
  /** The path of a file of the workspace from the top of the repository. */
  pathOf(file: string): string;
  hash(text: string): string;
}

/**
 * Places faults where a forge looks for them. Equal faults of a file are told apart by their order, and a line number inside
 * a message counts for nothing, so that a fingerprint is the same after lines were added above.
 */
export function placeFaults(diagnostics: readonly Diagnostic[], { pathOf, hash }: Placing): PlacedFault[] {
  const seen = new Map<string, number>();
  return diagnostics.map(({ file, ...fault }) => {
    const path = pathOf(file);
    const key = JSON.stringify([fault.code, path, fault.message.replace(/\bligne \d+/g, 'ligne')]);
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return { ...fault, path, fingerprint: hash(`${key}\n${occurrence}`) };
  });
}
