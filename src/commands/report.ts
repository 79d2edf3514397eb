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
import { printSynthese, REPORT_FORMATS, type ReportFormat } from './print-synthese.ts';
import { selectSynthese } from './select-synthese.ts';
import { tell } from './wrap.ts';

/** What `cops report` was asked, as it was typed. */
export interface ReportOptions extends TypedCriteria {
  readonly directory: string;
  /** Where it is left out, what the name of the output ends with, else `md`. */
  readonly format?: ReportFormat;
  readonly output?: string;
  readonly partial?: boolean;
}

/** Writes the regional summary. A record with an error that belongs to it stops it, unless a partial one is asked for. */
export async function report(options: ReportOptions, io: Io): Promise<Outcome> {
  const root = findWorkspace(options.directory);
  const output = options.output === undefined || options.output === '-' ? undefined : resolve(io.cwd, options.output);
  if (output) {
    protectWorkspaceFiles(output, root);
    if (isThere(output)) protectForeignFile(output, (await import('../verify/is-summary.ts')).isSummary);
  }
  const format = options.format ?? formatOfName(output) ?? 'md';
  if (!output) refuseBinaryOnTerminal(format, io);
  const { collection, diagnostics, criteria, selection } = await selectSynthese(root, options, io);
  if (selection.faulty.length > 0) {
    sayFaults(selection, diagnostics, { collection, io, partial: options.partial ?? false });
    if (!options.partial) return 'faults';
  }
  refuseEmpty(selection, criteria, collection.settings);
  const printed = await printSynthese(summarize(collection, criteria, selection), { format, root, output });
  if (!output) io.stdout.write(printed);
  else {
    writeFile(output, printed, { overwrite: true });
    tell(io.stderr, `Synthèse écrite dans ${quote(options.output ?? '')}.`);
  }
  return 'fine';
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

function sayFaults(
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

/** A summary of nothing would read as one of a region where nothing happens. */
function refuseEmpty({ ateliers, projets, brouillons }: Selection, criteria: Criteria, { debut }: Settings): void {
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
