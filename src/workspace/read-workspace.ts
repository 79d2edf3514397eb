import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { type Collection, collect, DEFAULT_SETTINGS, type Settings } from '../collection.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { type Path, parseHeader } from '../record/header.ts';
import { indexLines, type Lines } from '../record/lines.ts';
import { compileSchemas, type Schemas } from '../record/schema.ts';
import { diagnoseHeader } from '../record/schema-faults.ts';
import { UsageError } from '../usage-error.ts';
import { SETTINGS_FILE } from './find-workspace.ts';
import { readSchemas } from './package-files.ts';
import { type Reading, readRecords, readText } from './read-records.ts';

/** Reads all of a workspace: its settings, its schemas, every record, or the headers alone. A `signal` stops it, by throwing. */
export async function readWorkspace(root: string, reading?: Reading): Promise<Collection> {
  const schemas = readCompiledSchemas(root);
  const { faults: settingsFaults, ...settings } = readSettings(root, schemas);
  const { files, faults } = await readRecords(root, schemas, reading);
  return collect(files, { schemas, ...settings, faults: [...settingsFaults, ...faults] });
}

/** The schemas that hold in a workspace, ready for use. Throws a UsageError where one of its own is faulty. */
export function readCompiledSchemas(root: string | undefined): Schemas {
  const files = readSchemas(root);
  const proven = root === undefined || !existsSync(join(root, 'schemas'));
  try {
    return compileSchemas(files, { proven });
  } catch (error) {
    throw new UsageError(
      `Un schéma du dossier « schemas » de cet espace n’est pas valable : ${(error as Error).message}`,
    );
  }
}

interface ReadSettings {
  readonly settings: Settings;
  readonly settingsLines?: Lines;
  readonly faults: readonly Diagnostic[];
}

function readSettings(root: string, schemas: Schemas): ReadSettings {
  const unset = { settings: DEFAULT_SETTINGS, faults: [] };
  if (!lstatSync(join(root, SETTINGS_FILE), { throwIfNoEntry: false })) return unset;
  const decoded = readText(root, SETTINGS_FILE);
  if ('fault' in decoded) return decoded.fault.code === 'fichier-vide' ? unset : { ...unset, faults: [decoded.fault] };
  return decoded.text.split('\n').every((line) => /^\s*(#|$)/.test(line))
    ? unset
    : parseSettings(decoded.text, schemas);
}

function parseSettings(text: string, { settings: { schema, validate }, keysAt }: Schemas): ReadSettings {
  const settingsLines = indexLines(text);
  const { header, faults } = parseHeader(SETTINGS_FILE, { yaml: text, body: '', lines: settingsLines });
  if (!header) return { settings: DEFAULT_SETTINGS, settingsLines, faults };
  const demands = { errors: validate(header.value), wanted: [], keysAt: (path: Path) => keysAt(schema, path) };
  const all = [...faults, ...diagnoseHeader(SETTINGS_FILE, header, demands)];
  const isWrong = all.some(({ severity }) => severity === 'error');
  return { settings: isWrong ? DEFAULT_SETTINGS : toSettings(header.value), settingsLines, faults: all };
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
