import { strFromU8, strToU8, type Zippable, zipSync } from 'fflate';
import { unpackEntries } from '../importer/readers/archive.ts';
import type { Schemas } from '../record/schema.ts';
import { UsageError } from '../usage-error.ts';
import {
  addComments,
  addContentType,
  addRelation,
  dropMarks,
  dropOwnComments,
  findCommentPart,
  markParagraph,
  splice,
} from './comments.ts';
import { findParagraphs } from './fault-paragraphs.ts';
import type { PlacedFault } from './place-faults.ts';
import { openForm } from './read-form.ts';
import { DOCUMENT } from './word-file.ts';
import { parseXml, type XmlElement } from './xml.ts';

const RELATIONS = 'word/_rels/document.xml.rels';
const TYPES = '[Content_Types].xml';
/** A file whose parts weigh more once unpacked is not annotated. */
const LARGEST_FILE = 60 * 1024 * 1024;
/** The first day that a ZIP can name: what is written is the same on any day. */
const DAY = '1980-01-01T00:00:00';

/**
 * A copy of a Word file with a comment for each fault, at the place that it is about, else on the title. Comments of an earlier
 * run are replaced; nothing else changes. Throws a UsageError where the file is damaged or too large.
 */
export function annotateWord(bytes: Uint8Array, faults: readonly PlacedFault[], schemas: Schemas): Uint8Array {
  const parts = unpackEntries(bytes, () => true, LARGEST_FILE);
  const document = readPart(parts, DOCUMENT);
  const types = readPart(parts, TYPES);
  if (document === undefined || types === undefined)
    throw new UsageError('Ce fichier n’est pas un document Word (.docx) : aucun commentaire n’y a été écrit.');
  const relations = readPart(parts, RELATIONS);
  const known = findCommentPart(relations);
  const part = known ?? 'word/comments.xml';
  const comments = dropOwnComments(known === undefined ? undefined : readPart(parts, known));
  const tree = parseXml(document);
  const paragraphs = findParagraphs(tree, faults, openForm(bytes, schemas)?.content);
  if (!paragraphs) throw new UsageError('Ce document Word n’a aucun paragraphe : aucun commentaire n’y a été écrit.');
  const marks = [...groupIds(paragraphs, comments.next)].flatMap(([paragraph, ids]) =>
    markParagraph(paragraph, ids, document),
  );
  const changed: Record<string, string> = {
    [DOCUMENT]: splice(document, [...dropMarks(tree, comments.removed), ...marks]),
    [part]: addComments(comments, faults),
    [TYPES]: addContentType(types, part),
    ...(known === undefined && { [RELATIONS]: addRelation(relations) }),
  };
  return zipAll(parts, changed);
}

/** The numbers of the comments of each paragraph. */
function groupIds(paragraphs: readonly XmlElement[], next: number): Map<XmlElement, number[]> {
  const byParagraph = new Map<XmlElement, number[]>();
  for (const [index, paragraph] of paragraphs.entries())
    byParagraph.set(paragraph, [...(byParagraph.get(paragraph) ?? []), next + index]);
  return byParagraph;
}

function readPart(parts: ReadonlyMap<string, Uint8Array>, name: string): string | undefined {
  const part = parts.get(name);
  return part && strFromU8(part);
}

function zipAll(parts: ReadonlyMap<string, Uint8Array>, changed: Readonly<Record<string, string>>): Uint8Array {
  const all: Zippable = {};
  for (const [name, part] of parts) all[name] = [part, { mtime: DAY, level: 6 }];
  for (const [name, text] of Object.entries(changed)) all[name] = [strToU8(text), { mtime: DAY, level: 6 }];
  return zipSync(all);
}

/**
 * The name of a copy with comments: « atelier.docx » gives « atelier-annote.docx », and « atelier-annote-2.docx » at the next turn.
 * A copy that comes back counts on from its own number.
 */
export function annotatedName(path: string, turn = 0): string {
  const [, stem = '', own] = /^(.*?)(?:-annote(?:-(\d{1,6}))?)?(?:\.[^./\\]*)?$/s.exec(path) ?? [];
  const number = Number(own ?? 1) + turn;
  return `${stem}-annote${number > 1 ? `-${number}` : ''}.docx`;
}
