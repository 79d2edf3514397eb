import { type Diagnostic, diagnose, FILE_START, type Range } from '../diagnostic.ts';
import { type Body, parseBody } from './body.ts';
import { parseFreeBody, withoutComputed } from './free-body.ts';
import { type FrontMatter, splitFrontMatter } from './front-matter.ts';
import { type Header, parseHeader } from './header.ts';
import { indexLines, type Lines } from './lines.ts';
import { ficheTropImbriquee, fichierTropGros } from './rules.ts';
import type { RecordType, Schemas } from './schema.ts';
import { diagnoseHeader } from './schema-faults.ts';
import { findUnreadable, TOO_NESTED, type Unreadable } from './unreadable.ts';

/** One record as its file says it, whatever its type. */
export interface Fiche {
  /** The file's name without `.md`. */
  readonly id: string;
  /** Path relative to the workspace, with `/`. */
  readonly file: string;
  /** What its header says, else what its folder says. */
  readonly type: RecordType | undefined;
  /** The header's own word for its type. */
  readonly writtenType: string | undefined;
  readonly header: Header;
  readonly body: Body;
  readonly lines: Lines;
}

/** A file that was read: the fiche where there is one, and every fault found on the way. */
export interface ReadFiche {
  readonly file: string;
  readonly fiche?: Fiche;
  /** What its body says, even where its header does not read; none where the two cannot be told apart. */
  readonly body?: Body;
  /** Its lines, to show a fault in its place; empty where it is no text. */
  readonly lines: Lines;
  readonly faults: readonly Diagnostic[];
  /** The name that git gives to its bytes; none for a text that lies nowhere. */
  readonly blobId?: string;
}

/** What is to be read of a record: its body costs four times its header. */
export interface Wanted {
  /** Without bodies, sections and passages are empty, and faults are those of headers alone. */
  readonly bodies: boolean;
}

const EVERYTHING: Wanted = { bodies: true };
const NO_BODY: Body = { sections: [], subsections: [], passages: [], internalLines: [] };

/** Reads the text of a record (line ends `\n`, no byte order mark): header, sections, passages, and all that its schema refuses. */
export function parseFiche(file: string, text: string, schemas: Schemas, wanted: Wanted = EVERYTHING): ReadFiche {
  const lines = indexLines(text);
  // What is computed is read by no one as the words of an author, and may hold thousands of links.
  const isFree = findTypeOfFolder(file, schemas)?.spec.texteLibre === true;
  const own = isFree ? withoutComputed(text) : text;
  if (isFree && own.replace(/\s+/g, ' ').length > MOST_OWN_SIGNS) return tooLong(file, lines);
  const unreadable = findUnreadable(own);
  if (unreadable) return refuse(file, lines, placeOf(unreadable, own), unreadable.message);
  try {
    return parse(file, text, schemas, wanted);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuse(file, lines, FILE_START, TOO_NESTED);
  }
}

/** The words of an author are parsed, and nobody writes that many between two blocks. */
const MOST_OWN_SIGNS = 1_048_576;

function tooLong(file: string, lines: Lines): ReadFiche {
  const message =
    'Le texte écrit entre les blocs calculés dépasse un million de signes : il n’est pas lu. Gardez-y votre analyse, et les pièces jointes ailleurs.';
  return { file, lines, faults: [diagnose(fichierTropGros, file, FILE_START, message)] };
}

function placeOf({ index, length }: Unreadable, text: string): Range {
  return indexLines(text).rangeOf(index, index + length);
}

function refuse(file: string, lines: Lines, place: Range, message: string): ReadFiche {
  return { file, lines, faults: [diagnose(ficheTropImbriquee, file, place, message)] };
}

function parse(file: string, text: string, schemas: Schemas, { bodies }: Wanted): ReadFiche {
  const parts = splitFrontMatter(file, text);
  if ('fault' in parts) return { file, lines: indexLines(text), faults: [parts.fault] };
  const { header, faults: headerFaults } = parseHeader(file, parts);
  const writtenType = typeof header?.value.type === 'string' ? header.value.type : undefined;
  const type = schemas.types.get(writtenType ?? '') ?? findTypeOfFolder(file, schemas);
  const { body, faults: bodyFaults } = bodies ? parseTypedBody(file, parts, type) : { body: NO_BODY, faults: [] };
  const faults = [...headerFaults, ...bodyFaults];
  if (!header) return { file, lines: parts.lines, faults, body };
  if (type) faults.push(...validateHeader(file, header, type, schemas));
  return {
    file,
    lines: parts.lines,
    faults,
    body,
    fiche: { id: idOf(file), file, type, writtenType, header, body, lines: parts.lines },
  };
}

function parseTypedBody(file: string, { body, lines }: FrontMatter, type: RecordType | undefined) {
  if (type?.spec.texteLibre) return parseFreeBody(file, body, { lines });
  return parseBody(file, body, { lines, specs: type?.spec.sections ?? [] });
}

/** The type whose folder holds a file. */
export function findTypeOfFolder(file: string, schemas: Schemas): RecordType | undefined {
  return [...schemas.types.values()].find(({ folder }) => file.startsWith(`${folder}/`));
}

function validateHeader(file: string, header: Header, type: RecordType, schemas: Schemas): Diagnostic[] {
  return diagnoseHeader(file, header, {
    errors: type.validate(header.value as Record<string, unknown>),
    wanted: type.spec.requisSiValide,
    keysAt: (path) => schemas.keysAt(type.schema, path),
  });
}

/** The id that a file's name gives to its record. */
export function idOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/, '');
}
