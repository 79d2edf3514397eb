import { resolve } from 'node:path';
import type { Collection, Settings } from '../collection.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { formatCount, quote } from '../french.ts';
import { formatPartialDate } from '../record/partial-date.ts';
import { type Criteria, coveredPeriod } from '../synthese/criteria.ts';
import { type DocumentKind, kindOfDocument } from '../synthese/document-kind.ts';
import type { TypedCriteria } from '../synthese/read-criteria.ts';
import type { Selection } from '../synthese/select.ts';
import { summarize } from '../synthese/synthese.ts';
import { UsageError } from '../usage-error.ts';
import { findWorkspace } from '../workspace/find-workspace.ts';
import { formatText } from './check.ts';
import { type Io, type Outcome, print } from './io.ts';
import { placeInSyntheses } from './kept-syntheses.ts';
import { readMode } from './report-mode.ts';
import { deliver, type ReportOutput, readOutput, type TypedOutput, writeSynthese } from './report-output.ts';
import { selectSynthese } from './select-synthese.ts';
import { tell } from './wrap.ts';

/** What `cops report` was asked, as it was typed. */
export interface ReportOptions extends TypedCriteria, TypedOutput {
  readonly directory: string;
  /** What was typed besides options: fiches to renew. */
  readonly words: readonly string[];
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
  const kept =
    mode === 'synthese' && isNamed(options.output)
      ? placeInSyntheses(resolve(io.cwd, options.output), root)
      : undefined;
  if (kept) return keep(options, { root, file: kept }, io);
  const output = await readOutput(options, { root, io });
  if (mode === 'fiche') return printFiche(options, { root, output }, io);
  const { collection, diagnostics, criteria, selection } = await selectSynthese(root, options, io);
  const kind = kindOfDocument(criteria);
  if (selection.faulty.length > 0) {
    sayFaults(selection, diagnostics, { collection, io, partial: options.partial ?? false, kind });
    if (!options.partial) return 'faults';
  }
  refuseEmpty(selection, criteria, collection.settings);
  await writeSynthese(summarize(collection, criteria, selection), output, { root, io });
  return 'fine';
}

function isNamed(output: string | undefined): output is string {
  return output !== undefined && output !== '-';
}

async function refresh({ directory, words, refresh: typed, dryRun = false, partial = false }: ReportOptions, io: Io) {
  const asked = [...(typed === true ? [] : (typed ?? [])), ...words];
  const { refreshSyntheses } = await import('./refresh-syntheses.ts');
  return refreshSyntheses({ directory, asked, dryRun, partial }, io);
}

async function keep(options: ReportOptions, place: { root: string; file: string }, io: Io): Promise<Outcome> {
  const { directory: _directory, format = 'md', output: _output, words: _words, partial = false, ...typed } = options;
  if (format !== 'md')
    throw new UsageError(
      `Une fiche est en Markdown : retirez « --format ${format} », ou écrivez la synthèse ailleurs que dans « records/syntheses/ ».`,
    );
  const { keepSynthese } = await import('./keep-synthese.ts');
  return keepSynthese(typed, { ...place, partial }, io);
}

async function printFiche(
  { fiche: asked = '', interne = false }: ReportOptions,
  { root, output }: { root: string; output: ReportOutput },
  io: Io,
): Promise<Outcome> {
  const { printKept } = await import('./print-kept.ts');
  const { format, path } = output;
  const printed = await printKept({ asked, interne, format, root, output: path }, io);
  if (printed === undefined) return 'faults';
  deliver(printed, output, { what: 'Synthèse écrite', io });
  return 'fine';
}

/** Says the faults of the records that a summary would have to leave out. */
export function sayFaults(
  { faulty }: Selection,
  diagnostics: readonly Diagnostic[],
  { collection, io, partial, kind }: { collection: Collection; io: Io; partial: boolean; kind: DocumentKind },
): void {
  const files = new Set(faulty.map(({ file }) => file));
  const errors = diagnostics.filter(({ file, severity }) => severity === 'error' && files.has(file));
  print(io.stderr, formatText(errors, collection, io, io.stderr));
  const count = formatCount(files.size, 'fichier a', 'fichiers ont');
  tell(
    io.stderr,
    partial
      ? `${count} une erreur et ne ${files.size > 1 ? 'sont' : 'est'} pas dans ${kind === 'synthese' ? 'la synthèse' : 'le document'}, qui le dit.`
      : `${count} une erreur : ${kind === 'synthese' ? 'la synthèse n’est pas écrite, elle serait incomplète' : 'le document n’est pas écrit, il serait incomplet'}. Corrigez, ou ajoutez --partial pour passer outre.`,
  );
}

/** Throws a UsageError where a summary would be of nothing: it would read as one of a region where nothing happens. */
export function refuseEmpty(
  { ateliers, projets, brouillons, compared }: Selection,
  criteria: Criteria,
  { debut }: Settings,
): void {
  if (compared && compared.ateliers.length + compared.projets.length === 0)
    throw new UsageError(
      `Aucun atelier ni projet n’entre dans le PRS ${quote(criteria.compare?.id ?? '')} avec les critères donnés : retirez --compare.`,
    );
  if (ateliers.length + projets.length > 0) return;
  const { prs, annee, theme, projet } = criteria;
  if (projet) throw new UsageError(`La fiche du projet ${quote(projet.id)} a une erreur : rien ne peut en être dit.`);
  const drafts =
    brouillons.length > 0
      ? ` ${formatCount(brouillons.length, 'brouillon')} en ${brouillons.length > 1 ? 'sont' : 'est'}, non compté${brouillons.length > 1 ? 's' : ''} : voir --brouillons.`
      : '';
  const { last } = coveredPeriod(criteria);
  const before =
    debut && last !== undefined && last < debut.first
      ? ` Le centre n’existait pas : « activite » dit son début dans cops.yaml, ${formatPartialDate(debut)}.`
      : '';
  const asked = [
    ...(theme ? [`thème ${quote(theme.id)}`] : []),
    ...(prs ? [`PRS ${quote(prs.id)}`] : []),
    ...(annee ? [`année ${annee.iso}`] : []),
  ].join(', ');
  const what = kindOfDocument(criteria) === 'synthese' ? 'cette synthèse' : 'ce document';
  throw new UsageError(
    `Aucun atelier ni projet n’entre dans ${what} (${asked}, et les critères donnés).${before}${drafts}`,
  );
}
