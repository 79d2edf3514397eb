import { childElements, elements, type XmlElement } from '../xml.ts';

/** What the styles of an ODF text say. */
export interface OdtStyles {
  /** The names of a style and of those it comes from: « P3 », « Title ». */
  chain(name: string | null): string[];
  isBold(name: string | null): boolean;
  isItalic(name: string | null): boolean;
  isStruck(name: string | null): boolean;
  /** Whether a level of a list style, from 1, is numbered. */
  isNumbered(list: string | null, level: number): boolean;
}

/** Letters that are given by hand, or by the two styles that say nothing else; those of a heading's style belong to it. */
const EMPHATIC = new Set(['Strong_20_Emphasis', 'Emphasis']);

/** Reads the styles of the parts of a text: those of its own, and those that have names. */
export function readOdtStyles(parts: readonly XmlElement[]): OdtStyles {
  const styles = new Map(
    parts.flatMap((part) => elements(part, 'style:style')).map((style) => [style.getAttribute('style:name'), style]),
  );
  const lists = new Map(
    parts
      .flatMap((part) => elements(part, 'text:list-style'))
      .map((style) => [style.getAttribute('style:name'), style]),
  );
  const chain = (name: string | null): string[] => {
    const names: string[] = [];
    for (
      let next = name;
      next && !names.includes(next);
      next = styles.get(next)?.getAttribute('style:parent-style-name') ?? null
    )
      names.push(next);
    return names;
  };
  const has = (name: string | null, attribute: string, pattern: RegExp): boolean => {
    for (const one of chain(name)) {
      const style = styles.get(one);
      const isOwn = style?.parentNode?.nodeName === 'office:automatic-styles' || EMPHATIC.has(one);
      const value = style && isOwn ? propertyOf(style, attribute) : undefined;
      if (value !== undefined) return pattern.test(value);
    }
    return false;
  };
  return {
    chain,
    isBold: (name) => has(name, 'fo:font-weight', /^(?:bold|[6-9]00)$/),
    isItalic: (name) => has(name, 'fo:font-style', /^(?:italic|oblique)$/),
    isStruck: (name) => has(name, 'style:text-line-through-style', /^(?!none)/),
    isNumbered: (list, level) => {
      const found = lists.get(list);
      const own = found && childElements(found).find((one) => Number(one.getAttribute('text:level')) === level);
      return own?.nodeName === 'text:list-level-style-number' && (own.getAttribute('style:num-format') ?? '') !== '';
    },
  };
}

function propertyOf(style: XmlElement, attribute: string): string | undefined {
  const properties = childElements(style).find(({ nodeName }) => nodeName === 'style:text-properties');
  return properties?.getAttribute(attribute) ?? undefined;
}
