import { ARROW } from '../../record/paragraph.ts';
import type { Block, HeadingBlock, NoteBlock, TableBlock, TextBlock } from './block.ts';
import { formatCell, formatLine } from './format-line.ts';
import { dropStart } from './line.ts';

/** Titles inside a section are of this depth at least. */
const HIGHEST = 3;
const LOWEST = 6;

/** How blocks are written where they stand. */
export interface Standing {
  /** The depth that the title of the section has in the document. */
  readonly depth?: number | undefined;
  /** The depth in the record of a title just below. */
  readonly from?: number;
}

/**
 * Writes blocks as the text of a record: paragraphs, lists, titles and tables, each passage alone. An arrow is an item of a list,
 * as records have it. A line without a letter or a number is left out.
 */
export function writeBlocks(blocks: readonly Block[], standing: Standing = {}): string {
  const chunks: { text: string; list?: string }[] = [];
  const writer = new ListWriter();
  for (const block of blocks) {
    if (block.kind !== 'text') writer.close();
    if (block.kind === 'table') chunks.push({ text: writeTable(block) });
    else if (block.kind === 'note') chunks.push({ text: writeNote(block) });
    else if (!/[\p{L}\p{N}]/u.test(block.line.text)) continue;
    else if (block.kind === 'heading') chunks.push({ text: writeHeading(block, standing) });
    else chunks.push(writer.write(block));
  }
  return chunks
    .map(
      ({ text, list }, index) =>
        (index === 0 ? '' : list !== undefined && list === chunks[index - 1]?.list ? '\n' : '\n\n') + text,
    )
    .join('');
}

/** Writes the lines of lists under each other, with the indent that each level wants; a class because levels stay open. */
class ListWriter {
  /** The columns at which the open levels hold their text. */
  private columns: number[] = [];
  /** What kind of list is open at the top, and how many there were. */
  private kind = '';
  private count = 0;

  close(): void {
    this.columns = [];
    this.kind = '';
  }

  write({ line, mark, level, quoted }: TextBlock): { text: string; list?: string } {
    const quote = quoted ? '> ' : '';
    if (mark === 'none') return { text: this.writeParagraph(line, level, quote) };
    const depth = Math.max(level, 1);
    this.columns.length = Math.min(this.columns.length, depth - 1);
    const indent = this.columns.at(-1) ?? 0;
    const sign = mark === 'arrow' || mark === 'bullet' ? '- ' : `${mark} `;
    this.columns.push(indent + sign.length);
    if (this.columns.length === 1) this.openTop(quote + (sign === '- ' ? '-' : '1'));
    const text = mark === 'arrow' ? dropStart(line, ARROW.exec(line.text)?.[0].length ?? 0) : line;
    const prefix = `${quote}${sign}${mark === 'arrow' ? '→ ' : ''}`;
    return { text: `${' '.repeat(indent)}${formatLine(text, prefix)}`, list: `${this.kind} ${this.count}` };
  }

  private writeParagraph(line: TextBlock['line'], level: number, quote: string): string {
    this.columns.length = Math.min(this.columns.length, level);
    if (this.columns.length === 0) this.close();
    return `${' '.repeat(this.columns.at(-1) ?? 0)}${formatLine(line, quote)}`;
  }

  private openTop(kind: string): void {
    if (this.kind !== kind) this.count++;
    this.kind = kind;
  }
}

function writeHeading({ line, depth }: HeadingBlock, { depth: above, from = HIGHEST }: Standing): string {
  const below = depth === undefined || above === undefined ? 0 : Math.max(0, depth - above - 1);
  return formatLine(line, `${'#'.repeat(Math.min(from + below, LOWEST))} `);
}

function writeTable({ rows }: TableBlock): string {
  const width = Math.max(...rows.map((row) => row.length));
  const cells = rows.map((row) =>
    Array.from({ length: width }, (_, column) => (row[column] ?? []).map(({ text }) => formatCell(text)).join('<br>')),
  );
  const [head = [], ...rest] = cells.map((row) => `| ${row.join(' | ')} |`);
  return [head, `|${' --- |'.repeat(width)}`, ...rest].join('\n');
}

function writeNote({ label, lines }: NoteBlock): string {
  return `[^${label}]: ${lines.map((line) => formatLine(line, '')).join(' ')}`;
}
