import { quote } from '../french.ts';
import { listComputed } from '../record/computed-text.ts';
import type { Fiche } from '../record/fiche.ts';
import { readKeptDocument } from '../render/kept/kept-document.ts';
import { compareContent, isSame } from '../synthese/compare-content.ts';
import { type Provenance, stateContent } from '../synthese/provenance.ts';
import { isRenewed, listEdited } from '../synthese/renew-blocks.ts';
import { type Synthese, summarize } from '../synthese/synthese.ts';
import { mayLeave, partsOf, provenanceOf, selectionOf, showsInternal } from '../synthese/synthese-fiche.ts';
import { findWithheld, type PrintedWords } from '../synthese/withheld.ts';
import { UsageError } from '../usage-error.ts';
import { readBlobId } from '../workspace/blob-id.ts';
import type { Io } from './io.ts';
import { findSynthese, requireSound } from './kept-syntheses.ts';
import { computeBlocks, hashBlock, linksFor, printDocument, type ReportFormat } from './print-synthese.ts';
import { type CheckedWorkspace, readChecked, selectFrom } from './select-synthese.ts';
import { tell } from './wrap.ts';

interface Printing {
  /** An id, or a path. */
  readonly asked: string;
  readonly interne: boolean;
  readonly format: ReportFormat;
  readonly root: string;
  readonly output: string | undefined;
}

/** Prints the summary that a record keeps, as it stands there; undefined where the record has an error, once it is said. */
export async function printKept(
  { asked, interne, format, root, output }: Printing,
  io: Io,
): Promise<string | Uint8Array | undefined> {
  if (format === 'json' || format === 'csv')
    throw new UsageError(
      `La forme « ${format} » ne tient que des chiffres, sans votre texte : « cops report --format ${format} » la donne, sans --fiche.`,
    );
  const checked = await readChecked(root, io);
  const { collection } = checked;
  const fiche = requireSound(findSynthese(asked, checked, { root, io }), checked, io);
  if (!fiche) return undefined;
  const provenance = requireProvenance(fiche);
  if (!interne) refuseInternal(fiche);
  const edited = listEdited(fiche.lines.text, partsOf(fiche), { blocks: [], hashOf: hashBlock });
  const shareable = new Map(collection.files.map((read) => [read.file, read.fiche?.header.value.diffusion]));
  const { current, warning } = findCurrent(fiche, provenance, { checked, root });
  const { cadre: _cadre, ...printed } = provenance;
  const { document, notes, words } = readKeptDocument(fiche, {
    provenance: { ...printed, blocs: listComputed(fiche.lines.text) },
    edited: edited.map(({ name }) => name),
    current,
    exemple: collection.settings.exemple ?? false,
    pictured: format !== 'md',
    linkToLine: linksFor(format, { root, output }),
    mayName: (path) => interne || !shareable.has(path) || shareable.get(path) === 'partageable',
  });
  if (!interne) refuseWithheld(fiche, words, { provenance, checked });
  if (warning) tell(io.stderr, warning);
  for (const { name, line } of edited)
    tell(
      io.stderr,
      `${fiche.file}:${line} : le bloc ${quote(name)} a été changé à la main ; il est imprimé tel qu’il est.`,
    );
  for (const note of notes) tell(io.stderr, note);
  return printDocument(document, format);
}

function requireProvenance(fiche: Fiche): Provenance {
  const provenance = provenanceOf(fiche);
  if (provenance) return provenance;
  throw new UsageError(
    `La fiche ${quote(fiche.file)} ne dit plus d’où viennent ses chiffres : « cops report --refresh » la remet à jour.`,
  );
}

/** Throws a UsageError for a record that says itself that it stays in the centre, or whose blocks show what does. */
function refuseInternal(fiche: Fiche): void {
  if (mayLeave(fiche)) return;
  const isAsked = fiche.header.value.interne === true;
  const renew = '« cops report --refresh »';
  const advice =
    showsInternal(fiche) && !isAsked
      ? `Ses blocs ont été calculés avec les fiches internes : si elle peut en sortir, ${renew} les renouvelle sans elles.`
      : `Si elle peut en sortir, écrivez « diffusion: partageable » dans son en-tête${isAsked ? `, et retirez « interne », puis ${renew}` : ''}.`;
  throw new UsageError(
    `La fiche ${quote(fiche.id)} est interne : ajoutez --interne pour un document qui reste au centre. ${advice}`,
  );
}

/** Throws a UsageError for what must not leave the centre. */
function refuseWithheld(
  fiche: Fiche,
  words: PrintedWords,
  { provenance, checked }: { provenance: Provenance; checked: CheckedWorkspace },
): void {
  const withheld = findWithheld(words, provenance, checked.collection);
  if (withheld.length === 0) return;
  throw new UsageError(`La synthèse ${quote(fiche.id)} ne peut pas quitter le centre. ${withheld.join('\n')}`);
}

/** The same summary made now, where it says what the record says; why there is none where it does not. */
function findCurrent(
  fiche: Fiche,
  provenance: Provenance,
  { checked, root }: { checked: CheckedWorkspace; root: string },
): { current?: Synthese; warning?: string } {
  const { collection, criteria, selection } = selectFrom(checked, selectionOf(fiche));
  if (selection.faulty.length > 0) return { warning: UNKNOWN };
  const current = summarize(collection, criteria, selection);
  const now = stateContent(current, (file) => readBlobId(root, file));
  const isCurrent =
    isSame(compareContent(provenance, now)) &&
    isRenewed(fiche.lines.text, provenance, computeBlocks(current, { root, file: fiche.file }));
  return isCurrent ? { current } : { warning: STALE };
}

const UNKNOWN =
  'Des fiches ont une erreur : on ne sait pas si cette synthèse est à jour. Elle est imprimée telle qu’elle est.';
const STALE =
  'Cette synthèse n’est plus à jour (« cops check » dit en quoi) : elle est imprimée telle qu’elle est. « cops report --refresh » la renouvelle et garde votre texte.';
