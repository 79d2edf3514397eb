import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../diagnostic.ts';
import { WELL_FORMED_ID } from '../record/identifier.ts';
import { RECORDS_FOLDER } from './find-workspace.ts';

/**
 * The ids that file names give, below a folder of `records/` or in all of it; no file is opened. Names that are no ids are
 * left out: a shell would take some of their signs for commands.
 */
export function listRecordIds(root: string, folder = ''): string[] {
  return [...new Set(namesBelow(join(root, RECORDS_FOLDER, folder)))]
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
