import { type Collection, collect } from '../collection.ts';
import { type Reading, readRecords } from './read-records.ts';
import { readSetup } from './read-setup.ts';

/** Reads all of a workspace: its settings, its schemas, every record, or the headers alone. A `signal` stops it, by throwing. */
export async function readWorkspace(root: string, reading?: Reading): Promise<Collection> {
  const setup = readSetup(root);
  const { files, faults } = await readRecords(root, setup.schemas, reading);
  return collect(files, { ...setup, faults: [...setup.faults, ...faults] });
}
