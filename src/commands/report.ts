import { extname, resolve } from 'node:path';
import type { Collection, Settings } from '../collection.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { formatCount, quote } from '../french.ts';
import { formatPartialDate } from '../record/partial-date.ts';
import { type Criteria, coveredPeriod } from '../synthese/criteria.ts';
import type { TypedCriteria } from '../synthese/read-criteria.ts';
import type { Selection } from '../synthese/select.ts';
import { summarize } from '../synthese/synthese.ts';
import { UsageError } from '../usage-error.ts';
import { findWorkspace } from '../workspace/find-workspace.ts';
import { isThere, protectForeignFile, protectWorkspaceFiles, writeFile } from '../workspace/write-file.ts';
import { formatText } from './check.ts';
import { type Io, type Outcome, print } from './io.ts';
import { placeInSyntheses } from './kept-syntheses.ts';
import { printSynthese, REPORT_FORMATS, type ReportFormat } from './print-synthese.ts';
import { readMode } from './report-mode.ts';
import { selectSynthese } from './select-synthese.ts';
import { tell } from './wrap.ts';

/** What `cops report` was asked, as it was typed. */
export interface ReportOptions extends TypedCriteria {
  readonly directory: string;
  /** Where it is left out, what the name of the output ends with, else `md`. */
  readonly format?: ReportFormat;
  readonly output?: string;
  readonly partial?: boolean;
  /** Renews the summaries that are kept as records, or those that are named. */
  readonly refresh?: true | readonly string[];
  /** The summary that a record keeps, by its id or its path. */
  readonly fiche?: string;
  readonly dryRun?: boolean;
}

/** Writes the regional summary. A record with an error that belongs to it stops it, unless a partial one is asked for. */
export async function report(options: ReportOptions, io: Io): Promise<Outcome> {
  const mode = readMode(options);
  if (mode === 'refresh') return refresh(options, io);
  const root = findWorkspace(options.directory);
  const output = options.output === undefined || options.output === '-' ? undefined : resolve(io.cwd, options.output);
  const kept = output && mode === 'synthese' ? placeInSyntheses(output, root) : undefined;
  if (kept) return keep(options, { root, file: kept }, io);
  if (output) {
    protectWorkspaceFiles(output, root);
    if (isThere(output)) protectForeignFile(output, (await import('../verify/is-summary.ts')).isSummary);
  }
  const format = options.format ?? formatOfName(output) ?? 'md';
  if (!output) refuseBinaryOnTerminal(format, io);
  if (mode === 'fiche') return printFiche(options, { root, output, format }, io);
  const { collection, diagnostics, criteria, selection } = await selectSynthese(root, options, io);
  if (selection.faulty.length > 0) {
    sayFaults(selection, diagnostics, { collection, io, partial: options.partial ?? false });
    if (!options.partial) return 'faults';
  }
  refuseEmpty(selection, criteria, collection.settings);
  const printed = await printSynthese(summarize(collection, criteria, selection), { format, root, output });
  deliver(printed, { output, typed: options.output }, io);
  return 'fine';
}

async function refresh({ directory, refresh: asked, dryRun = false, partial = false }: ReportOptions, io: Io) {
  const { refreshSyntheses } = await import('./refresh-syntheses.ts');
  return refreshSyntheses({ directory, asked: asked === true ? [] : (asked ?? []), dryRun, partial }, io);
}

async function keep(options: ReportOptions, place: { root: string; file: string }, io: Io): Promise<Outcome> {
  const { directory: _directory, format = 'md', output: _output, partial = false, ...typed } = options;
  if (format !== 'md')
    throw new UsageError(
      `Une fiche est en Markdown : retirez « --format ${format} », ou écrivez la synthèse ailleurs que dans « records/syntheses/ ».`,
    );
  const { keepSynthese } = await import('./keep-synthese.ts');
  return keepSynthese(typed, { ...place, partial }, io);
}

async function printFiche(
  { fiche: asked = '', interne = false, output: typed }: ReportOptions,
  { output, ...place }: { root: string; output: string | undefined; format: ReportFormat },
  io: Io,
): Promise<Outcome> {
  const { printKept } = await import('./print-kept.ts');
  const printed = await printKept({ asked, interne, output, ...place }, io);
  if (printed === undefined) return 'faults';
  deliver(printed, { output, typed }, io);
  return 'fine';
}

function deliver(
  printed: string | Uint8Array,
  { output, typed = '' }: { output: string | undefined; typed: string | undefined },
  io: Io,
): void {
  if (!output) {
    io.stdout.write(printed);
    return;
  }
  writeFile(output, printed, { overwrite: true });
  tell(io.stderr, `Synthèse écrite dans ${quote(typed)}.`);
}

/** A terminal would show noise, or obey it. */
function refuseBinaryOnTerminal(format: ReportFormat, { stdout }: Io): void {
  if ((format !== 'pdf' && format !== 'docx') || !stdout.isTTY) return;
  throw new UsageError(
    `La forme « ${format} » ne se lit pas dans un terminal : dites où l’écrire, par exemple avec « --output synthese.${format} ».`,
  );
}

function formatOfName(output: string | undefined): ReportFormat | undefined {
  return REPORT_FORMATS.find((format) => output !== undefined && extname(output).toLowerCase() === `.${format}`);
}

/** Says the faults of the records that a summary would have to leave out. */
export function sayFaults(
  { faulty }: Selection,
  diagnostics: readonly Diagnostic[],
  { collection, io, partial }: { collection: Collection; io: Io; partial: boolean },
): void {
  const files = new Set(faulty.map(({ file }) => file));
  const errors = diagnostics.filter(({ file, severity }) => severity === 'error' && files.has(file));
  print(io.stderr, formatText(errors, collection, io, io.stderr));
  const count = formatCount(files.size, 'fichier a', 'fichiers ont');
  tell(
    io.stderr,
    partial
      ? `${count} une erreur et ne ${files.size > 1 ? 'sont' : 'est'} pas dans la synthèse, qui le dit.`
      : `${count} une erreur : la synthèse n’est pas écrite, elle serait incomplète. Corrigez, ou ajoutez --partial pour passer outre.`,
  );
}

/** Throws a UsageError where a summary would be of nothing: it would read as one of a region where nothing happens. */
export function refuseEmpty(
  { ateliers, projets, brouillons }: Selection,
  criteria: Criteria,
  { debut }: Settings,
): void {
  if (ateliers.length + projets.length > 0) return;
  const { prs, annee } = criteria;
  const drafts =
    brouillons.length > 0
      ? ` ${formatCount(brouillons.length, 'brouillon')} en ${brouillons.length > 1 ? 'sont' : 'est'}, non compté${brouillons.length > 1 ? 's' : ''} : voir --brouillons.`
      : '';
  const { last } = coveredPeriod(criteria);
  const before =
    debut && last !== undefined && last < debut.first
      ? ` Le centre n’existait pas : « activite » dit son début dans cops.yaml, ${formatPartialDate(debut)}.`
      : '';
  const asked = [...(prs ? [`PRS ${quote(prs.id)}`] : []), ...(annee ? [`année ${annee.iso}`] : [])].join(', ');
  throw new UsageError(
    `Aucun atelier ni projet n’entre dans cette synthèse (${asked}, et les critères donnés).${before}${drafts}`,
  );
}
