import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../diagnostic.ts';
import { WELL_FORMED_ID } from '../record/identifier.ts';

/**
 * The ids that file names give in some folders, by their paths in the workspace; no file is opened. Names that are no ids are
 * left out: a shell would take some of their signs for commands.
 */
export function listRecordIds(root: string, folders: readonly string[]): string[] {
  return [...new Set(folders.flatMap((folder) => namesBelow(join(root, folder))))]
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -'.md'.length))
    .filter((id) => WELL_FORMED_ID.test(id))
    .sort(compareText);
}

function namesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ name }) => name);
  } catch {
    // A folder that is not there, or cannot be opened, holds nothing that could be offered.
    return [];
  }
}
