import { quote } from '../../french.ts';
import type { Prs } from '../../prs/prs.ts';
import { valueAt } from '../../record/header-value.ts';
import type { SectionSpec } from '../../record/passage.ts';
import type { FoundValue, ImportedRecord } from '../imported-record.ts';
import type { SourceDocument } from '../source-document.ts';
import { type Block, toBlocks } from './block.ts';
import { readTitle } from './find-title.ts';
import { isAnyLabel, splitLabel } from './labels.ts';
import { leaveOutPeople, withoutLeftOut } from './leave-out-people.ts';
import { textLine } from './line.ts';
import { type Outline, toOutline } from './outline.ts';
import { placeSituation } from './place-situation.ts';
import { readField } from './read-field.ts';
import { type Information, readInformation } from './read-information.ts';
import { readSentences } from './read-sentences.ts';
import { sortSentences } from './sort-sentences.ts';
import { type Filled, findRepeatedTitles, type Unsorted, writeBody } from './write-body.ts';

/** What a document is understood with. */
export interface Understanding {
  readonly type: string;
  readonly specs: readonly SectionSpec[];
  /** The PRS of the workspace. */
  readonly prs: readonly Prs[];
  /** Whether lists of names and personal data stay; they are left out otherwise. */
  readonly keepsNames?: boolean | undefined;
}

/** What was found so far, and what of the document is already told by it. */
interface Found {
  readonly values: FoundValue[];
  readonly served: string[];
  readonly unsorted: Block[];
  readonly warnings: string[];
}

/** The line of a header that tells the type: it is that of the record too. */
const TYPE_LINE = /^type\s*:/;

/** All the words of a document, line by line: they tell its type, and whether it was imported before. */
export function textOfDocument({ tree, header = '' }: SourceDocument): string {
  return [header, ...toBlocks(tree, isInformation).map(textOfBlock)].join('\n');
}

/** Makes of a document a record of a type: the values that it says, its text under the sections of the type, and what is to be sorted. */
export function understand(source: SourceDocument, { type, specs, prs, keepsNames }: Understanding): ImportedRecord {
  const header = (source.header ?? '').split('\n').filter((line) => /\S/.test(line));
  const [served, others] = partition(header, (line) => TYPE_LINE.test(line));
  const whole: Block[] = [
    ...others.map((line): Block => ({ kind: 'text', line: textLine(line), mark: 'none', level: 0, quoted: false })),
    ...toBlocks(source.tree, isInformation),
  ];
  const { blocks, leftOut } = keepsNames ? { blocks: whole, leftOut: [] } : leaveOutPeople(whole);
  const outline = toOutline(readInformation(blocks, { type, specs }), specs);
  const found: Found = { values: [], served, unsorted: [], warnings: withoutLeftOut(source.warnings, leftOut) };
  const [titles, informations] = partition(outline.informations, ({ key }) => key === 'titre');
  for (const information of titles) takeInformation(information, found);
  const preamble = readTitle(outline.preamble.blocks, { type, found });
  for (const information of informations) takeInformation(information, found);
  if (outline.informations.length > 0) found.served.push(...outline.announcements.map(({ line }) => line.text));
  const parts = outline.parts.map((part) => placeSituation(part, found));
  const titre = found.values.find(({ key }) => key === 'titre')?.words;
  readSentences(
    { type, titre, blocks: [...preamble, ...found.unsorted, ...parts.flatMap((part) => part.blocks)], prs },
    found,
  );
  const filled = parts.flatMap(({ spec, ...part }): Filled[] => (spec ? [{ ...part, spec }] : []));
  found.served.push(...findRepeatedTitles(filled));
  const sorted = type === 'projet' ? sortPreamble(preamble, specs, found) : { filled: [], left: preamble };
  const unsorted: Unsorted[] = [{ blocks: [...sorted.left, ...found.unsorted] }, ...parts.filter(({ spec }) => !spec)];
  const body = writeBody([...sorted.filled, ...filled], unsorted, specs);
  if (type === 'projet') nameAfterStructure(found.values);
  const warnings = [...found.warnings, ...sayShortLines(outline)];
  return { type, values: found.values, body, served: found.served, leftOut, warnings };
}

