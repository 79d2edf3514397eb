import type { Diagnostic, Position, Range, Severity } from '../diagnostic.ts';
import type { Fiche, ReadFiche } from '../record/fiche.ts';
import { fieldsOf } from '../record/field.ts';
import type { Path } from '../record/header.ts';
import { type HeaderValue, isList, valueAt } from '../record/header-value.ts';
import type { Schemas } from '../record/schema.ts';
import { isForTheCentre, sayFault } from './fault-words.ts';
import { listMissing, type Missing } from './missing-parts.ts';

/** A fault of a record, and where a person finds it in the document that the record comes from. */
export interface PlacedFault {
  readonly severity: Severity;
  /** A French sentence, in the words of the form. */
  readonly message: string;
  /** The key that it is about, even one that is missing. */
  readonly path?: Path;
  /** The title of the section that it is about. */
  readonly section?: string;
  /** The words that it is about, as the record has them. */
  readonly words?: string;
  /** How many lines of the body have the same words before it: 0 where it is the first. */
  readonly rank?: number;
}

/**
 * Says what each fault of a record is about, a key of its header, a line of its body, a section, or all of it, to whoever wrote
 * the document: what only the record has, and the centre alone mends, is left out.
 */
export function placeFaults(faults: readonly Diagnostic[], { fiche }: ReadFiche, schemas: Schemas): PlacedFault[] {
  const told = faults.filter((fault) => !isForTheCentre(fault));
  if (!fiche) return told.map(({ severity, message }) => ({ severity, message }));
  const fields = fiche.type ? fieldsOf(fiche.type, schemas) : [];
  const missing = listMissing(fiche, fields);
  const taken = new Set<Missing>();
  return told.map((fault): PlacedFault => {
    const lacking = missing.find((one) => !taken.has(one) && isOf(one, fault));
    if (lacking) taken.add(lacking);
    const place = lacking ?? placeOfFault(fault.range.start, fiche);
    const { path, section } = place;
    const message = sayFault(fault, { path, section, isLacking: lacking !== undefined }, { fiche, fields, schemas });
    return { severity: fault.severity, message, ...(path && { path }), ...(section && { section }), ...wordsOf(place) };
  });
}

type Place = Pick<PlacedFault, 'path' | 'section' | 'words' | 'rank'>;

function wordsOf({ words, rank }: Place): Pick<PlacedFault, 'words' | 'rank'> {
  return { ...(words !== undefined && { words }), ...(rank !== undefined && { rank }) };
}

function isOf({ code, place }: Missing, fault: Diagnostic): boolean {
  return code === fault.code && isSame(place, fault.range);
}

function isSame(a: Range, b: Range): boolean {
  return a.start.line === b.start.line && a.start.column === b.start.column && !isBefore(a.end, b.end);
}

function placeOfFault(start: Position, fiche: Fiche): Place {
  if (start.line > endOfHeader(fiche)) return placeInBody(start.line, fiche);
  const path = findKey(start, fiche);
  return path.length > 0 ? { path, ...wordsAt(path, fiche) } : {};
}

/** The line of the fence that closes the header. */
function endOfHeader({ lines }: Fiche): number {
  let line = 2;
  while (line < lines.count && !/^---\s*$/.test(lines.lineAt(line))) line++;
  return line;
}

function placeInBody(line: number, fiche: Fiche): Place {
  const { lines } = fiche;
  const words = lines.lineAt(line);
  let rank = 0;
  for (let above = endOfHeader(fiche) + 1; above < line; above++) if (lines.lineAt(above) === words) rank++;
  for (let above = line; above > 1; above--) {
    const title = /^##\s+(.*)$/.exec(lines.lineAt(above))?.[1];
    if (title !== undefined) return { section: title.trim(), ...(above < line && { words, rank }) };
  }
  return { words, rank };
}

/** The deepest key whose value holds a place. */
function findKey(place: Position, { header }: Fiche): Path {
  let path: Path = [];
  for (;;) {
    const here: HeaderValue | undefined = valueAt(header.value as HeaderValue, path);
    const steps =
      here === undefined || typeof here === 'string' ? [] : isList(here) ? [...here.keys()] : Object.keys(here);
    const next = steps.find((step) => holds([...path, step], place, header));
    if (next === undefined) return path;
    path = [...path, next];
  }
}

function holds(path: Path, place: Position, header: Fiche['header']): boolean {
  const key = header.placeOfKey(path).start;
  const { start, end } = header.placeOf(path);
  const first = isBefore(start, key) ? start : key;
  return !isBefore(place, first) && isBefore(place, end);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

function wordsAt(path: Path, { header }: Fiche): { words?: string } {
  const value = valueAt(header.value as HeaderValue, path);
  return typeof value === 'string' ? { words: value } : {};
}
