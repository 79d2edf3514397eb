import type { PrintedBlock } from './printed-document.ts';
import type { Verdict } from './verdict.ts';

/**
 * Texts that stand in a document and would not be printed now; where it is `steady`, what was changed in them, and those that
 * would be printed and are not there. A text that is printed twice may stand twice.
 */
export function compareTexts(
  blocks: readonly PrintedBlock[],
  now: readonly PrintedBlock[],
  steady: boolean,
): Pick<Verdict, 'prose' | 'relinked' | 'removed'> {
  if (!steady)
    return { prose: subtract(blocks, now, withoutRanks).map((text) => ({ text })), relinked: [], removed: [] };
  const keyOf = ({ key }: PrintedBlock) => key;
  const removed = new Set(subtract(now, blocks, keyOf));
  const foreign = subtract(blocks, now, keyOf);
  const relinked = new Set(foreign.filter((text) => removed.delete(text)));
  const bySkeleton = new Map([...removed].map((text) => [withoutDigits(text), text]));
  const prose = foreign
    .filter((text) => !relinked.has(text))
    .map((text) => {
      const from = bySkeleton.get(withoutDigits(text));
      return from !== undefined && removed.delete(from) ? { text, from } : { text };
    });
  return { prose, relinked: [...relinked], removed: [...removed] };
}

/** The texts of the first that the second does not hold as often; each once. */
function subtract(
  blocks: readonly PrintedBlock[],
  others: readonly PrintedBlock[],
  keyOf: (block: PrintedBlock) => string,
): string[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(keyOf(other), (left.get(keyOf(other)) ?? 0) + 1);
  const alone = blocks.filter((block) => {
    const count = left.get(keyOf(block)) ?? 0;
    left.set(keyOf(block), count - 1);
    return count <= 0;
  });
  return [...new Set(alone.map(({ text }) => text))];
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
