import { strFromU8, unzipSync } from 'fflate';
import { DOMParser } from 'linkedom';
import { parseProvenance } from '../synthese/provenance.ts';
import { type PrintedDocument, unifySpaces } from './printed-document.ts';

/** No summary is that large once unpacked: a file that says so is not opened. */
const LARGEST_PART = 50 * 1024 * 1024;
const PARTS = ['word/document.xml', 'docProps/custom.xml'];

/** Reads a summary in Word, even saved again by a word processor; undefined where it does not say where it comes from. */
export function readDocx(bytes: Uint8Array): PrintedDocument | undefined {
  const parts = unzipParts(bytes);
  const custom = parts.get('docProps/custom.xml');
  const body = parts.get('word/document.xml');
  if (!custom || !body) return undefined;
  const provenance = parseProvenance(readProperty(custom, 'cops-provenance'));
  const ids = parseIds(readProperty(custom, 'cops-chiffres'));
  if (!provenance || !ids) return undefined;
  const figures = elements(body, 'w:hyperlink').flatMap((link) => {
    const number = /^preuve_(\d+)$/.exec(link.getAttribute('w:anchor') ?? '')?.[1];
    const id = number === undefined ? undefined : ids[Number(number)];
    return id === undefined ? [] : [{ id, text: wordsOf(link) }];
  });
  const rows = elements(body, 'w:tr').map((row) => unifySpaces(elements(row, 'w:tc').map(wordsOf).join(' ')));
  const paragraphs = elements(body, 'w:p').filter((paragraph) => !isInside(paragraph, new Set(['w:tc', 'w:sdt'])));
  return { provenance, figures, blocks: [...paragraphs.map(wordsOf), ...rows].filter(Boolean) };
}

type Element = ReturnType<InstanceType<typeof DOMParser>['parseFromString']>['documentElement'];

function unzipParts(bytes: Uint8Array): Map<string, Element> {
  const isWanted = ({ name, originalSize }: { name: string; originalSize: number }) =>
    PARTS.includes(name) && originalSize <= LARGEST_PART;
  const parts = Object.entries(unzipSync(bytes, { filter: isWanted }));
  return new Map(
    parts.map(([name, part]) => [name, new DOMParser().parseFromString(strFromU8(part), 'text/xml').documentElement]),
  );
}

function readProperty(custom: Element, name: string): string {
  const property = elements(custom, 'property').find((one) => one.getAttribute('name') === name);
  return property?.textContent ?? '';
}

function parseIds(json: string): string[] | undefined {
  try {
    const ids: unknown = JSON.parse(json);
    return Array.isArray(ids) && ids.every((id) => typeof id === 'string') ? ids : undefined;
  } catch {
    return undefined;
  }
}

function elements(within: Element, name: string): Element[] {
  return [...within.getElementsByTagName(name)] as Element[];
}

/** Its texts, with what a person deleted while changes were tracked left out. */
function wordsOf(node: Element): string {
  return unifySpaces(
    elements(node, 'w:t')
      .map((text) => text.textContent ?? '')
      .join(''),
  );
}

function isInside(node: Element, names: ReadonlySet<string>): boolean {
  for (let above = node.parentNode as Element | null; above; above = above.parentNode as Element | null)
    if (names.has(above.nodeName)) return true;
  return false;
}
