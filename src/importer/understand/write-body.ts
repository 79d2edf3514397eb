import type { SectionSpec } from '../../record/passage.ts';
import { TO_SORT_TITLE } from '../../record/section-title.ts';
import type { Block, HeadingBlock, NoteBlock } from './block.ts';
import { formatLine } from './format-line.ts';
import { type Line, textLine } from './line.ts';
import { writeBlocks } from './write-blocks.ts';

/** What a section of the record will hold; several may be of one section. */
export interface Filled {
  readonly spec: SectionSpec;
  readonly heading?: HeadingBlock | undefined;
  /** Whether the title of the document is kept as that of the section. */
  readonly isOwn: boolean;
  readonly blocks: readonly Block[];
}

/** What found no place, under its own title where it has one. */
export interface Unsorted {
  readonly heading?: HeadingBlock | undefined;
  readonly blocks: readonly Block[];
}

/** Writes the body of a record: the sections in the order of the type, those it requires even empty, then what is to be sorted. */
export function writeBody(
  filled: readonly Filled[],
  unsorted: readonly Unsorted[],
  specs: readonly SectionSpec[],
): string {
  const notes = [...filled, ...unsorted].flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'note'));
  const seen = new Set<string>();
  const sections = specs.flatMap((spec) => {
    const own = filled.filter((part) => part.spec === spec);
    return own.length > 0 || spec.requise ? [writeSection(spec, own, { notes, seen })] : [];
  });
  const others = filled.filter(({ spec }) => !specs.includes(spec));
  const rest = [...unsorted, ...others.map(({ heading, blocks }) => ({ heading, blocks }))];
  const left = notes.filter(
    ({ label }) =>
      !seen.has(label) &&
      !isCalled(
        label,
        rest.flatMap(({ blocks }) => blocks),
      ),
  );
  const toSort = rest.map((part) => writeUnsorted(part, { notes, seen })).filter((text) => text !== '');
  if (left.length > 0) toSort.push(writeBlocks(left));
  return addToSort(sections.join('\n\n'), toSort);
}

/** The titles that a section has twice in a document: in the record it has them once. */
export function findRepeatedTitles(filled: readonly Filled[]): string[] {
  const titles = filled.flatMap(({ isOwn, heading }) => (isOwn && heading ? [heading.line.text] : []));
  return titles.filter((title, index) => titles.indexOf(title) < index);
}

/** A body with more to be sorted at its end. */
export function addToSort(body: string, toSort: readonly string[]): string {
  if (toSort.length === 0) return body;
  const title = `## ${TO_SORT_TITLE}`;
  const opening = body.split('\n').includes(title) ? [] : [title];
  return [body.trimEnd(), ...opening, ...toSort].filter((text) => text !== '').join('\n\n');
}

interface Noting {
  readonly notes: readonly NoteBlock[];
  /** Labels of the notes that were written. */
  readonly seen: Set<string>;
}

function writeSection(spec: SectionSpec, parts: readonly Filled[], noting: Noting): string {
  const own = parts.find(({ isOwn, heading }) => isOwn && heading)?.heading;
  const title = own ? formatLine(withoutColon(own.line), '## ') : `## ${spec.titre}`;
  const texts = parts.flatMap(({ heading, isOwn, blocks }) => {
    const isKept = heading && heading !== own && !(isOwn && heading.line.text === own?.line.text);
    return [
      ...(isKept ? [formatLine(heading.line, '### ')] : []),
      writeBlocks(withNotes(blocks, noting), { depth: heading?.depth, from: isKept ? 4 : 3 }),
    ];
  });
  return [title, ...texts].filter((text) => text !== '').join('\n\n');
}

function withoutColon(line: Line): Line {
  const { text } = line;
  return /\s*:$/.test(text) && line.content.every(({ type }) => type === 'text')
    ? textLine(text.replace(/\s*:$/, ''))
    : line;
}

function writeUnsorted({ heading, blocks }: Unsorted, noting: Noting): string {
  const text = writeBlocks(withNotes(blocks, noting), { depth: heading?.depth, from: heading ? 4 : 3 });
  return [heading ? formatLine(heading.line, '### ') : '', text].filter((part) => part !== '').join('\n\n');
}

/** The notes that a section calls stand at its end: those of internal notes stay internal. */
function withNotes(blocks: readonly Block[], { notes, seen }: Noting): Block[] {
  const called = notes.filter(({ label }) => !seen.has(label) && isCalled(label, blocks));
  for (const { label } of called) seen.add(label);
  return [...blocks.filter(({ kind }) => kind !== 'note'), ...called];
}

function isCalled(label: string, blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    if (block.kind === 'note') return false;
    const lines = block.kind === 'table' ? block.rows.flat(2) : [block.line];
    return JSON.stringify(lines).includes(
      JSON.stringify({ type: 'footnoteReference', identifier: label }).slice(1, -1),
    );
  });
}
