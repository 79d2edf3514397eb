import type { Collection, Settings } from '../collection.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { formatCount, quote } from '../french.ts';
import { formatPartialDate } from '../record/partial-date.ts';
import { type Criteria, coveredPeriod } from '../synthese/criteria.ts';
import { type DocumentKind, kindOfDocument } from '../synthese/document-kind.ts';
import type { Selection } from '../synthese/select.ts';
import { summarize } from '../synthese/synthese.ts';
import { UsageError } from '../usage-error.ts';
import { findWorkspace } from '../workspace/find-workspace.ts';
import { formatText } from './check.ts';
import { type Io, type Outcome, print } from './io.ts';
import type { TypedCriteria } from './report-criteria.ts';
import { readOutput, type TypedOutput, writeSynthese } from './report-output.ts';
import { selectSynthese } from './select-synthese.ts';
import { tell } from './wrap.ts';

/** What `cops report` was asked, as it was typed. */
export interface ReportOptions extends TypedCriteria, TypedOutput {
  readonly directory: string;
  readonly partial?: boolean;
}

/** Writes the regional summary. A record with an error that belongs to it stops it, unless a partial one is asked for. */
export async function report(options: ReportOptions, io: Io): Promise<Outcome> {
  const root = findWorkspace(options.directory);
  const output = await readOutput(options, { root, io });
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

function sayFaults(
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

/** A summary of nothing would read as one of a region where nothing happens. */
function refuseEmpty(
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
