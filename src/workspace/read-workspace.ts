import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Collection, collect, DEFAULT_SETTINGS, type Settings } from '../collection.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { decodeText } from '../record/encoding.ts';
import { parseHeader } from '../record/header.ts';
import { indexLines } from '../record/lines.ts';
import { compileSchemas, type Schemas } from '../record/schema.ts';
import { diagnoseSchemaErrors } from '../record/schema-faults.ts';
import { UsageError } from '../usage-error.ts';
import { SETTINGS_FILE } from './find-workspace.ts';
import { readSchemas } from './package-files.ts';
import { readRecords } from './read-records.ts';

/** Reads all of a workspace: its settings, its schemas, every record. */
export async function readWorkspace(root: string): Promise<Collection> {
  const schemas = readCompiledSchemas(root);
  const { settings, faults: settingsFaults } = readSettings(root, schemas);
  const { files, faults } = await readRecords(root, schemas);
  return collect(files, { schemas, settings, faults: [...settingsFaults, ...faults] });
}

/** The schemas that hold in a workspace, ready for use. Throws a UsageError where one of its own is faulty. */
export function readCompiledSchemas(root: string | undefined): Schemas {
  const files = readSchemas(root);
  try {
    return compileSchemas(files);
  } catch (error) {
    throw new UsageError(
      `Un schéma du dossier « schemas » de cet espace n’est pas valable : ${(error as Error).message}`,
    );
  }
}

function readSettings(root: string, schemas: Schemas): { settings: Settings; faults: readonly Diagnostic[] } {
  const path = join(root, SETTINGS_FILE);
  if (!existsSync(path)) return { settings: DEFAULT_SETTINGS, faults: [] };
  const decoded = decodeText(SETTINGS_FILE, readFileSync(path));
  if ('fault' in decoded)
    return { settings: DEFAULT_SETTINGS, faults: decoded.fault.code === 'fichier-vide' ? [] : [decoded.fault] };
  const { text } = decoded;

  if (text.split('\n').every((line) => /^\s*(#|$)/.test(line))) return { settings: DEFAULT_SETTINGS, faults: [] };
  const { header, faults } = parseHeader(SETTINGS_FILE, { yaml: text, body: '', lines: indexLines(text) });
  if (!header) return { settings: DEFAULT_SETTINGS, faults };
  const errors = schemas.validateSettings(header.value);
  const all = [...faults, ...diagnoseSchemaErrors(SETTINGS_FILE, header, errors)];
  return { settings: all.length > 0 ? DEFAULT_SETTINGS : toSettings(header.value), faults: all };
}

function toSettings(value: Readonly<Record<string, unknown>>): Settings {
  const seuils = (value.seuils ?? {}) as { recurrence?: number; fiches_minimales?: number };
  return {
    ...(typeof value.nom === 'string' && { nom: value.nom }),
    ...(typeof value.region === 'string' && { region: value.region }),
    seuils: {
      recurrence: seuils.recurrence ?? DEFAULT_SETTINGS.seuils.recurrence,
      fichesMinimales: seuils.fiches_minimales ?? DEFAULT_SETTINGS.seuils.fichesMinimales,
    },
  };
}
