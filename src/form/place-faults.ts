import type { Diagnostic, Position, Severity } from '../diagnostic.ts';
import { quote } from '../french.ts';
import type { Fiche, ReadFiche } from '../record/fiche.ts';
import { type Field, fieldsOf, findField } from '../record/field.ts';
import type { Path } from '../record/header.ts';
import { type HeaderValue, isList, valueAt } from '../record/header-value.ts';
import type { Schemas } from '../record/schema.ts';

/** A fault of a record, and where a person finds it in the document that the record comes from. */
export interface PlacedFault {
  readonly severity: Severity;
  /** A French sentence. */
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

/** Says what each fault of a record is about: a key of its header, a line of its body, a section, or all of it. */
export function placeFaults(faults: readonly Diagnostic[], { fiche }: ReadFiche, schemas: Schemas): PlacedFault[] {
  return faults.map((fault) => {
    const { severity, message } = fault;
    return { severity, message, ...(fiche && placeOfFault(fault, fiche, schemas)) };
  });
}

type Place = Pick<PlacedFault, 'path' | 'section' | 'words' | 'rank'>;

function placeOfFault({ range, message }: Diagnostic, fiche: Fiche, schemas: Schemas): Place {
  const { start } = range;
  const fields = fiche.type ? fieldsOf(fiche.type, schemas) : [];
  if (start.line > endOfHeader(fiche)) return placeInBody(start.line, fiche);
  const around = findKey(start, fiche);
  const path = findMissing(message, around, { fiche, fields }) ?? around;
  if (path.length > 0) return { path, ...wordsAt(path, fiche) };
  const section = fiche.type?.spec.sections.find(({ titre }) => message.includes(quote(titre)));
  return section ? { section: section.titre } : {};
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

/** A key that the message names, and that the schema has and the header has not. */
function findMissing(
  message: string,
  around: Path,
  { fiche, fields }: { fiche: Fiche; fields: readonly Field[] },
): Path | undefined {
  for (let depth = around.length; depth >= 0; depth--) {
    const path = around.slice(0, depth);
    const here = valueAt(fiche.header.value as HeaderValue, path);
    if (here === undefined || typeof here === 'string' || isList(here)) continue;
    const missing = fieldsAt(path, fields).find(({ key }) => !Object.hasOwn(here, key) && message.includes(quote(key)));
    if (missing) return [...path, missing.key];
  }
  return undefined;
}

function fieldsAt(path: Path, fields: readonly Field[]): readonly Field[] {
  let here = fields;
  for (const step of path) {
    if (typeof step === 'number') continue;
    const shape = findField(here, [step])?.shape;
    const inner = shape?.kind === 'list' ? shape.item.shape : shape;
    here = inner?.kind === 'map' ? inner.fields : [];
  }
  return here;
}

function wordsAt(path: Path, { header }: Fiche): { words?: string } {
  const value = valueAt(header.value as HeaderValue, path);
  return typeof value === 'string' || typeof value === 'number' ? { words: String(value) } : {};
}
