import { findErrors } from '../checks/check-collection.ts';
import type { Collection } from '../collection.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Criteria } from '../synthese/criteria.ts';
import { readCriteria, type TypedCriteria } from '../synthese/read-criteria.ts';
import { type Selection, selectRecords } from '../synthese/select.ts';
import { readWorkspace } from '../workspace/read-workspace.ts';
import { dayOf, type Io } from './io.ts';

/** A workspace that was read, and the errors in it. */
export interface CheckedWorkspace {
  readonly collection: Collection;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a summary is to be made of. */
export interface SelectedSynthese extends CheckedWorkspace {
  readonly criteria: Criteria;
  /** Its `faulty` must be looked at before anything is counted. */
  readonly selection: Selection;
}

/** Reads a workspace, looks for errors, and chooses the records of a summary. Throws a UsageError for criteria that mean nothing there. */
export async function selectSynthese(root: string, typed: TypedCriteria, io: Io): Promise<SelectedSynthese> {
  return selectFrom(await readChecked(root, io), typed);
}

/** Reads a workspace, and looks for errors in it. */
export async function readChecked(root: string, io: Io): Promise<CheckedWorkspace> {
  const collection = await readWorkspace(root);
  return { collection, diagnostics: findErrors(collection, { today: dayOf(io) }) };
}

/** Chooses the records of a summary in a workspace that was read. Throws a UsageError for criteria that mean nothing there. */
export function selectFrom({ collection, diagnostics }: CheckedWorkspace, typed: TypedCriteria): SelectedSynthese {
  const criteria = readCriteria(typed, collection, diagnostics);
  return { collection, diagnostics, criteria, selection: selectRecords(collection, criteria, diagnostics) };
}
