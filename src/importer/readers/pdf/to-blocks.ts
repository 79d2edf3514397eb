import type { Heading, PhrasingContent, RootContent, TableCell } from 'mdast';
import { gatherParagraphs, type PdfParagraph, runsOf, type Setting } from './gather-paragraphs.ts';
import type { Part, PdfTable } from './lay-out.ts';
import type { Line, Run } from './lines.ts';
import type { HyphenJoiner } from './undo-hyphens.ts';

/** What the blocks of a document are made with. */
export interface Making extends Setting {
  readonly hyphens: HyphenJoiner;
  /** The depth of a heading, by the size of its letters; none for those of the text. */
  depthOf(size: number): Heading['depth'] | undefined;
}

/** A heading of more letters is a text in large ones. */
const LONGEST_HEADING = 200;

/** The blocks of the parts of a document; text goes on from one part to the next, over the end of a page. */
export function toBlocks(parts: readonly Part[], making: Making): RootContent[] {
  const blocks: RootContent[] = [];
  let [lines, edge]: [Line[], number | undefined] = [[], undefined];
  const close = () => {
    const setting = { ...making, edge: edge ?? making.edge };
    blocks.push(...gatherParagraphs(lines, setting).map((paragraph) => toBlock(paragraph, making)));
    lines = [];
  };
  for (const part of parts) {
    if (part.kind === 'table' || part.edge !== edge) close();
    if (part.kind === 'table') blocks.push(toTable(part, making));
    else [lines, edge] = [[...lines, ...part.lines], part.edge];
  }
  close();
  return blocks;
}

function toBlock(paragraph: PdfParagraph, making: Making): RootContent {
  const runs = joinRuns(paragraph, making);
  const length = runs.reduce((sum, { text }) => sum + text.length, 0);
  const depth = length <= LONGEST_HEADING ? making.depthOf(paragraph.size) : undefined;
  // A heading is bold by its nature.
  if (depth) return { type: 'heading', depth, children: toPhrasing(runs.map((run) => ({ ...run, bold: false }))) };
  return { type: 'paragraph', children: toPhrasing(runs) };
}

function joinRuns(paragraph: PdfParagraph, { hyphens }: Making): Run[] {
  return runsOf(paragraph, (before, after) => hyphens.join(before, after));
}

function toPhrasing(runs: readonly Run[]): PhrasingContent[] {
  return runs.map(({ text, bold, italic }): PhrasingContent => {
    const value: PhrasingContent = { type: 'text', value: text };
    const leaning: PhrasingContent = italic ? { type: 'emphasis', children: [value] } : value;
    return bold ? { type: 'strong', children: [leaning] } : leaning;
  });
}

function toTable({ rows }: PdfTable, making: Making): RootContent {
  const children = rows.map((row, index) => ({
    type: 'tableRow' as const,
    children: row.map((cell): TableCell => {
      const paragraphs = gatherParagraphs(cell?.lines ?? [], { ...making, edge: cell?.edge ?? 0 });
      const texts = paragraphs.map((paragraph) => joinRuns(paragraph, making));
      return {
        type: 'tableCell',
        children: texts.flatMap((runs, line): PhrasingContent[] => [
          ...(line > 0 ? [{ type: 'break' } as const] : []),
          ...toPhrasing(index === 0 ? runs.map((run) => ({ ...run, bold: false })) : runs),
        ]),
      };
    }),
  }));
  return { type: 'table', align: (rows[0] ?? []).map(() => null), children };
}
