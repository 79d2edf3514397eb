import { slugify } from '../french.ts';
import type { HeaderValue, HeaderValues } from './header-value.ts';
import { formatPartialDate, type PartialDate, parsePartialDate } from './partial-date.ts';
import type { RecordType } from './schema.ts';

/** A proposed id is cut at a word before this many characters. */
const LONGEST_ID = 60;

/** The form of an id: lower-case words without accent, joined by hyphens. */
export const WELL_FORMED_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Words that name nothing by themselves: dropped from a dated id, and from the end of one that is cut. */
export const LITTLE_WORDS = new Set(
  'a au aux avec d dans de des du en et l la le les leur leurs par pour qu s sa ses son sur un une vers'.split(' '),
);
/** What an apostrophe leaves alone. */
const ELIDED = new Set(['c', 'd', 'j', 'l', 'm', 'n', 'qu', 's', 't']);

/** The id that a header suggests, after its type's `fichier`; empty where its values give no letter. */
export function proposeId({ name, spec }: RecordType, values: HeaderValues): string {
  const date = dateOf(values.date);
  const dated = spec.fichier.includes('{date}') && date !== undefined;
  const filled = spec.fichier.replace(/\{([^}]+)\}/g, (_, key: string) => {
    const written = dateOf(values[key]);
    if (written) return written.iso.toLowerCase();
    const words = wordsOf(values[key]);
    return dated ? dropDate(words, date).join('-') : words.join('-');
  });
  return cutAtWord(separateDate(slugify(filled), date, name));
}

/** The first id of its kind that is free: itself, else with `-2`, `-3`… at its end. */
export function findFreeId(id: string, isTaken: (id: string) => boolean): string {
  let free = id;
  for (let number = 2; isTaken(free); number++) free = `${id}-${number}`;
  return free;
}

/** Where a fiche lies in the workspace: in the folder of its type, and of its year where its name begins with a date. */
export function placeFiche({ spec, folder }: RecordType, id: string, values: HeaderValues): string {
  const year = spec.fichier.startsWith('{date}') ? dateOf(values.date)?.iso.slice(0, 4) : undefined;
  return `${folder}/${year ? `${year}/` : ''}${id}.md`;
}

/** The title that a type proposes: « Atelier d’échanges de pratiques du 31 mai 2022 », once the day is known. */
export function proposeTitle({ spec }: RecordType, values: HeaderValues): string | undefined {
  const date = dateOf(values.date);
  if (!date || date.first !== date.last) return undefined;
  return spec.titreParDefaut?.replace('{date}', formatPartialDate(date));
}

function dateOf(value: HeaderValue | undefined): PartialDate | undefined {
  const written = typeof value === 'object' && 'date' in value ? value.date : value;
  return typeof written === 'string' ? parsePartialDate(written) : undefined;
}

function wordsOf(value: HeaderValue | undefined): string[] {
  return typeof value === 'string'
    ? slugify(value)
        .split('-')
        .filter((word) => word && !ELIDED.has(word))
    : [];
}

function dropDate(words: readonly string[], date: PartialDate): string[] {
  const told = new Set(slugify(`${date.iso} ${formatPartialDate(date)}`).split('-'));
  return words.filter((word) => !told.has(word) && !told.has(word.replace(/^0/, '')) && !LITTLE_WORDS.has(word));
}

/** « 2022 » and « 12 conseils » would read as December: the type's name comes between. */
function separateDate(id: string, date: PartialDate | undefined, name: string): string {
  const prefix = date?.iso.toLowerCase();
  if (!prefix || prefix.length === 10 || !id.startsWith(`${prefix}-`)) return id;
  const rest = id.slice(prefix.length + 1);
  return /^\d\d(-|$)/.test(rest) ? `${prefix}-${slugify(name)}-${rest}` : id;
}

function cutAtWord(id: string): string {
  if (id.length <= LONGEST_ID) return id;
  const words = id
    .slice(0, LONGEST_ID + 1)
    .split('-')
    .slice(0, -1);
  while (words.length > 1 && LITTLE_WORDS.has(words.at(-1) ?? '')) words.pop();
  return words.join('-') || id.slice(0, LONGEST_ID);
}
