import { fold } from '../../french.ts';
import type { FoundValue } from '../imported-record.ts';
import type { Block } from './block.ts';
import { findDates } from './find-dates.ts';

const LONGEST = 200;
const SPEAKS_OF_ALL = /\b(?:ateliers?|aep|accompagnement|fiche|compte[- ]rendu|projet|partenariat|rencontre)\b/;
/** A line that is only a date, with its day of the week: « Mardi 31 mai 2022 ». */
const ONLY_A_DATE = /^(?:(?:le |date )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)? ?)$/;

/** Whether the first line of a document is its title: it names what the document is about, or dates it, and is no sentence. */
export function isTitle(text: string): boolean {
  if (text.length > LONGEST || /[.;:!?]$/.test(text) || text.includes('\t')) return false;
  return SPEAKS_OF_ALL.test(fold(text)) || (text.length < 60 && findDates(text).length > 0);
}

/** Reads the title of a document and the date that it or a line of its own says; returns the rest of what stands above the sections. */
export function readTitle(
  blocks: readonly Block[],
  { type, found }: { type: string; found: { readonly values: FoundValue[]; readonly served: string[] } },
): Block[] {
  const titled = findOpening(blocks);
  const title = blocks[titled];
  const text = title && 'line' in title ? title.line.text : undefined;
  const isOnlyDate = text !== undefined && saysOnlyDate(text);
  const isTaken = text !== undefined && !isOnlyDate && !found.values.some(({ key }) => key === 'titre');
  if (isTaken) {
    found.values.push({ key: 'titre', value: text, words: text, place: 'titre du document' });
    found.served.push(text);
  }
  const rest = blocks.filter((block) => block !== title || !isTaken);
  if (type !== 'atelier') return rest;
  const dated = text === undefined ? undefined : findDates(text)[0];
  if (dated) addDate(dated, found, isOnlyDate ? 'première ligne' : 'titre du document');
  return rest.filter((block) => {
    if (block.kind === 'table' || block.kind === 'note' || !saysOnlyDate(block.line.text)) return true;
    const date = findDates(block.line.text)[0];
    const known = found.values.find(({ key }) => key === 'date');
    if (!date || (known && JSON.stringify(known.value) !== JSON.stringify(date.value))) return true;
    if (!known) addDate(date, found, 'ligne qui porte la date');
    found.served.push(block.line.text);
    return false;
  });
}

/** A title may stand below the name of who wrote it: it is then looked for in so many lines. */
export const OPENING_LINES = 4;
const NAMES_DOCUMENT =
  /^\W*(?:(?:synthese|compte[- ]rendu|fiche|resume)\b.{0,20}?)?\b(?:ateliers?|aep|projet|accompagnement)\b/;

/** The first of the opening lines that names what the document is about; else the one that stands as a title. */
function findOpening(blocks: readonly Block[]): number {
  const [top] = blocks;
  const depth = top?.kind === 'heading' ? (top.depth ?? 6) : 6;
  const named = blocks.slice(0, OPENING_LINES).findIndex((block) => {
    if (block.kind === 'table' || block.kind === 'note' || !isTitle(block.line.text)) return false;
    if (block.kind === 'text' && block.mark !== 'none') return false;
    return (block.kind === 'text' || (block.depth ?? depth) <= depth) && NAMES_DOCUMENT.test(fold(block.line.text));
  });
  return named >= 0 ? named : blocks.findIndex((block, index) => opensDocument(block, index));
}

function opensDocument(block: Block, index: number): boolean {
  if (block.kind === 'heading') return block.line.text.length <= LONGEST && (index === 0 || block.depth === 1);
  return index === 0 && block.kind === 'text' && block.mark === 'none' && isTitle(block.line.text);
}

function saysOnlyDate(text: string): boolean {
  const [date, ...others] = findDates(text);
  if (!date || others.length > 0) return false;
  const around = fold(text.slice(0, date.index) + text.slice(date.index + date.words.length)).replace(/[^a-z]+/g, ' ');
  return ONLY_A_DATE.test(around);
}

function addDate(
  { value, words, doubt }: ReturnType<typeof findDates>[number],
  { values }: { readonly values: FoundValue[] },
  place: string,
): void {
  values.push({ key: 'date', value, words, place, ...(doubt && { doubt }) });
}
