import { resolve } from 'node:path';
import { formatCount } from '../french.ts';
import { listComputed } from '../record/computed-text.ts';
import { maskTexts } from '../record/personal-data.ts';
import { nameFigure } from '../render/proofs.ts';
import { type Synthese, summarize } from '../synthese/synthese.ts';
import { UsageError } from '../usage-error.ts';
import { judge } from '../verify/judge.ts';
import type { PrintedDocument } from '../verify/printed-document.ts';
import type { ReadableForm } from '../verify/recognise-form.ts';
import type { Verdict } from '../verify/verdict.ts';
import { findWorkspace } from '../workspace/find-workspace.ts';
import { readDocument } from '../workspace/read-document.ts';
import { formatVerdict, type Holding } from './format-verdict.ts';
import { type Io, type Outcome, print, widthOf } from './io.ts';
import { paintFor } from './paint.ts';
import { printSynthese } from './print-synthese.ts';
import { findForm, readPrinted, sayForeign } from './read-printed.ts';
import { selectSynthese } from './select-synthese.ts';
import { tell } from './wrap.ts';

/** What `cops verify` was asked. */
export interface VerifyOptions {
  readonly directory: string;
  /** The document, as it was typed. */
  readonly file: string;
  readonly format: 'text' | 'json';
}

/** Says whether a summary, as it is printed, still holds: its figures are read, and computed again from the records. */
export async function verify({ directory, file, format }: VerifyOptions, io: Io): Promise<Outcome> {
  const path = resolve(io.cwd, file);
  const bytes = readDocument(path, file);
  const form = findForm(bytes, file);
  const document = await readPrinted(bytes, form);
  if (!document) throw new UsageError(await sayForeign(bytes, form, file));
  const root = findWorkspace(directory);
  const { now, synthese, faulty, isIdentical } = await recompute({ document, bytes, form }, { root, path }, io);
  const verdict = judge(document, now, faulty);
  const faultyFiles = [...faulty].sort();
  const holding = decide(verdict, faulty.size);
  if (format === 'json') {
    const said = {
      version: 1,
      holds: holding === 'holds',
      holding,
      identical: isIdentical,
      faulty: faulty.size,
      faultyFiles,
    };
    print(io.stdout, JSON.stringify({ ...said, ...maskTexts(verdict) }, null, 2));
  } else {
    const nameOf = (id: string) => nameFigure(id.slice(0, id.indexOf('.')), { id }, synthese);
    const look = { width: widthOf(io.stdout), paint: paintFor(io.stdout, io) };
    print(
      io.stdout,
      formatVerdict(verdict, { provenance: document.provenance, holding, isIdentical, faultyFiles, nameOf, ...look }),
    );
  }
  if (faulty.size > 0) tell(io.stderr, sayFaulty(faulty.size));
  return holding === 'holds' ? 'fine' : 'faults';
}

/** A number that a person changed is certain, whatever the records; what records in error would give is not, nor what a page shows that is not read. */
function decide({ byHand, since, unfounded, unknown, unread }: Verdict, faulty: number): Holding {
  if (byHand.length + since.length + unfounded.length + unknown.length > 0) return 'broken';
  return faulty + unread.length > 0 ? 'unknown' : 'holds';
}

function sayFaulty(faulty: number): string {
  return `${formatCount(faulty, 'fiche a une erreur', 'fiches ont une erreur')} : ${faulty > 1 ? 'elles ne sont pas recomptées' : 'elle n’est pas recomptée'}, et l’on ne peut pas dire si ce document tient. « cops check » montre où.`;
}

/** The blocks that a kept summary has, which its author may have taken out: those of its marks, else those that it says; undefined for any other. */
function listBlocks(
  { provenance }: PrintedDocument,
  bytes: Uint8Array,
  form: ReadableForm,
): readonly string[] | undefined {
  const marked = form === 'md' ? listComputed(new TextDecoder().decode(bytes)) : [];
  return provenance.blocs && marked.length > 0 ? marked : provenance.blocs;
}

/** The same summary computed now, read as the other was; one that is the same to the byte is not read twice. */
async function recompute(
  { document, bytes, form }: { document: PrintedDocument; bytes: Uint8Array; form: ReadableForm },
  { root, path }: { root: string; path: string },
  io: Io,
): Promise<{ now: PrintedDocument; synthese: Synthese; faulty: ReadonlySet<string>; isIdentical: boolean }> {
  const { collection, criteria, selection } = await selectSynthese(root, document.provenance.selection, io);
  const synthese = summarize(collection, criteria, selection);
  const printed = Buffer.from(
    await printSynthese(synthese, { format: form, root, output: path, blocs: listBlocks(document, bytes, form) }),
  );
  const isIdentical = printed.equals(bytes);
  const now = isIdentical ? document : await readPrinted(printed, form);
  if (!now) throw new Error(`verify: what is printed as ${form} cannot be read back`);
  return { now, synthese, faulty: new Set(selection.faulty.map(({ file }) => file)), isIdentical };
}
