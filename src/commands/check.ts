import { checkCollection } from '../checks/check-collection.ts';
import { type Collection, EXEMPLE_FICTIF } from '../collection.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { UsageError } from '../usage-error.ts';
import { readChanges } from '../workspace/changed-files.ts';
import { readHistory } from '../workspace/definition-history.ts';
import { findWorkspace, SETTINGS_FILE } from '../workspace/find-workspace.ts';
import { recordFolders } from '../workspace/read-records.ts';
import { readWorkspace } from '../workspace/read-workspace.ts';
import { selectPaths } from '../workspace/select-paths.ts';
import type { CheckFormat } from './check-formats.ts';
import { countByType, sayHidden, sayNothing, summarize } from './check-summary.ts';
import { fixIfAsked } from './fix.ts';
import { formatForProgram } from './format-check.ts';
import { formatForTerminal, formatPlain } from './format-diagnostics.ts';
import { dayOf, type Io, type Outcome, print, widthOf } from './io.ts';
import { paintFor } from './paint.ts';
import { tell } from './wrap.ts';

/** What `cops check` was asked. */
export interface CheckOptions {
  readonly directory: string;
  readonly paths: readonly string[];
  readonly format: CheckFormat;
  /** Whether warnings fail the run too. */
  readonly strict: boolean;
  /** Only what changed since this version; since the last commit where none is named. */
  readonly changed?: string | true;
  /** Mends first what is safe and certain; a dry run shows it and writes nothing. */
  readonly fix?: boolean;
  readonly dryRun?: boolean;
}

/** Says every fault of the records asked for, and how many were looked at. */
export async function check(options: CheckOptions, io: Io): Promise<Outcome> {
  const { strict } = options;
  const root = findWorkspace(options.directory);
  const { paths, since, isChanged } = readChanges(root, { ...options, cwd: io.cwd });
  const read = await readWorkspace(root);
  const isAsked = selectPaths(paths, { root, cwd: io.cwd, folders: recordFolders(read.schemas) });
  const isShown = (file: string) => isAsked(file) && isChanged(file);
  const { collection, isMended } = await fixIfAsked(options, { root, isShown, read }, io);
  const today = dayOf(io);
  const history = readHistory(root, collection, today);
  const found = checkCollection(collection, { today, ...history.told }).filter(({ file }) => isAsked(file));
  const asked = collection.files.map(({ file }) => file).filter(isAsked);
  if (asked.length === 0 && found.length === 0) throw new UsageError(sayNothing(paths));
  const diagnostics = found.filter(({ file }) => isChanged(file));
  const files = asked.filter(isChanged);
  const counts = countByType(collection, files);
  const text = formatFaults(options.format, { root, counts, diagnostics, files, strict, collection }, io);
  if (text !== '') print(io.stdout, text);
  if (history.isUnknown) tell(io.stderr, UNKNOWN_HISTORY);
  if (collection.settings.exemple) tell(io.stderr, EXEMPLE_FICTIF);
  tell(io.stderr, summarize({ counts, diagnostics, strict, since }, io));
  if (found.length > diagnostics.length) tell(io.stderr, sayHidden(found.length - diagnostics.length));
  return !isMended || diagnostics.some(({ severity }) => strict || severity === 'error') ? 'faults' : 'fine';
}

const UNKNOWN_HISTORY =
  'Certaines fiches disent le jour de leur lecture : inconnu si la définition d’un de leurs thèmes a changé depuis, car l’historique complet des fiches (git) n’est pas ici.';

/** What is to be printed; nothing where a form of text has nothing to say. */
function formatFaults(
  format: CheckFormat,
  result: Parameters<typeof formatForProgram>[1] & { collection: Collection },
  io: Io,
): string {
  const { diagnostics, collection } = result;
  if (format === 'plain') return diagnostics.map(formatPlain).join('\n');
  if (format === 'text') return formatText(diagnostics, collection, io);
  return formatForProgram(format, result);
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
