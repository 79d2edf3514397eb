import { Parser } from 'htmlparser2';
import { UsageError } from '../usage-error.ts';

/** An element of an XML text, and where it stands in it: offsets in UTF-16 units, ends exclusive. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  readonly parent: XmlElement | undefined;
  readonly start: number;
  readonly end: number;
  /** Between its tags; both are `end` where it is one tag alone. */
  readonly innerStart: number;
  readonly innerEnd: number;
}

interface Growing extends XmlElement {
  readonly parent: Growing | undefined;
  readonly children: (XmlElement | string)[];
  end: number;
  innerStart: number;
  innerEnd: number;
}

/** A document of Word has about ten levels a table: deeper is no document. */
const DEEPEST = 400;
/** Two hundred pages have some hundred thousand elements; each takes memory. */
const MOST_ELEMENTS = 300_000;

/** Parses the XML of a Word file. Throws a UsageError where it is damaged, declares entities, or is nested beyond reason. */
export function parseXml(text: string): XmlElement {
  const root: Growing = newElement('', {}, undefined, 0);
  let here = root;
  let depth = 0;
  let count = 0;
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > DEEPEST) throw refuse('emboîte trop d’éléments les uns dans les autres');
        if (++count > MOST_ELEMENTS) throw refuse('a trop d’éléments');
        const element = newElement(name, attributes, here, parser.startIndex);
        element.innerStart = parser.endIndex + 1;
        here.children.push(element);
        here = element;
      },
      ontext(words) {
        const last = here.children.length - 1;
        const before = here.children[last];
        if (typeof before === 'string') here.children[last] = before + words;
        else here.children.push(words);
      },
      onclosetag(name, isImplied) {
        depth--;
        here.end = parser.endIndex + 1;
        const isAlone = here.end === here.innerStart;
        if (here.name !== name || (isImplied && !(isAlone && text.startsWith('/>', here.end - 2))))
          throw refuse('est abîmé, ou n’en est pas un');
        here.innerEnd = isAlone ? here.end : parser.startIndex;
        here = here.parent ?? root;
      },
      onprocessinginstruction(name) {
        if (name.toLowerCase() === '!doctype') throw refuse('est abîmé, ou n’en est pas un');
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  const element = root.children.find((child) => typeof child !== 'string');
  if (!element || typeof element === 'string') throw refuse('est abîmé, ou n’en est pas un');
  return element;
}

function newElement(
  name: string,
  attributes: Record<string, string>,
  parent: Growing | undefined,
  start: number,
): Growing {
  return { name, attributes, children: [], parent, start, end: start, innerStart: start, innerEnd: start };
}

function refuse(reason: string): UsageError {
  return new UsageError(`Ce fichier Word ${reason} : il n’a pas été lu.`);
}

/** Whether a child is an element, of that name where one is given. */
export function isElement(child: XmlElement | string, name?: string): child is XmlElement {
  return typeof child !== 'string' && (name === undefined || child.name === name);
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => isElement(child, name));
}

/** An attribute of a child: `propertyOf(pPr, 'w:pStyle')` is its `w:val`. */
export function propertyOf(element: XmlElement | undefined, name: string, attribute = 'w:val'): string | undefined {
  return childOf(element, name)?.attributes[attribute];
}

/** All elements of that name below one, in their order. */
export function* descendants(element: XmlElement, ...names: readonly string[]): Generator<XmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (names.includes(child.name)) yield child;
    yield* descendants(child, ...names);
  }
}

/** The nearest element of that name around one, itself included. */
export function closest(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  let here = element;
  while (here && !names.includes(here.name)) here = here.parent;
  return here;
}
