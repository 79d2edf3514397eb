import type { PhrasingContent } from 'mdast';
import { fold } from '../../french.ts';
import { maskPersonalData, maskTexts } from '../../record/personal-data.ts';
import type { ImportedRecord, LeftOut } from '../imported-record.ts';
import type { Block, TableBlock } from './block.ts';
import { applyChanges, type Change, changeListed, changePersonalData, followPeople } from './leave-out-text.ts';
import { type Line, toLine } from './line.ts';
import { findNames, isPeopleTitle, tellsWhoLed } from './person-names.ts';

/** The blocks of a document without the names in lists of persons, personal data masked; and what was left out. */
export function leaveOutPeople(blocks: readonly Block[]): { blocks: Block[]; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const follow = followPeople();
  let isLed = false;
  const kept = blocks.map((block): Block => {
    if (block.kind === 'table') return isLed ? maskTable(block, leftOut) : leaveOutOfTable(block, leftOut);
    if (block.kind === 'note') return { ...block, lines: block.lines.map((line) => change(line, follow, leftOut)) };
    isLed = tellsWhoLed(block.line.text);
    const isTitle = block.kind === 'heading' && block.depth !== undefined;
    return { ...block, line: change(block.line, (text) => follow(text, isTitle), leftOut) };
  });
  return { blocks: kept, leftOut };
}

/** The same for a record that a form gave, whose header names nobody but those who led. */
export function leaveOutOfRecord(record: ImportedRecord): ImportedRecord {
  const follow = followPeople();
  const leftOut: LeftOut[] = [];
  const body = record.body.split('\n').map((text) => {
    const changes = follow(text, text.startsWith('#'));
    for (const { left } of changes) addAll(leftOut, left);
    return applyChanges(text, changes);
  });
  for (const { words } of record.values) leftOut.push(...changePersonalData(words).flatMap(({ left }) => left));
  return {
    ...record,
    body: body.join('\n'),
    values: maskTexts(record.values),
    ...(record.served && { served: maskTexts(record.served) }),
    warnings: withoutLeftOut(record.warnings, leftOut),
    leftOut,
  };
}

/** Sentences about a document, without the names that are left out of its record. */
export function withoutLeftOut(sentences: readonly string[], leftOut: readonly LeftOut[]): string[] {
  const names = new Set(leftOut.filter(({ kind }) => kind === 'nom').map(({ words }) => words));
  return sentences.map((sentence) =>
    [...names].reduce((text, name) => text.replaceAll(name, '…'), maskPersonalData(sentence)),
  );
}

/** One by one: a spread of a very long list would be too many arguments. */
function addAll(leftOut: LeftOut[], left: readonly LeftOut[]): void {
  for (const one of left) leftOut.push(one);
}

type FindChanges = (text: string) => readonly Change[];

/** A line once changed; one that holds nothing to leave out is the same. */
function change(line: Line, find: FindChanges, leftOut: LeftOut[]): Line {
  const whole = leavesOf(line.content).join('');
  const changes = find(whole);
  if (changes.length === 0 && line.content.every(({ type }) => type === 'text')) return line;
  for (const { left } of changes) addAll(leftOut, left);
  let at = 0;
  const edit = (node: PhrasingContent): PhrasingContent => {
    if (node.type === 'html') {
      const found = changePersonalData(node.value);
      for (const { left } of found) addAll(leftOut, left);
      return { ...node, value: applyChanges(node.value, found) };
    }
    if ('value' in node) {
      const value = changePart(node.value, at, changes);
      at += node.value.length;
      return { ...node, value };
    }
    const masked = node.type === 'link' ? { ...node, url: maskPersonalData(node.url) } : node;
    return 'children' in masked ? ({ ...masked, children: masked.children.map(edit) } as PhrasingContent) : masked;
  };
  return toLine(line.content.map(edit));
}

/** What the changes of a whole line make of one of its pieces: what replaces stands where it begins. */
function changePart(value: string, at: number, changes: readonly Change[]): string {
  const own = changes.flatMap(({ start, end, by, left }): Change[] => {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, value.length);
    return from >= to ? [] : [{ start: from, end: to, by: start >= at ? by : '', left }];
  });
  return applyChanges(value, own);
}

function leavesOf(content: readonly PhrasingContent[]): string[] {
  return content.flatMap((node) => {
    if (node.type === 'html') return [];
    if ('value' in node) return [node.value];
    return 'children' in node ? leavesOf(node.children as PhrasingContent[]) : [];
  });
}

const NAME_TITLE =
  /^(?:noms?|prenoms?|noms?\W*(?:et|&)?\W*prenoms?|prenoms?\W*(?:et|&)?\W*noms?|nom (?:de naissance|d'usage|de famille)|identite)$/;
const COMPANION =
  /^(?:noms?|prenoms?|fonction|qualite|e?-?mail|courriel|adresse|tel|portable|signature|emargement|profession|role)/;

function leaveOutOfTable(table: TableBlock, leftOut: LeftOut[]): TableBlock {
  const text = (cell: readonly Line[]) => cell.map((line) => line.text).join(' ');
  const titles = (table.rows[0] ?? []).map((cell) => fold(text(cell)).replace(/[\s:.*]+$/, ''));
  const names = titles.flatMap((title, column) => {
    const cells = table.rows.slice(1).map((row) => text(row[column] ?? []));
    const said = cells.filter((cell) => findNames(cell).length > 0).length;
    const isBeside = titles.some((other, index) => index !== column && COMPANION.test(other));
    return NAME_TITLE.test(title) && (isBeside || (said > 0 && said >= cells.length * 0.6)) ? [column] : [];
  });
  const rows = table.rows.map((row, index) => {
    const taken = index === 0 ? [] : names.filter((column) => /\p{L}/u.test(text(row[column] ?? [])));
    if (taken.length > 0)
      leftOut.push({ kind: 'nom', words: taken.map((column) => text(row[column] ?? [])).join(' ') });
    const isRow = isPeopleTitle(text(row[0] ?? []));
    return row.map((cell, column) => {
      if (taken.includes(column)) return [];
      const isListed = (isRow && column > 0) || (index > 0 && isPeopleTitle(titles[column] ?? ''));
      return changeCell(cell, isListed ? () => changeListed : followPeople, leftOut);
    });
  });
  return { ...table, rows };
}

function maskTable(table: TableBlock, leftOut: LeftOut[]): TableBlock {
  const rows = table.rows.map((row) => row.map((cell) => changeCell(cell, () => changePersonalData, leftOut)));
  return { ...table, rows };
}

function changeCell(cell: readonly Line[], follow: () => FindChanges, leftOut: LeftOut[]): Line[] {
  const find = follow();
  return cell.map((line) => change(line, find, leftOut));
}
