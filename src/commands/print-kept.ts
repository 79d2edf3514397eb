import { quote } from '../french.ts';
import type { Fiche } from '../record/fiche.ts';
import { readKeptDocument } from '../render/kept/kept-document.ts';
import { compareContent, isSame } from '../synthese/compare-content.ts';
import { type Provenance, stateContent } from '../synthese/provenance.ts';
import { listEdited } from '../synthese/renew-blocks.ts';
import { type Synthese, summarize } from '../synthese/synthese.ts';
import { mayLeave, partsOf, provenanceOf, selectionOf } from '../synthese/synthese-fiche.ts';
import { findWithheld } from '../synthese/withheld.ts';
import { UsageError } from '../usage-error.ts';
import { readBlobId } from '../workspace/blob-id.ts';
import type { Io } from './io.ts';
import { findSynthese, requireSound } from './kept-syntheses.ts';
import { hashBlock, linksFor, printDocument, type ReportFormat } from './print-synthese.ts';
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
  const edited = listEdited(fiche.lines.text, partsOf(fiche), { blocks: [], hashOf: hashBlock });
  if (!interne) refuseInternal(fiche, { ...provenance, edited: edited.map(({ name }) => name) }, checked);
  const shareable = new Map(collection.files.map((read) => [read.file, read.fiche?.header.value.diffusion]));
  const current = findCurrent(fiche, provenance, { checked, root, io });
  const { document, notes } = readKeptDocument(fiche, {
    provenance,
    current,
    exemple: collection.settings.exemple ?? false,
    pictured: format !== 'md',
    linkToLine: linksFor(format, { root, output }),
    mayName: (path) => interne || !shareable.has(path) || shareable.get(path) === 'partageable',
  });
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

/** Throws a UsageError for what must not leave the centre. */
function refuseInternal(
  fiche: Fiche,
  provenance: Parameters<typeof findWithheld>[1],
  { collection }: CheckedWorkspace,
): void {
  if (!mayLeave(fiche))
    throw new UsageError(
      `La fiche ${quote(fiche.id)} est interne : ajoutez --interne pour un document qui reste au centre. Si elle peut en sortir, écrivez « diffusion: partageable » dans son en-tête${fiche.header.value.interne === true ? ', et retirez « interne »' : ''}.`,
    );
  const withheld = findWithheld(fiche, provenance, collection);
  if (withheld.length === 0) return;
  throw new UsageError(`La synthèse ${quote(fiche.id)} ne peut pas quitter le centre. ${withheld.join('\n')}`);
}

/** The same summary made now, where it says what the record says; a warning where it does not. */
function findCurrent(
  fiche: Fiche,
  provenance: Provenance,
  { checked, root, io }: { checked: CheckedWorkspace; root: string; io: Io },
): Synthese | undefined {
  const { collection, criteria, selection } = selectFrom(checked, selectionOf(fiche));
  if (selection.faulty.length > 0) {
    tell(
      io.stderr,
      'Des fiches ont une erreur : on ne sait pas si cette synthèse est à jour. Elle est imprimée telle qu’elle est.',
    );
    return undefined;
  }
  const current = summarize(collection, criteria, selection);
  const now = stateContent(current, (file) => readBlobId(root, file));
  if (isSame(compareContent(provenance, now))) return current;
  tell(
    io.stderr,
    'Cette synthèse n’est plus à jour (« cops check » dit en quoi) : elle est imprimée telle qu’elle est. « cops report --refresh » la renouvelle et garde votre texte.',
  );
  return undefined;
}
