import { join, relative, resolve } from 'node:path';
import { type Collection, collect, DEFAULT_SETTINGS } from '../collection.ts';
import { findPrint } from '../importer/format-remark.ts';
import type { ReadFiche } from '../record/fiche.ts';
import { fieldsOf } from '../record/field.ts';
import { formatTemplate } from '../record/write.ts';
import { findWorkspace, findWorkspaceIfAny } from '../workspace/find-workspace.ts';
import { listRecordTexts } from '../workspace/list-record-texts.ts';
import { readTemplate } from '../workspace/package-files.ts';
import { readCompiledSchemas } from '../workspace/read-setup.ts';
import { readWorkspace } from '../workspace/read-workspace.ts';
import type { Drafting } from './draft-fiche.ts';
import type { ImportOptions } from './import.ts';
import { dayOf, type Io } from './io.ts';

/** What an import of one or many documents goes by; it learns of each record that it writes, so that none is written twice. */
export interface ImportSession {
  readonly options: ImportOptions;
  /** Where records are written; without an output it is the workspace itself. */
  readonly root: string;
  readonly collection: Collection;
  /** What a record of a type is made with. */
  draftingOf(type: string): Drafting;
  /** The file to write for a path in a workspace. */
  pathOf(file: string): string;
  /** The file of the record that was made of a document with these words. */
  findKnown(print: string): string | undefined;
  /** A record was written, or would have been. */
  add(read: ReadFiche, print: string): void;
}

/** Reads the workspace once, and what the folder of the output holds. Throws a UsageError where neither is given. */
export async function openImport(options: ImportOptions, io: Io): Promise<ImportSession> {
  const output = options.output === undefined ? undefined : resolve(io.cwd, options.output);
  const root = output === undefined ? findWorkspace(options.directory) : findWorkspaceIfAny(options.directory);
  let collection = root === undefined ? collectNothing() : await readWorkspace(root, { bodies: false });
  const top = root ?? options.directory;
  const known = new Map<string, string>();
  for (const { file, lines } of collection.files) addPrint(known, lines.text, relative(io.cwd, join(top, file)));
  const beside = output === undefined ? [] : listRecordTexts(output);
  for (const { name, text } of beside) addPrint(known, text, relative(io.cwd, join(output ?? '', name)));
  const pathOf = (file: string) =>
    output === undefined ? join(top, ...file.split('/')) : join(output, file.slice(file.lastIndexOf('/') + 1));
  return {
    options,
    root: top,
    get collection() {
      return collection;
    },
    draftingOf(name) {
      const type = collection.schemas.types.get(name);
      if (!type) throw new Error(`import: the type ${name} has no schema`);
      const template = readTemplate(root, `${name}.md`)?.text ?? formatTemplate(type);
      const taken = beside.map(
        (one): ReadFiche => ({ file: `${type.folder}/${one.name}`, lines: NO_LINES, faults: [] }),
      );
      const files = [...collection.files, ...taken];
      const fields = fieldsOf(type, collection.schemas);
      return { type, fields, template, collection: { ...collection, files }, today: dayOf(io), id: options.id };
    },
    pathOf,
    findKnown: (print) => known.get(print),
    add(read, print) {
      collection = { ...collection, files: [...collection.files, read] };
      known.set(print, relative(io.cwd, pathOf(read.file)));
    },
  };
}

const NO_LINES = { text: '' } as ReadFiche['lines'];

function collectNothing(): Collection {
  return collect([], { schemas: readCompiledSchemas(undefined), settings: DEFAULT_SETTINGS });
}

function addPrint(known: Map<string, string>, text: string, file: string): void {
  const print = findPrint(text);
  if (print !== undefined) known.set(print, file);
}
