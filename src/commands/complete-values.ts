import type { Rule } from '../diagnostic.ts';
import { UsageError } from '../usage-error.ts';
import { findWorkspace } from '../workspace/find-workspace.ts';
import { listRecordIds } from '../workspace/list-record-ids.ts';
import { readSchemas } from '../workspace/package-files.ts';
import { readRecord, recordFolders } from '../workspace/read-records.ts';
import { readSetup } from '../workspace/read-setup.ts';
import type { CompletableCommand, Completes } from './completable.ts';
import { findRecordFile } from './find-record.ts';

/** A word that may stand at a place, and what it is. */
export interface Value {
  readonly word: string;
  readonly description?: string;
}

/** What may be said of a place: names of files are read, never what is in them, but for the names of the passages of one record. */
export interface ValueSource {
  readonly directory: string;
  /** The record that was typed before, for the names of its passages. */
  readonly fiche?: string | undefined;
  readonly commands: readonly CompletableCommand[];
  /** Read only where a code may stand: they take long to load. */
  readonly rules: readonly Rule[];
}

/** The shells for which there is a script. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** The words that may stand at a place; none where the shell itself completes names of files, or where nothing can be read. */
export function listValues(completes: Completes, { directory, fiche, commands, rules }: ValueSource): Value[] {
  switch (completes) {
    case 'terminal':
      return SHELLS.map((word) => ({ word }));
    case 'commande':
      return commands.map(({ name, description }) => ({ word: name, description }));
    case 'code':
      return [
        ...rules.map(({ code, title }) => ({ word: code, description: title })),
        ...listTypes(quietly(() => findWorkspace(directory))),
      ];
    case 'piste':
      return quietly(() => listPistes(fiche ?? '', directory)) ?? [];
    case 'chemin':
    case 'dossier':
      return [];
    default:
      return quietly(() => listNames(completes, directory)) ?? [];
  }
}

function listNames(completes: 'prs' | 'projet' | 'theme' | 'synthese' | 'fiche' | 'type', directory: string): Value[] {
  if (completes === 'type') return listTypes(quietly(() => findWorkspace(directory)));
  const root = findWorkspace(directory);
  if (completes === 'fiche')
    return listRecordIds(root, recordFolders(readSetup(root).schemas)).map((word) => ({ word }));
  return listRecordsOf(completes, root);
}

/** The names of the passages of a record: each is `p` and a number, that no shell would run. */
function listPistes(fiche: string, directory: string): Value[] {
  const root = findWorkspace(directory);
  const { schemas } = readSetup(root);
  const { body } = readRecord(root, findRecordFile(fiche, { root, cwd: directory, schemas }), { schemas });
  return (body?.passages ?? []).flatMap(({ nom }) => (nom === undefined ? [] : [{ word: nom }]));
}

/** The types of a workspace, or those that come with cops. */
function listTypes(root: string | undefined): Value[] {
  return [...readSchemas(root)].flatMap(([name, schema]) =>
    'x-cops' in schema
      ? [{ word: name.replace(/\.schema\.json$/, ''), description: String(schema.description ?? '') }]
      : [],
  );
}

/** The ids of the records of a type, by their files. */
export function listRecordsOf(type: string, root: string): Value[] {
  const folder = readSetup(root).schemas.types.get(type)?.folder;
  return folder ? listRecordIds(root, [folder]).map((word) => ({ word })) : [];
}

/** Somebody who presses Tab has asked for nothing: a workspace that is not there, or that does not read, offers nothing. */
export function quietly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
