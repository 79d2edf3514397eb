import { UsageError } from '../usage-error.ts';
import { findWorkspace } from '../workspace/find-workspace.ts';

/** The workspace around a folder; undefined where there is none, for a command that can do without. */
export function findWorkspaceIfAny(directory: string): string | undefined {
  try {
    return findWorkspace(directory);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
