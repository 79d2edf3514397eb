import { strFromU8, unzipSync } from 'fflate';
import { UsageError } from '../usage-error.ts';
import { parseXml, type XmlElement } from './xml.ts';

/** The part that holds the text of a Word file. */
export const DOCUMENT = 'word/document.xml';
/** No text of a record is that large once unpacked. */
const LARGEST_PART = 20 * 1024 * 1024;

/** The text parts of a Word file, parsed when they are asked for. */
export interface WordFile {
  /** The XML of a part; undefined where there is none. */
  textOf(part: string): string | undefined;
  /** A part as a tree. Throws a UsageError where it is damaged. */
  treeOf(part: string): XmlElement | undefined;
}

/** The parts that say what a Word file holds; pictures and the like are left packed. */
const READ =
  /^(?:word\/(?:document|styles|numbering|footnotes|endnotes|comments)\.xml|word\/_rels\/document\.xml\.rels|docProps\/custom\.xml)$/;

/** Opens a Word file; undefined where the bytes are none. Throws a UsageError where its text is beyond any reason. */
export function openWord(bytes: Uint8Array): WordFile | undefined {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, { filter: ({ name, originalSize }) => READ.test(name) && isReasonable(originalSize) });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return undefined;
  }
  if (!parts[DOCUMENT]) return undefined;
  const trees = new Map<string, XmlElement>();
  const textOf = (part: string) => {
    const packed = parts[part];
    return packed && strFromU8(packed).replace(/^\uFEFF/, '');
  };
  return {
    textOf,
    treeOf(part) {
      const text = trees.has(part) ? undefined : textOf(part);
      if (text !== undefined) trees.set(part, parseXml(text));
      return trees.get(part);
    },
  };
}

function isReasonable(size: number): boolean {
  if (size <= LARGEST_PART) return true;
  throw new UsageError('Le texte de ce fichier Word dépasse vingt méga-octets une fois ouvert : il n’a pas été lu.');
}
