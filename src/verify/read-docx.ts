import { DOMParser } from 'linkedom';
import { parseJson } from '../record/json-value.ts';
import { FIGURES_PROPERTY, numberOfProof, PROVENANCE_PROPERTY } from '../render/docx/names.ts';
import { parseProvenance } from '../synthese/provenance.ts';
import { gatherTexts, type Role, type Walk } from './gather-texts.ts';
import { type PrintedDocument, type PrintedTexts, unifySpaces } from './printed-document.ts';
import { CUSTOM_PART } from './recognise-form.ts';
import { unzipParts } from './unzip-parts.ts';

const BODY_PART = 'word/document.xml';
const NOTES = ['word/footnotes.xml', 'word/endnotes.xml'];

/** Reads a summary in Word, even saved again by a word processor; undefined where it does not say where it comes from. */
export function readDocx(bytes: Uint8Array): PrintedDocument | undefined {
  const parts = unzipParts(bytes, [CUSTOM_PART, BODY_PART, ...NOTES]);
  const properties = readProperties(parseXml(parts.get(CUSTOM_PART)));
  const provenance = parseProvenance(properties.get(PROVENANCE_PROPERTY) ?? '');
  const ids = parseJson(properties.get(FIGURES_PROPERTY) ?? '');
  if (!provenance || !isListOfTexts(ids)) return undefined;
  const walk = walkFor(ids);
  const texts = [BODY_PART, ...NOTES].flatMap((name): PrintedTexts[] => {
    const part = parseXml(parts.get(name));
    return part ? [gatherTexts(part, { ...walk, ...skipContents(part, walk) })] : [];
  });
  return {
    provenance,
    figures: texts.flatMap(({ figures }) => figures),
    blocks: texts.flatMap(({ blocks }) => blocks),
  };
}

type Element = ReturnType<InstanceType<typeof DOMParser>['parseFromString']>['documentElement'];

/** The root of a part; undefined for a text that is no XML. */
function parseXml(text: string | undefined): Element | undefined {
  if (text === undefined) return undefined;
  try {
    return new DOMParser().parseFromString(text, 'text/xml').documentElement ?? undefined;
  } catch {
    return undefined;
  }
}

function readProperties(custom: Element | undefined): ReadonlyMap<string, string> {
  const all = [...(custom?.getElementsByTagName('property') ?? [])] as Element[];
  return new Map(all.map((one) => [one.getAttribute('name') ?? '', one.textContent ?? '']));
}

function isListOfTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

const ROLES: Readonly<Record<string, Role>> = {
  'w:p': 'block',
  'w:tc': 'block',
  'w:tr': 'row',
  'w:txbxContent': 'apart',
  'w:pPr': 'skipped',
  'w:rPr': 'skipped',
  // Deleted or moved away while changes were tracked, and what stands in for a shape in old programs.
  'w:del': 'skipped',
  'w:moveFrom': 'skipped',
  'mc:Fallback': 'skipped',
};

function walkFor(ids: readonly string[]): Walk<Element> {
  return {
    roleOf: (node) => {
      if (node.nodeName === 'w:r' && isHidden(node)) return 'skipped';
      return ROLES[node.nodeName] ?? 'inline';
    },
    childrenOf: (node) => node.children as Iterable<Element>,
    wordsOf: (node) => {
      const { nodeName, textContent } = node;
      if (nodeName === 'w:t') return textContent ?? '';
      if (nodeName === 'w:sym') return signOf(node);
      if (nodeName === 'w:noBreakHyphen') return '-';
      return nodeName === 'w:tab' || nodeName === 'w:br' || nodeName === 'w:cr' ? ' ' : undefined;
    },
    levelOf,
    // LibreOffice cuts the address of another file in two: what is behind its « # » stands here too.
    isReference: (node) =>
      node.nodeName === 'w:hyperlink' && node.hasAttribute('w:anchor') && !node.hasAttribute('r:id'),
    figureOf: (node) => {
      const number = node.nodeName === 'w:hyperlink' ? numberOfProof(node.getAttribute('w:anchor') ?? '') : undefined;
      return number === undefined ? undefined : ids[number];
    },
  };
}

/** A line of the contents that says again what a paragraph says, before the number of its page, is not printed twice. */
function skipContents(part: Element, { roleOf }: Walk<Element>): Pick<Walk<Element>, 'roleOf'> {
  const [body] = part.getElementsByTagName('w:body') as Element[];
  const paragraphs = ([...(body?.children ?? [])] as Element[]).filter(({ nodeName }) => nodeName === 'w:p');
  const said = new Set(paragraphs.map(({ textContent }) => unifySpaces(textContent ?? '')));
  const contents = ([...(body?.children ?? [])] as Element[]).filter(
    (one) => one.nodeName === 'w:sdt' && isContents(one),
  );
  const lines = contents.flatMap((one) => [...one.getElementsByTagName('w:p')] as Element[]);
  const repeated = new Set(lines.filter((line) => saysAgain(line, said)));
  return { roleOf: (node) => (repeated.has(node) ? 'skipped' : roleOf(node)) };
}

function saysAgain(line: Element, said: ReadonlySet<string>): boolean {
  if (line.getElementsByTagName('w:sym').length > 0) return false;
  const words = ([...line.getElementsByTagName('w:t')] as Element[]).map(({ textContent }) => textContent ?? '');
  let text = unifySpaces(words.join(''));
  for (let digits = 0; digits < LONGEST_PAGE && !said.has(text) && /\d$/.test(text); digits++)
    text = text.slice(0, -1).trimEnd();
  return text === '' || said.has(text);
}

/** Digits of the number of a page. */
const LONGEST_PAGE = 4;

/** A sign by its number; those of the fonts of signs stand from U+F000 on. */
function signOf(node: Element): string {
  const code = Number.parseInt(node.getAttribute('w:char') ?? '', 16);
  if (!(code > 0x1f && code <= 0x10ffff)) return '';
  return String.fromCodePoint(code >= 0xf020 && code <= 0xf0ff ? code - 0xf000 : code);
}

/** The style of a paragraph names its level, in the languages of our readers. */
function levelOf({ nodeName, children }: Element): number | undefined {
  if (nodeName !== 'w:p') return undefined;
  const properties = ([...children] as Element[]).find((one) => one.nodeName === 'w:pPr');
  const style = ([...(properties?.children ?? [])] as Element[]).find((one) => one.nodeName === 'w:pStyle');
  const level = /^(?:heading|titre) ?([1-9])$/i.exec(style?.getAttribute('w:val') ?? '')?.[1];
  return level === undefined ? undefined : Number(level);
}

function isContents(sdt: Element): boolean {
  const [gallery] = sdt.getElementsByTagName('w:docPartGallery');
  return gallery?.getAttribute('w:val') === 'Table of Contents';
}

function isHidden(run: Element): boolean {
  const [hidden] = run.getElementsByTagName('w:vanish');
  return hidden !== undefined && !['0', 'false', 'off'].includes(hidden.getAttribute('w:val') ?? '');
}
