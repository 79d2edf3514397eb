import { strToU8, zipSync } from 'fflate';
import { UsageError } from '../../../usage-error.ts';
import { listEntries, unpackEntries } from '../archive.ts';
import { elements, parseXml, type XmlElement } from '../xml.ts';

/** The parts of a Word file that hold words, or say what they are. */
export interface WordParts {
  readonly path: string;
  /** `w:document`, which steps of reading may change. */
  readonly document: XmlElement;
  /** Another part, where there is one: `styles.xml`. */
  part(name: string): XmlElement | undefined;
  /** Names of the other parts that match, sorted. */
  names(pattern: RegExp): string[];
  readonly hasMacros: boolean;
}

const WANTED =
  /^\[Content_Types\]\.xml$|^_rels\/\.rels$|^word\/(?:_rels\/)?[^/]+\.(?:xml|rels)$|^word\/diagrams\/data\d*\.xml$/;

/** Opens a Word file: pictures and fonts stay packed, macros too. */
export function openWord(bytes: Uint8Array): { parts: WordParts; files: Map<string, Uint8Array> } {
  const files = unpackEntries(bytes, (name) => WANTED.test(name));
  const path = findDocument(files);
  const body = path === undefined ? undefined : files.get(path);
  if (path === undefined || !body)
    throw new UsageError(
      'Ce document .docx est incomplet : son texte n’y est pas. Ouvrez-le, enregistrez-le de nouveau.',
    );
  const parsed = new Map<string, XmlElement>();
  const part = (name: string): XmlElement | undefined => {
    const file = files.get(name) ?? files.get(`word/${name}`);
    if (!file) return undefined;
    const known = parsed.get(name) ?? parseXml(file);
    parsed.set(name, known);
    return known;
  };
  const parts = {
    path,
    document: parseXml(body),
    part,
    names: (pattern: RegExp) => [...files.keys()].filter((name) => pattern.test(name)).sort(),
    hasMacros: listEntries(bytes).some(({ name }) => /vbaProject\.bin$/i.test(name)),
  };
  return { parts, files };
}

/** The package says where its text is: nearly always in word/document.xml. */
function findDocument(files: ReadonlyMap<string, Uint8Array>): string | undefined {
  const relations = files.get('_rels/.rels');
  const main = relations && elements(parseXml(relations), 'Relationship').find(isDocument);
  const target = main?.getAttribute('Target')?.replace(/^\//, '');
  if (target && files.has(target)) return target;
  return files.has('word/document.xml') ? 'word/document.xml' : undefined;
}

function isDocument(relation: XmlElement): boolean {
  return /\/officeDocument$/.test(relation.getAttribute('Type') ?? '');
}

/** The same file with its text as it is now, not packed: what a library opens has then the size that was checked. */
export function closeWord({ path, document }: WordParts, files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries = Object.fromEntries(files);
  return zipSync({ ...entries, [path]: strToU8(document.toString()) }, { level: 0 });
}
