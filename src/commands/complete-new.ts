import type { Command } from 'commander';
import { findNamedType } from '../editor/references.ts';
import { fieldsOf } from '../record/field.ts';
import { findWorkspace } from '../workspace/find-workspace.ts';
import { readCompiledSchemas } from '../workspace/read-setup.ts';
import type { CompletableCommand, CompletableOption } from './completable.ts';
import { listRecordsOf, quietly } from './complete-values.ts';
import { addNewOptions } from './new-options.ts';

/** `cops new <type>` as far as completing it goes: an option for each key of the type; undefined where there is no such type. */
export function readNewCommand(
  name: string,
  { directory, parent }: { directory: string; parent: Command },
): CompletableCommand | undefined {
  const root = quietly(() => findWorkspace(directory));
  const schemas = quietly(() => readCompiledSchemas(root));
  const type = schemas?.types.get(name);
  if (!schemas || !type) return undefined;
  const command = addNewOptions(parent.createCommand(name), fieldsOf(type, schemas));
  const options = command.options.map(({ flags, description, long, argChoices }): CompletableOption => {
    const key = (long ?? '').slice(2).replaceAll('-', '_');
    const named = findNamedType(key, { path: [], values: { type: name } }, schemas);
    const choices =
      argChoices ?? (named && root !== undefined ? listRecordsOf(named.name, root).map(({ word }) => word) : undefined);
    return { flags, description, ...(choices && { choices }) };
  });
  return { name: `new ${name}`, description: String(type.schema.description ?? name), options };
}
