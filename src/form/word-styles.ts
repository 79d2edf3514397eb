import { childOf, isElement, propertyOf, type XmlElement } from './xml.ts';

/** What the styles and the lists of a Word file say of a paragraph. */
export interface WordStyles {
  /** The name of its style, or its identifier; empty where it has none. */
  nameOf(paragraph: XmlElement): string;
  /** 1 for a first-level heading; undefined for what is none. */
  headingOf(paragraph: XmlElement): number | undefined;
  /** Its place in a list; undefined where it is in none. */
  listOf(paragraph: XmlElement): ListPlace | undefined;
}

/** The place of a paragraph in a list of Word. */
export interface ListPlace {
  /** The same for all items of a list. */
  readonly list: string;
  /** From 0. */
  readonly level: number;
  readonly ordered: boolean;
}

/** Styles above a style, at most: a file may say that one is based on itself. */
const MOST_BASES = 20;

/** Reads `styles.xml` and `numbering.xml`; either may be missing. */
export function readStyles(styles: XmlElement | undefined, numbering: XmlElement | undefined): WordStyles {
  const byId = new Map<string, XmlElement>();
  for (const style of styles?.children ?? [])
    if (isElement(style, 'w:style')) byId.set(style.attributes['w:styleId'] ?? '', style);
  const formats = readFormats(numbering);
  const lineage = (paragraph: XmlElement): XmlElement[] => {
    const found: XmlElement[] = [];
    let id = propertyOf(childOf(paragraph, 'w:pPr'), 'w:pStyle');
    while (id !== undefined && found.length < MOST_BASES) {
      const style = byId.get(id);
      if (style) found.push(style);
      id = propertyOf(style, 'w:basedOn');
    }
    return found;
  };
  const nameOf = (paragraph: XmlElement) =>
    propertyOf(lineage(paragraph)[0], 'w:name') ?? propertyOf(childOf(paragraph, 'w:pPr'), 'w:pStyle') ?? '';
  return {
    nameOf,
    headingOf(paragraph) {
      const level = [paragraph, ...lineage(paragraph)]
        .map((owner) => propertyOf(childOf(owner, 'w:pPr'), 'w:outlineLvl'))
        .find((written) => written !== undefined);
      if (level !== undefined) return Number(level) < 9 ? Number(level) + 1 : undefined;
      const named = /^(?:heading|titre) ?([1-9])$/i.exec(nameOf(paragraph))?.[1];
      return named === undefined ? undefined : Number(named);
    },
    listOf(paragraph) {
      const owner = [paragraph, ...lineage(paragraph)].find((one) => childOf(childOf(one, 'w:pPr'), 'w:numPr'));
      const numbers = childOf(childOf(owner, 'w:pPr'), 'w:numPr');
      const list = propertyOf(numbers, 'w:numId');
      if (list === undefined || list === '0') return undefined;
      const level = Math.min(8, Math.max(0, Number(propertyOf(numbers, 'w:ilvl') ?? 0) || 0));
      const format = formats.get(`${list} ${level}`) ?? 'bullet';
      return { list, level, ordered: format !== 'bullet' && format !== 'none' };
    },
  };
}

/** The format of each level of each list: `bullet`, `decimal`… */
function readFormats(numbering: XmlElement | undefined): Map<string, string> {
  const elements = (numbering?.children ?? []).filter((child): child is XmlElement => isElement(child));
  const levels = new Map<string, XmlElement>();
  for (const abstract of elements.filter(({ name }) => name === 'w:abstractNum'))
    levels.set(abstract.attributes['w:abstractNumId'] ?? '', abstract);
  const formats = new Map<string, string>();
  for (const number of elements.filter(({ name }) => name === 'w:num')) {
    const abstract = levels.get(propertyOf(number, 'w:abstractNumId') ?? '');
    for (const level of abstract?.children ?? []) {
      if (!isElement(level, 'w:lvl')) continue;
      const key = `${number.attributes['w:numId']} ${level.attributes['w:ilvl']}`;
      formats.set(key, propertyOf(level, 'w:numFmt') ?? 'bullet');
    }
  }
  return formats;
}
