import { join } from 'node:path';
import { quote } from '../french.ts';
import { formatFiche } from '../record/write.ts';
import { kindOfDocument } from '../synthese/document-kind.ts';
import { describeSelection } from '../synthese/provenance.ts';
import { readCriteria, type TypedCriteria } from '../synthese/read-criteria.ts';
import { composeFiche } from '../synthese/renew-blocks.ts';
import { summarize } from '../synthese/synthese.ts';
import { SYNTHESE, selectionOf } from '../synthese/synthese-fiche.ts';
import { UsageError } from '../usage-error.ts';
import { rewriteRecord } from '../workspace/rewrite-record.ts';
import { isThere } from '../workspace/write-file.ts';
import { writeRecord } from '../workspace/write-record.ts';
import type { Io, Outcome } from './io.ts';
import { findSynthese, requireSound } from './kept-syntheses.ts';
import { computeBlocks } from './print-synthese.ts';
import { renewFiche, sayBlocks, sayQuotes } from './renew-fiche.ts';
import { refuseEmpty, sayFaults } from './report.ts';
import { type CheckedWorkspace, readChecked, selectFrom } from './select-synthese.ts';
import { tell } from './wrap.ts';

interface Place {
  readonly root: string;
  /** Path in the workspace. */
  readonly file: string;
  readonly partial: boolean;
}

/** Keeps a summary as a record: makes it, or renews the blocks of the one that is there for the same selection. */
export async function keepSynthese(typed: TypedCriteria, place: Place, io: Io): Promise<Outcome> {
  const checked = await readChecked(place.root, io);
  return isThere(join(place.root, place.file))
    ? renewOne(typed, { ...place, checked }, io)
    : makeOne(typed, { ...place, checked }, io);
}

type CheckedPlace = Place & { readonly checked: CheckedWorkspace };

function makeOne(typed: TypedCriteria, { root, file, partial, checked }: CheckedPlace, io: Io): Outcome {
  const { collection, diagnostics, criteria, selection } = selectFrom(checked, typed);
  refuseTakenId(file, checked);
  if (selection.faulty.length > 0) {
    sayFaults(selection, diagnostics, { collection, io, partial, kind: kindOfDocument(criteria) });
    if (!partial) return 'faults';
  }
  refuseEmpty(selection, criteria, collection.settings);
  const computed = computeBlocks(summarize(collection, criteria, selection), { root, file });
  const { brouillons, interne, ...asked } = describeSelection(criteria);
  const values = {
    type: SYNTHESE,
    titre: computed.title,
    ...asked,
    ...(brouillons && { brouillons: 'true' }),
    ...(interne && { interne: 'true' }),
    diffusion: 'interne',
    validation: 'brouillon',
  };
  const header = formatFiche('---\ntype: synthese\n---\n', { values, order: Object.keys(values) });
  writeRecord(root, file, composeFiche(header, computed, WELCOME));
  tell(io.stderr, `Synthèse gardée dans ${quote(file)} : écrivez-y votre texte entre les blocs calculés.`);
  return 'fine';
}

/** What a new record says to whoever opens it; a comment is never printed. */
const WELCOME = `<!--
Votre texte va entre les blocs calculés : après une marque « cops:fin », avant la marque « cops:calcul » suivante. Il y est gardé tel quel.
L’intérieur des blocs est recalculé par « cops report --refresh » : n’y écrivez rien. Un bloc se déplace ou se retire avec ses deux marques.
Une note entre les signes de celle-ci n’est jamais imprimée ; vous pouvez retirer celle-ci.
-->`;

function renewOne(typed: TypedCriteria, { root, file, partial, checked }: CheckedPlace, io: Io): Outcome {
  const { collection, diagnostics } = checked;
  findSynthese(join(root, file), checked, { root, io });
  const fiche = requireSound(file, checked, io);
  if (!fiche) return 'faults';
  const said = (criteria: TypedCriteria) =>
    JSON.stringify(describeSelection(readCriteria(criteria, collection, diagnostics)));
  if (said(typed) !== said(selectionOf(fiche)))
    throw new UsageError(
      `La fiche ${quote(file)} est la synthèse d’une autre sélection, que dit son en-tête : elle n’a pas été touchée. Choisissez un autre nom, ou « cops report --refresh » pour la renouveler telle qu’elle est.`,
    );
  const renewed = renewFiche(fiche, checked, { root, partial, io });
  if (!renewed) {
    tell(io.stderr, 'Rien n’a été écrit.');
    return 'faults';
  }
  const { read, renewal } = renewed;
  if (renewal.text !== read) rewriteRecord(root, file, { read, text: renewal.text });
  sayBlocks(file, renewal, io);
  sayQuotes(renewed, io);
  tell(io.stderr, `Blocs calculés de ${quote(file)} renouvelés ; votre texte y est gardé tel quel.`);
  return 'fine';
}

/** An id names one record of the workspace. */
function refuseTakenId(file: string, { collection }: CheckedWorkspace): void {
  const name = file.slice(file.lastIndexOf('/'));
  const other = collection.files.find((read) => read.file.endsWith(name));
  if (!other) return;
  throw new UsageError(
    `L’identifiant ${quote(name.slice(1, -'.md'.length))} est déjà celui de ${quote(other.file)} : choisissez un autre nom, par exemple ${quote(`synthese-${name.slice(1)}`)}.`,
  );
}
