import { extname, resolve } from 'node:path';
import { formatCount, formatNumber, quote } from '../french.ts';
import { maskTexts } from '../record/personal-data.ts';
import { toShownText } from '../record/shown-text.ts';
import { nameFigure } from '../synthese/compare-content.ts';
import type { Provenance } from '../synthese/provenance.ts';
import { summarize } from '../synthese/synthese.ts';
import { UsageError } from '../usage-error.ts';
import { type ChangedFigure, judge, type Verdict } from '../verify/judge.ts';
import type { PrintedDocument } from '../verify/printed-document.ts';
import { findWorkspace } from '../workspace/find-workspace.ts';
import { readDocument } from '../workspace/read-document.ts';
import { type Io, type Outcome, print, widthOf } from './io.ts';
import { type Paint, paintFor } from './paint.ts';
import { printSynthese } from './print-synthese.ts';
import { selectSynthese } from './select-synthese.ts';
import { tell, wrap } from './wrap.ts';

/** What `cops verify` was asked. */
export interface VerifyOptions {
  readonly directory: string;
  /** The document, as it was typed. */
  readonly file: string;
  readonly format: 'text' | 'json';
}

type Readable = 'md' | 'html' | 'docx' | 'json';
type Reader = (bytes: Uint8Array) => PrintedDocument | undefined;

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** How each format is read; what it needs is loaded for it alone. */
const READERS: Readonly<Record<Readable, () => Promise<Reader>>> = {
  md: async () => {
    const { readMarkdown } = await import('../verify/read-md.ts');
    return (bytes) => readMarkdown(decode(bytes));
  },
  html: async () => {
    const { readHtml } = await import('../verify/read-html.ts');
    return (bytes) => readHtml(decode(bytes));
  },
  docx: async () => (await import('../verify/read-docx.ts')).readDocx,
  json: async () => {
    const { readJson } = await import('../verify/read-json.ts');
    return (bytes) => readJson(decode(bytes));
  },
};

/** Says whether a summary, as it is printed, still holds: its figures are read, and computed again from the records. */
export async function verify({ directory, file, format }: VerifyOptions, io: Io): Promise<Outcome> {
  const path = resolve(io.cwd, file);
  const readable = findFormat(path);
  const bytes = readDocument(path, file);
  const read = await READERS[readable]();
  const printed = attempt(() => read(bytes));
  if (!printed) throw new UsageError(sayForeign(file));
  const root = findWorkspace(directory);
  const { document: now, faulty } = await recompute(printed.provenance, { root, path, readable, read }, io);
  const verdict = judge(printed, { ...now.provenance, blocks: now.blocks });
  const holds = isHolding(verdict) && faulty === 0;
  if (format === 'json') print(io.stdout, JSON.stringify({ version: 1, holds, ...maskTexts(verdict) }, null, 2));
  else
    print(
      io.stdout,
      formatVerdict(verdict, {
        provenance: printed.provenance,
        width: widthOf(io.stdout),
        paint: paintFor(io.stdout, io),
      }),
    );
  if (faulty > 0)
    tell(
      io.stderr,
      `${formatCount(faulty, 'fiche a une erreur', 'fiches ont une erreur')} : ${faulty > 1 ? 'elles ne sont pas recomptées' : 'elle n’est pas recomptée'}, et l’on ne peut pas dire si ce document tient. « cops check » montre où.`,
    );
  return holds ? 'fine' : 'faults';
}

function isHolding({ byHand, since, unknown }: Verdict): boolean {
  return byHand.length + since.length + unknown.length === 0;
}

function findFormat(path: string): Readable {
  const ending = extname(path).slice(1).toLowerCase();
  const found = Object.keys(READERS).find((name) => name === ending);
  if (found) return found as Readable;
  throw new UsageError(
    `« cops verify » lit un document dont le nom finit par .md, .html, .docx ou .json ; ${quote(ending ? `.${ending}` : path)} n’en est pas un.`,
  );
}

