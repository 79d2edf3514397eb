import { compareRecords } from '../synthese/compare-content.ts';
import { compareTexts } from './compare-texts.ts';
import { findMissing, findMoved, judgeFigures } from './judge-figures.ts';
import type { PrintedDocument } from './printed-document.ts';
import type { Verdict } from './verdict.ts';

/**
 * Compares what a document prints with what it was computed to say, and with the same document printed now, without the records
 * that are `faulty`.
 */
export function judge(document: PrintedDocument, now: PrintedDocument, faulty: ReadonlySet<string>): Verdict {
  const [then, { template, cops, fiches }] = [document.provenance, now.provenance];
  const records = compareRecords(then.fiches, fiches, faulty);
  const haveMoved = faulty.size + records.changed.length + records.gone.length + records.added.length > 0;
  const printedOtherwise = { template: then.template !== template, cops: then.cops !== cops };
  const moved = findMoved(then, now.provenance);
  const steady = !haveMoved && !printedOtherwise.template && !printedOtherwise.cops && moved.length === 0;
  const shown = new Set(document.figures.map(({ id }) => id));
  const { unknown, ...judged } = judgeFigures(document, now, steady);
  return {
    steady,
    printedOtherwise,
    ...judged,
    since: haveMoved ? moved.filter(({ id }) => shown.has(id)) : [],
    unfounded: haveMoved ? [] : moved,
    unknown: [...unknown, ...findMissing(document, now, steady)],
    ...records,
    ...compareTexts(document.blocks, now.blocks, steady),
  };
}
