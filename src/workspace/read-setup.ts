import { existsSync, lstatSync, statSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { DEFAULT_SETTINGS, type Settings } from '../collection.ts';
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { quote } from '../french.ts';
import { type Header, type Path, parseHeader } from '../record/header.ts';
import { indexLines, type Lines } from '../record/lines.ts';
import { parsePartialDate } from '../record/partial-date.ts';
import { grilleIntrouvable } from '../record/rules.ts';
import { compileSchemas, moveFolder, refuseChangedSchemas, type Schemas } from '../record/schema.ts';
import { diagnoseHeader } from '../record/schema-faults.ts';
import { readBuiltValidators } from './built-validators.ts';
import { RECORDS_FOLDER, SETTINGS_FILE } from './find-workspace.ts';
import { readSchemas } from './package-files.ts';
import { readText } from './read-records.ts';

/** What holds for every record of a workspace. */
export interface Setup {
  readonly schemas: Schemas;
  readonly settings: Settings;
  /** The lines of `cops.yaml`, to show a fault in its place; none where there is no such text. */
  readonly settingsLines?: Lines;
  readonly faults: readonly Diagnostic[];
}

/** The schemas of a workspace, ready for use, and what its `cops.yaml` says. Throws a UsageError where a schema of its own is faulty. */
export function readSetup(root: string): Setup {
  const schemas = readCompiledSchemas(root);
  const read = readSettings(root, schemas);
  const { header, ...setup } = read;
  if (!header || typeof header.value.grille !== 'string') return { ...setup, schemas };
  const grille = posix.normalize(header.value.grille).replace(/\/$/, '');
  const wrong = refuseGrille(root, grille, schemas);
  if (!wrong) return { ...setup, schemas: moveFolder(schemas, 'theme', grille) };
  const fault = diagnose(grilleIntrouvable, SETTINGS_FILE, header.placeOf(['grille']), wrong);
  return { ...setup, schemas, faults: [...setup.faults, fault] };
}

function refuseGrille(root: string, grille: string, { types }: Schemas): string | undefined {
  const folder = join(root, grille);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    return `Le dossier de la grille, ${quote(grille)}, n’existe pas : corrigez ce chemin, qui part du dossier de cops.yaml, ou retirez la ligne.`;
  const other = [...types.values()].find(
    ({ name, folder: own }) => name !== 'theme' && !relative(join(root, own), folder).startsWith('..'),
  );
  if (other)
    return `Le dossier ${quote(grille)} est celui du type ${quote(other.name)} : donnez celui qui ne contient que les thèmes.`;
  if (relative(folder, join(root, RECORDS_FOLDER)).startsWith('..')) return undefined;
  return `Le dossier ${quote(grille)} contient toutes les fiches de l’espace : donnez celui qui ne contient que les thèmes.`;
}

/** The schemas that hold in a workspace, ready for use. Throws a UsageError where one of its own is faulty. */
export function readCompiledSchemas(root: string | undefined): Schemas {
  const files = readSchemas(root);
  if (root === undefined || !existsSync(join(root, 'schemas')))
    return compileSchemas(files, { proven: true, validators: readBuiltValidators(files) });
  refuseChangedSchemas(files, readSchemas(undefined));
  return compileSchemas(files);
}

interface ReadSettings extends Omit<Setup, 'schemas'> {
  readonly header?: Header;
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
  if (all.some(({ severity }) => severity === 'error'))
    return { settings: DEFAULT_SETTINGS, settingsLines, faults: all };
  return { settings: toSettings(header.value), settingsLines, faults: all, header };
}

function toSettings(value: Readonly<Record<string, unknown>>): Settings {
  const debut = parsePartialDate((value.activite as { debut?: unknown } | undefined)?.debut);
  const seuils = (value.seuils ?? {}) as { recurrence?: number; fiches_minimales?: number };
  return {
    ...(typeof value.nom === 'string' && { nom: value.nom }),
    ...(typeof value.region === 'string' && { region: value.region }),
    ...(value.exemple === true && { exemple: true }),
    ...(debut && { debut }),
    seuils: {
      recurrence: seuils.recurrence ?? DEFAULT_SETTINGS.seuils.recurrence,
      fichesMinimales: seuils.fiches_minimales ?? DEFAULT_SETTINGS.seuils.fichesMinimales,
    },
  };
}
