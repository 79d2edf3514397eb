import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { type Body, parseBody } from './body.ts';
import { splitComputed } from './computed-text.ts';
import { indexLines, type Lines } from './lines.ts';
import { commentaireNonFerme, marqueDeCalcul } from './rules.ts';

/**
 * Reads a body that keeps the offsets of its file and holds free words and computed blocks: its sections, its internal
 * notes, no passage. Faults of its marks come with it; a hashtag there is a word like another.
 */
export function parseFreeBody(
  file: string,
  body: string,
  { lines }: { lines: Lines },
): { body: Body; faults: Diagnostic[] } {
  const faults = splitComputed(body).faults.map(({ start, end, message }) =>
    diagnose(marqueDeCalcul, file, lines.rangeOf(start, end), message),
  );
  const free = withoutComputed(body);
  const read = parseBody(file, free, { lines: indexLines(free), specs: [] });
  const own = read.faults.filter(({ code }) => code === commentaireNonFerme.code);
  return { body: { ...read.body, passages: [] }, faults: [...faults, ...own] };
}

/**
 * The same lines, those that are computed empty but for the heading of each block, which ends what stood above it. Lines and
 * columns are those of the text; offsets are not, so that there is little to read.
 */
export function withoutComputed(text: string): string {
  return splitComputed(text)
    .parts.map((part) => {
      const own = text.slice(part.start, part.end);
      if (part.kind === 'libre') return own;
      return own
        .split('\n')
        .map((line) => (/^#{1,2} /.test(line) ? line : ''))
        .join('\n');
    })
    .join('');
}
