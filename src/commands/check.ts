import { checkCollection } from '../checks/check-collection.ts';
import type { Collection } from '../collection.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { formatCount, formatList } from '../french.ts';
import { findTypeOfFolder } from '../record/fiche.ts';
import { UsageError } from '../usage-error.ts';
import { readHistory } from '../workspace/definition-history.ts';
import { findWorkspace, SETTINGS_FILE } from '../workspace/find-workspace.ts';
import { readWorkspace } from '../workspace/read-workspace.ts';
import { selectPaths } from '../workspace/select-paths.ts';
import { fixIfAsked } from './fix.ts';
import { formatForTerminal, formatPlain } from './format-diagnostics.ts';
import { dayOf, type Io, type Outcome, print, widthOf } from './io.ts';
import { paintFor } from './paint.ts';
import { tell } from './wrap.ts';

/** What `cops check` was asked. */
export interface CheckOptions {
  readonly directory: string;
  readonly paths: readonly string[];
  readonly format: 'text' | 'plain' | 'json';
  /** Mends first what is safe and certain; a dry run shows it and writes nothing. */
  readonly fix?: boolean;
  readonly dryRun?: boolean;
}

/** Says every fault of the records asked for, and how many were looked at. */
export async function check(options: CheckOptions, io: Io): Promise<Outcome> {
  const root = findWorkspace(options.directory);
  const isShown = selectPaths(options.paths, { root, cwd: io.cwd });
  const { collection, isMended } = await fixIfAsked(options, { root, isShown, read: await readWorkspace(root) }, io);
  const counts = countByType(collection, isShown);
  const today = dayOf(io);
  const history = readHistory(root, collection, today);
  const diagnostics = checkCollection(collection, { today, ...history.told }).filter(({ file }) => isShown(file));
  if (counts.size === 0 && diagnostics.length === 0) throw new UsageError(sayNothing(options.paths));
  if (options.format === 'json') print(io.stdout, formatJson(counts, diagnostics));
  else if (options.format === 'plain' && diagnostics.length > 0)
    print(io.stdout, diagnostics.map(formatPlain).join('\n'));
  else if (diagnostics.length > 0) print(io.stdout, formatText(diagnostics, collection, io));
  if (history.isUnknown) tell(io.stderr, UNKNOWN_HISTORY);
  tell(io.stderr, summarize(counts, diagnostics, io));
  return !isMended || diagnostics.some(({ severity }) => severity === 'error') ? 'faults' : 'fine';
}

const UNKNOWN_HISTORY =
  'Certaines fiches disent le jour de leur lecture : inconnu si la définition d’un de leurs thèmes a changé depuis, car l’historique complet des fiches (git) n’est pas ici.';

function sayNothing(paths: readonly string[]): string {
  return paths.length > 0
    ? `Aucune fiche à cet endroit (${paths.join(', ')}) : rien n’a été vérifié.`
    : 'Cet espace ne contient aucune fiche : rien n’a été vérifié. Commencez par « cops new atelier ».';
}

/** Faults as a person or a log reads them. */
export function formatText(
  diagnostics: readonly Diagnostic[],
  { files, settingsLines }: Collection,
  io: Io,
  stream = io.stdout,
): string {
  const width = widthOf(stream);
  if (width === undefined) return diagnostics.map(formatPlain).join('\n');
  const linesOf = new Map(files.map(({ file, lines }) => [file, lines]));
  if (settingsLines) linesOf.set(SETTINGS_FILE, settingsLines);
  return formatForTerminal(diagnostics, { width, paint: paintFor(stream, io), linesOf: (file) => linesOf.get(file) });
}

function formatJson(counts: ReadonlyMap<string, number>, diagnostics: readonly Diagnostic[]): string {
  const flat = diagnostics.map(({ code, severity, file, range, message }) => ({
    code,
    severity,
    file,
    line: range.start.line,
    column: range.start.column,
    endLine: range.end.line,
    endColumn: range.end.column,
    message,
  }));
  return JSON.stringify({ version: 1, counts: Object.fromEntries(counts), diagnostics: flat }, null, 2);
}

/** How many files of each type were looked at, in the order of the types; a file of none is « autre ». */
function countByType({ files, schemas }: Collection, isShown: (file: string) => boolean): Map<string, number> {
  const counts = new Map<string, number>();
  const shown = files.filter(({ file }) => isShown(file));
  if (shown.length === 0) return counts;
  for (const type of TYPES_FIRST) if (schemas.types.has(type)) counts.set(type, 0);
  for (const { file, fiche } of shown) {
    const type = (fiche?.type ?? findTypeOfFolder(file, schemas))?.name ?? OTHER;
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return counts;
}

const TYPES_FIRST = ['atelier', 'projet', 'theme', 'prs'];
const OTHER = 'autre';

/** The words of the last line: « prs » is an acronym, and a type of the workspace's own is named as it is. */
const NAMES: Record<string, [string, string]> = {
  atelier: ['atelier', 'ateliers'],
  projet: ['projet', 'projets'],
  theme: ['thème', 'thèmes'],
  prs: ['PRS', 'PRS'],
  autre: ['fichier sans type', 'fichiers sans type'],
};

function summarize(counts: ReadonlyMap<string, number>, diagnostics: readonly Diagnostic[], io: Io): string {
  const paint = paintFor(io.stderr, io);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const looked = [...counts].map(([type, count]) => {
    const [singular, plural] = NAMES[type] ?? [type, type];
    return formatCount(count, singular, plural);
  });
  const found = [
    ...(errors > 0 ? [paint.error(formatCount(errors, 'erreur'))] : []),
    ...(warnings > 0 ? [paint.warning(formatCount(warnings, 'avertissement'))] : []),
  ];
  const verdict = found.length > 0 ? formatList(found) : 'aucune faute';
  return looked.length > 0 ? `Vérifié : ${formatList(looked)} ; ${verdict}.` : `Aucune fiche vérifiée ; ${verdict}.`;
}
