import type { Heading } from 'mdast';
import type { Part } from './lay-out.ts';
import type { Line } from './lines.ts';

/** All the lines of some parts, cells included. */
export function linesOf(parts: readonly Part[]): Line[] {
  return parts.flatMap((part) =>
    part.kind === 'text' ? part.lines : part.rows.flat().flatMap((cell) => cell?.lines ?? []),
  );
}

/** The size of most letters. */
export function measureBody(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  const most = Math.max(...letters.values());
  return [...letters].find(([, count]) => count === most)?.[0] ?? 12;
}

/** Where lines end at the latest; a stray one counts for nothing. */
export function measureEdge(lines: readonly Line[]): number {
  const rights = lines.map(({ right }) => right).sort((a, b) => a - b);
  return rights.at(-1 - Math.floor(lines.length * 0.02)) ?? 0;
}

/** Depths of headings by the sizes that are larger than the text, the largest first. */
export function rankSizes(lines: readonly Line[], body: number): (size: number) => Heading['depth'] | undefined {
  const larger = [...new Set(lines.map(({ size }) => Math.round(size * 2) / 2))]
    .filter((size) => size >= body * 1.12)
    .sort((a, b) => b - a);
  const ranks = larger.filter((size, index) => index === 0 || (larger[index - 1] ?? 0) - size > 0.5);
  return (size) => {
    if (size < body * 1.12 - 0.25) return undefined;
    const rank = ranks.findIndex((one) => size >= one - 0.75);
    return rank < 0 ? undefined : (Math.min(rank + 1, 6) as Heading['depth']);
  };
}