function isInformation(text: string): boolean {
  const split = splitLabel(text);
  return split !== undefined && isAnyLabel(split.label);
}

function textOfBlock(block: Block): string {
  if (block.kind === 'table')
    return block.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join(' ')).join('\t')).join('\n');
  if (block.kind === 'note') return block.lines.map(({ text }) => text).join(' ');
  return block.line.text;
}

/** Their words are those of sentences, label or not. */
const READ_IN_SENTENCES = new Set(['convention', 'prs']);

/** A value is taken once: what a second label says, or what is not understood, is left to be sorted. */
function takeInformation(information: Information, { values, served, unsorted, warnings }: Found): void {
  const { key, label, lines, place } = information;
  const words = lines.map(({ text }) => text).join(' ; ');
  const whole = `${label} : ${words}`;
  const known = values.find((value) => value.key === key);
  const told = readField(information);
  if (known && told && !told.isPartial && JSON.stringify(told.value) === JSON.stringify(known.value)) {
    served.push(whole);
    return;
  }
  const read = known ? undefined : told;
  if (read) values.push({ key, value: read.value, words, place, ...(read.doubt && { doubt: read.doubt }) });
  if (read && !read.isPartial) served.push(whole);
  else unsorted.push(toText(whole));
  if (known) warnings.push(`${quote(label)} est dit une seconde fois, et se trouve sous « À classer ».`);
  else if (!read && !READ_IN_SENTENCES.has(key))
    warnings.push(`${quote(label)} n’a pas été compris, et se trouve sous « À classer ».`);
}

function toText(text: string): Block {
  return { kind: 'text', line: textLine(text), mark: 'none', level: 0, quoted: false };
}

function partition<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

/** A projet without a title is known by its structure. */
function nameAfterStructure(values: FoundValue[]): void {
  const structure = values.find(({ key }) => key === 'structure');
  const nom = valueAt(structure?.value, ['nom']);
  if (!structure || typeof nom !== 'string' || values.some(({ key }) => key === 'titre')) return;
  const { words, place } = structure;
  values.unshift({
    key: 'titre',
    value: nom,
    words,
    place,
    doubt: 'le document n’a pas de titre : c’est le nom de la structure',
  });
}

function sortPreamble(
  blocks: readonly Block[],
  specs: readonly SectionSpec[],
  { warnings }: Found,
): { filled: Filled[]; left: readonly Block[] } {
  const { sorted, unsorted } = sortSentences(blocks);
  const filled = sorted.flatMap(({ mot, block, cue }): Filled[] => {
    const spec = specs.find((one) => one.mot === mot);
    if (spec && cue)
      warnings.push(`Un texte est placé dans ${quote(spec.titre)} pour les mots ${quote(cue)} : vérifiez-le.`);
    return spec ? [{ spec, isOwn: false, blocks: [block] }] : [];
  });
  const lost = sorted.filter(({ mot }) => !specs.some((one) => one.mot === mot)).map(({ block }) => block);
  return { filled, left: [...unsorted, ...lost] };
}

/** A short line without a full stop may be a title that nothing shows as such. */
function sayShortLines({ parts }: Outline): string[] {
  const short = parts.flatMap(({ blocks }) =>
    blocks.flatMap((block, index) => {
      const next = blocks[index + 1];
      const isShort = block.kind === 'text' && block.mark === 'none' && /^\p{Lu}.{4,60}$/u.test(block.line.text);
      return isShort && next?.kind === 'text' && !/[.!?…:;,]$/.test(block.line.text) ? [quote(block.line.text)] : [];
    }),
  );
  if (short.length === 0) return [];
  const listed = short.slice(0, 6).join(', ') + (short.length > 6 ? '…' : '');
  return [`Des lignes courtes sont peut-être des intertitres, à faire précéder de « ### » : ${listed}`];
}
