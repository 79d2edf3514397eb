import type { Line, Run } from './lines.ts';

/** Lines that one paragraph runs over, and the page that it begins on. */
export interface PdfParagraph {
  readonly lines: readonly Line[];
  readonly size: number;
}

/** What the lines of a document have in common. */
export interface Setting {
  /** From one line of a paragraph to the next, in sizes of the letters. */
  readonly leading: number;
  /** Where lines end at the latest, in points from the left of the page. */
  readonly edge: number;
}

const STARTS_ANEW =
  /^\s*(?:[–—•·▪◦‣*\uf0a7\uf0b7\uf0d8\uf0fc-][\s\u00a0]+\S|o[\s\u00a0]+\p{Lu}|\d{1,2}[.)][\s\u00a0]+\S|\p{Lu}[^:.!?]{1,40}\s:\s|→|\uf0e0|-+>|=+>)/u;

/** Lines that follow each other, as the paragraphs that they were. */
export function gatherParagraphs(lines: readonly Line[], setting: Setting): PdfParagraph[] {
  const paragraphs: Line[][] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    const before = last?.at(-1);
    const isNext = last && before && (goesOn(before, line, setting) || goesOnAsRow(paragraphs, line, setting));
    if (isNext) last.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.map((own) => ({ lines: own, size: own[0]?.size ?? 0 }));
}

/** The usual distance between lines: nearer the smallest ones, since larger ones part paragraphs. */
export function measureLeading(regions: readonly (readonly Line[])[]): number {
  const gaps = regions
    .flatMap((lines) => lines.slice(1).map((line, index) => gapBetween(lines[index] ?? line, line)))
    .filter((gap) => gap > 0.8 && gap < 2.2)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 4)] ?? 1.25;
}

function gapBetween(before: Line, line: Line): number {
  return (before.y - line.y) / Math.max(before.size, line.size);
}

function goesOn(before: Line, line: Line, { leading, edge }: Setting): boolean {
  if (STARTS_ANEW.test(line.text) || line.text.includes('\t') || before.text.includes('\t')) return false;
  if (Math.abs(before.size - line.size) > 0.6 || isBold(before) !== isBold(line)) return false;
  // The first line below a page mark is above: only words can say whether a sentence goes on.
  const gap = gapBetween(before, line);
  if (gap < 0) return goesOnOverPage(before, line);
  if (gap > leading * 1.25) return false;
  return !hadRoom(before, line, edge);
}

/** A row of tabs that ran over its line has fewer of them than the row above: what follows is its own until it has as many. */
function goesOnAsRow(paragraphs: readonly (readonly Line[])[], line: Line, { leading, edge }: Setting): boolean {
  const [above = [], own = []] = paragraphs.slice(-2);
  const before = own.at(-1);
  const [wanted, had] = [countTabs(above), countTabs(own)];
  if (!before || wanted === 0 || had === 0 || had + countTabs([line]) > wanted || STARTS_ANEW.test(line.text))
    return false;
  const gap = gapBetween(before, line);
  return gap > 0 && gap <= leading * 1.25 && Math.abs(before.size - line.size) <= 0.6 && !hadRoom(before, line, edge);
}

function countTabs(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.split('\t').length - 1, 0);
}

function goesOnOverPage(before: Line, line: Line): boolean {
  return /^[\p{Ll}(«"]/u.test(line.text) && !/[.!?…:;]["»)\s]*$/u.test(before.text);
}

/** A line that ends though the next word would have fitted was ended by its author. */
function hadRoom(before: Line, line: Line, edge: number): boolean {
  const [first = ''] = line.text.split(/\s/);
  const word = ((line.right - line.x) * first.length) / Math.max(1, line.text.length);
  return before.right + word + before.size * 1.1 < edge;
}

function isBold({ runs }: Line): boolean {
  return runs.every((run) => run.bold || run.text.trim() === '');
}

/** The runs of a paragraph, its lines put together by a join that is chosen for each end of line. */
export function runsOf(
  { lines }: PdfParagraph,
  join: (before: string, after: string) => { before: string; link: string },
): Run[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last) {
      const { before, link } = join(last.text, line.text);
      runs[runs.length - 1] = { ...last, text: before + link };
    }
    runs.push(...line.runs);
  }
  return runs;
}
