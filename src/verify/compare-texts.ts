import { alignTexts } from './align-texts.ts';
import type { PrintedBlock } from './printed-document.ts';
import type { Verdict } from './verdict.ts';

/**
 * Texts that stand in a document and would not be printed now; where it is `steady`, what was changed in them, those that
 * would be printed elsewhere in it, and those that are not there. A text that is printed twice may stand twice.
 */
export function compareTexts(
  blocks: readonly PrintedBlock[],
  now: readonly PrintedBlock[],
  steady: boolean,
): Pick<Verdict, 'prose' | 'relinked' | 'moved' | 'removed'> {
  if (!steady)
    return {
      prose: textsOf(subtract(blocks, now, withoutRanks)).map((text) => ({ text })),
      relinked: [],
      moved: [],
      removed: [],
    };
  const keyOf = ({ key }: PrintedBlock) => key;
  const [loose, looseNow] = takeAligned(blocks, now);
  const removed = new Set(textsOf(subtract(looseNow, loose, keyOf)));
  const alone = new Set(subtract(loose, looseNow, keyOf));
  const foreign = textsOf([...alone]);
  const moved = textsOf(loose.filter((block) => !alone.has(block)));
  const relinked = new Set(foreign.filter((text) => removed.delete(text)));
  const bySkeleton = new Map([...removed].map((text) => [withoutDigits(text), text]));
  const prose = foreign
    .filter((text) => !relinked.has(text))
    .map((text) => {
      const from = bySkeleton.get(withoutDigits(text));
      return from !== undefined && removed.delete(from) ? { text, from } : { text };
    });
  return { prose, relinked: [...relinked], moved, removed: [...removed] };
}

/** The blocks of both documents that do not stand in the same order in both. */
function takeAligned(blocks: readonly PrintedBlock[], now: readonly PrintedBlock[]): [PrintedBlock[], PrintedBlock[]] {
  const [keys, others] = [blocks, now].map((some) => some.map(({ key }) => key)) as [string[], string[]];
  const aligned = alignTexts(keys, others);
  const [own, theirs] = [new Set(aligned.map(([index]) => index)), new Set(aligned.map(([, other]) => other))];
  return [blocks.filter((_, index) => !own.has(index)), now.filter((_, index) => !theirs.has(index))];
}

function textsOf(blocks: readonly PrintedBlock[]): string[] {
  return [...new Set(blocks.map(({ text }) => text))];
}

/** The blocks of the first that the second does not hold as often. */
function subtract(
  blocks: readonly PrintedBlock[],
  others: readonly PrintedBlock[],
  keyOf: (block: PrintedBlock) => string,
): PrintedBlock[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(keyOf(other), (left.get(keyOf(other)) ?? 0) + 1);
  return blocks.filter((block) => {
    const count = left.get(keyOf(block)) ?? 0;
    left.set(keyOf(block), count - 1);
    return count <= 0;
  });
}

function withoutDigits(text: string): string {
  return text.replace(/\d+/g, '0');
}

/** Ranks of extracts and lines of records move when a record changes: without them, the rest can still be compared. */
function withoutRanks({ key }: PrintedBlock): string {
  return key
    .replace(/\ue002[^\ue003]*\ue003/g, '#')
    .replace(/^\d+(?=\.)/, '#')
    .replace(/(ligne|\b(?:line|numero) :) ?\d+/g, '$1 #');
}
