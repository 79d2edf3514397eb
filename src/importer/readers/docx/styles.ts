import { childElements, elements, type XmlElement } from '../xml.ts';

/** What the styles of a Word file say of its paragraphs. */
export interface ParagraphStyles {
  /** From 1 to 6, for a heading. */
  headingLevel(paragraph: XmlElement): number | undefined;
  /** Gives a paragraph the name of the style by which mammoth knows a heading. */
  nameHeading(paragraph: XmlElement, level: number): void;
  isNumbered(paragraph: XmlElement): boolean;
  /** Whether it is a line of a table of contents. */
  isContents(paragraph: XmlElement): boolean;
}

/** Reads `word/styles.xml`, which may be absent. */
export function readStyles(styles: XmlElement | undefined): ParagraphStyles {
  const byId = new Map(
    (styles ? elements(styles, 'w:style') : []).map((style) => [style.getAttribute('w:styleId'), style]),
  );
  /** A style and those it is based on. */
  const chain = (id: string | null | undefined): XmlElement[] => {
    const found: XmlElement[] = [];
    for (
      let style = byId.get(id ?? '');
      style && !found.includes(style);
      style = byId.get(valueIn(style, 'w:basedOn') ?? '')
    )
      found.push(style);
    return found;
  };
  const properties = (paragraph: XmlElement) => child(paragraph, 'w:pPr');
  const styleOf = (paragraph: XmlElement) => valueIn(properties(paragraph), 'w:pStyle');
  const described = (paragraph: XmlElement) => [
    properties(paragraph),
    ...chain(styleOf(paragraph)).map((style) => child(style, 'w:pPr')),
  ];
  return {
    headingLevel: (paragraph) => {
      const ranks = chain(styleOf(paragraph)).map(
        (style) => /^heading ([1-6])$/i.exec(valueIn(style, 'w:name') ?? '')?.[1],
      );
      const rank = ranks.find((one) => one !== undefined) ?? /^Heading([1-6])$/.exec(styleOf(paragraph) ?? '')?.[1];
      const outline = described(paragraph)
        .map((one) => valueIn(one, 'w:outlineLvl'))
        .find((one) => one !== undefined);
      const level = outline !== undefined && /^[0-9]$/.test(outline) ? Number(outline) + 1 : Number(rank ?? 0);
      return level >= 1 && level <= 6 ? level : undefined;
    },
    nameHeading: (paragraph, level) => {
      const own = properties(paragraph) ?? prepend(paragraph, 'w:pPr');
      const style = child(own, 'w:pStyle') ?? prepend(own, 'w:pStyle');
      style.setAttribute('w:val', `Heading${level}`);
    },
    isNumbered: (paragraph) => {
      const numbering = described(paragraph)
        .map((one) => one && child(one, 'w:numPr'))
        .find((one) => one !== undefined);
      return numbering !== undefined && valueIn(numbering, 'w:numId') !== '0';
    },
    isContents: (paragraph) =>
      chain(styleOf(paragraph)).some((style) =>
        /^(?:toc \d|toc heading|contents (?:\d|heading))$/i.test(valueIn(style, 'w:name') ?? ''),
      ),
  };
}

function child(node: XmlElement, name: string): XmlElement | undefined {
  return childElements(node).find(({ nodeName }) => nodeName === name);
}

function valueIn(node: XmlElement | undefined, name: string): string | undefined {
  return (node && child(node, name)?.getAttribute('w:val')) ?? undefined;
}

function prepend(node: XmlElement, name: string): XmlElement {
  const added = node.ownerDocument.createElement(name) as XmlElement;
  node.prepend(added);
  return added;
}
