import { compareRecords } from '../synthese/compare-content.ts';
import { compareTexts } from './compare-texts.ts';
import { findDisplaced } from './find-displaced.ts';
import { findMissing, findMoved, judgeFigures } from './judge-figures.ts';
import type { PrintedDocument, Unread } from './printed-document.ts';
import type { UnknownFigure, Verdict } from './verdict.ts';

/**
 * Compares what a document prints with what it was computed to say, and with the same document printed now. Where records are
 * `faulty`, nobody knows what would be printed now: only what was changed by hand is told, and records that did change.
 */
export function judge(document: PrintedDocument, now: PrintedDocument, faulty: ReadonlySet<string>): Verdict {
  const [then, { template, cops, fiches }] = [document.provenance, now.provenance];
  const records = compareRecords(then.fiches, fiches, faulty);
  const haveMoved = faulty.size + records.changed.length + records.gone.length + records.added.length > 0;
  const printedOtherwise = { template: then.template !== template, cops: then.cops !== cops };
  const moved = findMoved(then, now.provenance);
  const steady = !haveMoved && !printedOtherwise.template && !printedOtherwise.cops && moved.length === 0;
  const shown = new Set(document.figures.map(({ id }) => id));
  const { unknown, same, byHand } = judgeFigures(document, now, steady);
  const changed = records.changed.filter((file) => !faulty.has(file));
  const unread = findUnread(document, now, steady);
  if (faulty.size > 0) return { ...NOTHING, printedOtherwise, byHand, changed, unread };
  const displaced = steady ? findDisplaced(document.blocks, now.blocks) : [];
  return {
    steady,
    printedOtherwise,
    same: Math.max(0, same - countLost(displaced)),
    byHand,
    since: haveMoved ? moved.filter(({ id }) => shown.has(id)) : [],
    unfounded: haveMoved ? [] : moved,
    unknown: [...unknown, ...findMissing(document, now, steady), ...displaced],
    ...records,
    unread,
    ...compareTexts(document.blocks, now.blocks, steady),
  };
}

const NOTHING: Verdict = {
  steady: false,
  printedOtherwise: { template: false, cops: false },
  same: 0,
  byHand: [],
  since: [],
  unfounded: [],
  unknown: [],
  changed: [],
  gone: [],
  added: [],
  prose: [],
  relinked: [],
  moved: [],
  unread: [],
  removed: [],
};

function countLost(displaced: readonly UnknownFigure[]): number {
  return displaced.reduce((total, { marked, printed }) => total + printed - marked, 0);
}

/** What a page shows beside its texts, and would not show now; a script is always one too many. */
function findUnread(document: PrintedDocument, now: PrintedDocument, steady: boolean): Unread[] {
  const [own, theirs] = [document.unread, now.unread];
  if (!own || !theirs) return [];
  const isKept = document.provenance.blocs !== undefined;
  const names = Object.keys(own) as Unread[];
  return names.filter((name) => {
    if (!steady && name !== 'script') return false;
    return isKept ? !isOfAuthor(name, own[name], theirs[name]) : own[name] !== theirs[name];
  });
}

/** What an author wrote in a kept summary has a title of its own, and is printed in the styles that the rest has. */
function isOfAuthor(name: Unread, own: string, theirs: string): boolean {
  if (name === 'head' || own === theirs) return true;
  if (name !== 'style') return false;
  const known = new Set(theirs.split('\n'));
  return own.split('\n').every((line) => known.has(line));
}
