import { formatCount, formatList, quote } from '../french.ts';
import type { Fiche } from '../record/fiche.ts';
import { anchorOfFigure } from '../render/references.ts';
import { nameFigure } from '../synthese/compare-content.ts';
import { kindOfDocument } from '../synthese/document-kind.ts';
import type { Provenance } from '../synthese/provenance.ts';
import { listMovedQuotes } from '../synthese/quoted-figures.ts';
import { type EditedBlock, type Renewal, renewBlocks } from '../synthese/renew-blocks.ts';
import { summarize } from '../synthese/synthese.ts';
import { selectionOf } from '../synthese/synthese-fiche.ts';
import { readNumbers } from '../verify/french-numbers.ts';
import { readToRewrite } from '../workspace/rewrite-record.ts';
import { type Io, print } from './io.ts';
import { computeBlocks } from './print-synthese.ts';
import { refuseEmpty, sayFaults } from './report.ts';
import { type CheckedWorkspace, selectFrom } from './select-synthese.ts';
import { tell } from './wrap.ts';

/** A summary that is kept as a record, ready to be written anew. */
export interface RenewedFiche {
  readonly file: string;
  /** What its file says. */
  readonly read: string;
  readonly renewal: Renewal;
  readonly provenance: Provenance;
}

/** Renews the blocks of a summary in memory; undefined where it may not be, once it is said why. */
export function renewFiche(
  fiche: Fiche,
  checked: CheckedWorkspace,
  { root, partial, io }: { root: string; partial: boolean; io: Io },
): RenewedFiche | undefined {
  const { file } = fiche;
  const { criteria, selection } = selectFrom(checked, selectionOf(fiche));
  const { collection, diagnostics } = checked;
  if (selection.faulty.length > 0) {
    sayFaults(selection, diagnostics, { collection, io, partial, kind: kindOfDocument(criteria) });
    if (!partial) return undefined;
  }
  refuseEmpty(selection, criteria, collection.settings);
  const computed = computeBlocks(summarize(collection, criteria, selection), { root, file });
  const read = readToRewrite(root, file);
  const renewal = renewBlocks(read, computed);
  if (!('edited' in renewal)) return { file, read, renewal, provenance: computed.provenance };
  for (const block of renewal.edited) print(io.stderr, sayEdited(file, block));
  return undefined;
}

function sayEdited(file: string, { name, line, lastLine, isKnown }: EditedBlock): string {
  const place = `${file}:${line}`;
  return isKnown
    ? `${place} : le bloc ${quote(name)} (lignes ${line} à ${lastLine}) a été changé à la main. Placez votre texte hors du bloc, puis videz-le en gardant ses deux marques : il sera recalculé.`
    : `${place} : le gabarit n’a pas de bloc ${quote(name)} (lignes ${line} à ${lastLine}). Retirez ses deux marques : votre texte reste.`;
}

/** Says the figures that the author quotes with their link, and that are others now: her words are hers to change. */
export function sayQuotes({ file, renewal: { text }, provenance }: RenewedFiche, io: Io): void {
  for (const { id, line, said, now } of listMovedQuotes(text, provenance, { anchorOf: anchorOfFigure, readNumbers }))
    tell(
      io.stderr,
      `${file}:${line} : votre texte cite ${said} pour ${nameFigure(id)}, qui vaut maintenant ${now} : c’est à vous de le changer.`,
    );
}

/** What a person must know of the blocks that come, go or stay away. */
export function sayBlocks(file: string, { added, emptied, missing }: Renewal, io: Io): void {
  const list = (names: readonly string[]) => formatList(names.map(quote));
  const blocks = (names: readonly string[]) => (names.length > 1 ? 'les blocs' : 'le bloc');
  if (added.length > 0)
    tell(
      io.stderr,
      `${file} : ${blocks(added)} ${list(added)} ${added.length > 1 ? 'arrivent' : 'arrive'} avec ces fiches.`,
    );
  if (emptied.length > 0)
    tell(
      io.stderr,
      `${file} : ${blocks(emptied)} ${list(emptied)} n’${emptied.length > 1 ? 'ont' : 'a'} plus rien à dire et ${emptied.length > 1 ? 'sont vides' : 'est vide'}.`,
    );
  if (missing.length > 0)
    tell(
      io.stderr,
      `${file} : ${formatCount(missing.length, 'bloc du gabarit n’est', 'blocs du gabarit ne sont')} pas dans la fiche, d’où vous ${missing.length > 1 ? 'les' : 'l’'}avez retiré${missing.length > 1 ? 's' : ''} : ${list(missing)}. Deux marques vides ${missing.length > 1 ? 'en ramènent un' : 'le ramènent'} : « <!-- cops:calcul ${missing[0]} --> » puis « <!-- cops:fin ${missing[0]} --> ».`,
    );
}