/** A file that its own format refuses is no document of ours. */
function attempt(read: () => PrintedDocument | undefined): PrintedDocument | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function sayForeign(file: string): string {
  return `${quote(file)} ne dit pas d’où il vient : ce n’est pas une synthèse écrite par cops, ou sa provenance a été effacée. Rien ne peut en être vérifié.`;
}

/** The same summary computed now, read as the other was. */
async function recompute(
  { selection }: Provenance,
  { root, path, readable, read }: { root: string; path: string; readable: Readable; read: Reader },
  io: Io,
): Promise<{ document: PrintedDocument; faulty: number }> {
  const { collection, criteria, selection: selected } = await selectSynthese(root, selection, io);
  const synthese = summarize(collection, criteria, selected);
  const printed = await printSynthese(synthese, { format: readable, root, output: path });
  const document = read(typeof printed === 'string' ? new TextEncoder().encode(printed) : printed);
  if (!document) throw new Error(`verify: what is printed as ${readable} cannot be read back`);
  return { document, faulty: selected.faulty.length };
}

interface Layout {
  readonly provenance: Provenance;
  readonly width: number | undefined;
  readonly paint: Paint;
}

function formatVerdict(verdict: Verdict, { provenance, width, paint }: Layout): string {
  const fill = (text: string, indent = '') =>
    (width === undefined ? [text] : wrap(text, width - indent.length)).map((line) => indent + line).join('\n');
  const list = (title: string, items: readonly string[], accent: (text: string) => string = paint.strong) =>
    items.length === 0
      ? []
      : [accent(fill(title)), ...items.slice(0, MOST).map((item) => fill(`- ${item}`, '  ')), ...sayRest(items.length)];
  const { selection, cops } = provenance;
  return [
    fill(`Synthèse ${saySelection(selection)}, écrite avec cops ${cops}.`),
    fill(
      `${formatCount(verdict.same, 'chiffre imprimé est celui', 'chiffres imprimés sont ceux')} que donnent les fiches.`,
    ),
    ...list(
      'Changés à la main',
      verdict.byHand.map((one) => sayChange(one, 'était écrit', 'est imprimé')),
      paint.error,
    ),
    ...list(
      'Changés depuis, avec les fiches',
      verdict.since.map((one) => sayChange(one, 'alors', 'maintenant')),
      paint.error,
    ),
    ...list('On ne peut rien dire de ces chiffres', verdict.unknown.map(sayFigure), paint.error),
    ...list('Fiches modifiées depuis', verdict.changed),
    ...list('Fiches qui n’y sont plus', verdict.gone),
    ...list('Fiches qui y entrent depuis', verdict.added),
    ...list(
      'Textes ajoutés ou changés à la main, acceptés',
      verdict.prose.map((text) => quote(clean(text))),
    ),
    isHolding(verdict) ? 'Ce document tient.' : paint.error('Ce document ne tient plus.'),
  ].join('\n');
}

function saySelection({ prs, annee }: Provenance['selection']): string {
  return [annee && `de l’année ${annee}`, prs && `du PRS ${quote(prs)}`].filter(Boolean).join(', ');
}

/** More would hide the verdict. */
const MOST = 20;

function sayRest(count: number): string[] {
  return count > MOST ? [`  - et ${formatCount(count - MOST, 'autre')}`] : [];
}

function sayChange({ id, from, to }: ChangedFigure, before: string, after: string): string {
  return `${sayFigure(id)} : ${formatNumber(from)} ${before}, ${to === undefined ? 'plus aucun nombre' : formatNumber(to)} ${after}`;
}

/** A name that the document may have made up. */
function sayFigure(id: string): string {
  return clean(nameFigure(id));
}

function clean(text: string): string {
  const masked = toShownText(text);
  return masked.length > 160 ? `${masked.slice(0, 157)}…` : masked;
}
