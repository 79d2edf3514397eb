import { dirname, relative, resolve, sep } from 'node:path';
import { checkCollection } from '../checks/check-collection.ts';
import type { Collection } from '../collection.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { findNearest, formatCount, quote } from '../french.ts';
import type { Prs } from '../prs/prs.ts';
import { formatPartialDate, type PartialDate, parseTypedDate } from '../record/partial-date.ts';
import { formatJson } from '../render/json.ts';
import { formatMarkdown } from '../render/markdown.ts';
import type { LinkToLine } from '../render/references.ts';
import { renderTree } from '../render/tree.ts';
import type { Criteria } from '../synthese/criteria.ts';
import { type Selection, selectRecords } from '../synthese/select.ts';
import { type Synthese, summarize } from '../synthese/synthese.ts';
import { UsageError } from '../usage-error.ts';
import { findWorkspace } from '../workspace/find-workspace.ts';
import { readTemplate } from '../workspace/package-files.ts';
import { readWorkspace } from '../workspace/read-workspace.ts';
import { protectForeignFile, protectWorkspaceFiles, writeFile } from '../workspace/write-file.ts';
import { formatText } from './check.ts';
import { dayOf, type Io, type Outcome, print } from './io.ts';
import { tell } from './wrap.ts';

/** What `cops report` was asked, as it was typed. */
export interface ReportOptions {
  readonly directory: string;
  readonly prs?: string;
  readonly depuis?: string;
  readonly jusqua?: string;
  readonly departement?: string;
  readonly format: 'md' | 'json';
  readonly output?: string;
  readonly partial?: boolean;
  readonly brouillons?: boolean;
  readonly interne?: boolean;
}

const TEMPLATE = 'rapports/synthese.md';

/** Writes the regional summary. A record with an error that belongs to it stops it, unless a partial one is asked for. */
export async function report(options: ReportOptions, io: Io): Promise<Outcome> {
  const root = findWorkspace(options.directory);
  const output = options.output === undefined || options.output === '-' ? undefined : resolve(io.cwd, options.output);
  if (output) {
    protectWorkspaceFiles(output, root);
    protectForeignFile(output, isSummary);
  }
  const collection = await readWorkspace(root);
  const diagnostics = checkCollection(collection, { today: dayOf(io) });
  const criteria = readCriteria(options, collection, diagnostics);
  const selection = selectRecords(collection, criteria, diagnostics);
  if (selection.faulty.length > 0) {
    sayFaults(selection, diagnostics, { collection, io, partial: options.partial ?? false });
    if (!options.partial) return 'faults';
  }
  refuseEmpty(selection, criteria);
  const synthese = summarize(collection, criteria, selection);
  const text = options.format === 'json' ? formatJson(synthese) : renderMarkdown(synthese, { root, output });
  if (!output) io.stdout.write(text);
  else {
    writeFile(output, text, { overwrite: true });
    tell(io.stderr, `Synthèse écrite dans ${quote(options.output ?? '')}.`);
  }
  return 'fine';
}

/** Whether a text was written by this command: its proofs or its sections show it. */
function isSummary(text: string): boolean {
  return text.trim() === '' || text.includes('<a id="preuve-') || /^\{\s*"version": 1,\s*"prs"/.test(text);
}

function renderMarkdown(synthese: Synthese, { root, output }: { root: string; output: string | undefined }): string {
  const template = readTemplate(root, TEMPLATE);
  if (!template) throw new Error(`report: the template ${TEMPLATE} is missing from the package`);
  return formatMarkdown(
    renderTree(synthese, { name: `templates/${TEMPLATE}`, text: template.text }, linkFrom(root, output)),
  );
}

/** Links relative to the document, or to the workspace for one that goes to standard output; none for one that lies elsewhere. */
function linkFrom(root: string, output: string | undefined): LinkToLine {
  const folder = output === undefined ? root : dirname(output);
  if (relative(root, folder).startsWith('..')) return () => undefined;
  return (file, line) => {
    const path = relative(folder, resolve(root, file)).split(sep).map(encodeURIComponent).join('/');
    return `${path}?plain=1#L${line}`;
  };
}

function readCriteria(options: ReportOptions, { prs }: Collection, diagnostics: readonly Diagnostic[]): Criteria {
  const depuis = readDateOption('--depuis', options.depuis);
  const jusqua = readDateOption('--jusqua', options.jusqua);
  if (depuis && jusqua && depuis.first > jusqua.last) {
    throw new UsageError(
      `--depuis (${formatPartialDate(depuis)}) vient après --jusqua (${formatPartialDate(jusqua)}) : inversez-les.`,
    );
  }
  const departement = readDepartement(options.departement);
  return {
    prs: choosePrs(options.prs, prs, diagnostics),
    ...(depuis && { depuis }),
    ...(jusqua && { jusqua }),
    ...(departement && { departement }),
    brouillons: options.brouillons ?? false,
    interne: options.interne ?? false,
  };
}

function choosePrs(asked: string | undefined, all: ReadonlyMap<string, Prs>, diagnostics: readonly Diagnostic[]): Prs {
  const chosen = asked === undefined ? undefined : all.get(asked);
  if (chosen) return chosen;
  const faulty = diagnostics.find(({ file, severity }) => severity === 'error' && file === `records/prs/${asked}.md`);
  if (faulty)
    throw new UsageError(
      `La fiche du PRS ${quote(asked ?? '')} a une erreur : ${faulty.message} « cops check » montre où.`,
    );
  const list = [...all.values()].map(({ id, titre }) => `\n  --prs ${id}   ${titre}`).join('');
  const known = list
    ? `Les PRS de cet espace :${list}`
    : 'Cet espace n’a encore aucun PRS : créez-en un avec « cops new prs ».';
  if (asked === undefined) throw new UsageError(`Dites de quel PRS faire la synthèse, avec --prs. ${known}`);
  const nearest = findNearest(asked, all.keys());
  throw new UsageError(
    `Le PRS ${quote(asked)} n’a pas de fiche${nearest ? ` ; le plus proche est ${quote(nearest)}` : ''}. ${known}`,
  );
}

function readDateOption(name: string, typed: string | undefined): PartialDate | undefined {
  if (typed === undefined) return undefined;
  const date = parseTypedDate(typed);
  if (date) return date;
  throw new UsageError(
    `${name} attend une date, comme 2022, 2022-05, 2022-T2 ou 2022-05-31 ; ${quote(typed)} n’en est pas une.`,
  );
}

function readDepartement(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const code = typed.toUpperCase().padStart(2, '0');
  if (/^(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-6])$/.test(code)) return code;
  throw new UsageError(
    `--departement attend le numéro d’un département, comme 09 ou 31 ; ${quote(typed)} n’en est pas un.`,
  );
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
function refuseEmpty({ ateliers, projets, brouillons }: Selection, { prs }: Criteria): void {
  if (ateliers.length + projets.length > 0) return;
  const drafts =
    brouillons.length > 0
      ? ` ${formatCount(brouillons.length, 'brouillon')} en ${brouillons.length > 1 ? 'sont' : 'est'}, non compté${brouillons.length > 1 ? 's' : ''} : voir --brouillons.`
      : '';
  throw new UsageError(
    `Aucun atelier ni projet n’entre dans cette synthèse (PRS ${quote(prs.id)}, et les critères donnés).${drafts}`,
  );
}
