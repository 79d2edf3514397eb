import type { Schemas } from '../record/schema.ts';
import { FORM_PROPERTY, TITLE } from './anchors.ts';
import type { WordFile } from './word-file.ts';
import { DOCUMENT } from './word-file.ts';
import { descendants, isElement, type XmlElement } from './xml.ts';

const PROPERTIES = 'docProps/custom.xml';

/** The type that a Word file is a form of, by its property, else by the bookmark of its title; undefined for what is no form. */
export function findFormType(word: WordFile, schemas: Schemas): string | undefined {
  const isNamed = (word.textOf(PROPERTIES) ?? '').includes(FORM_PROPERTY);
  const said = isNamed ? readType(propertiesOf(word).get(FORM_PROPERTY) ?? '') : undefined;
  if (said !== undefined) return said;
  const text = word.textOf(DOCUMENT) ?? '';
  if (!text.includes(TITLE)) return undefined;
  const document = word.treeOf(DOCUMENT);
  const names = document
    ? [...descendants(document, 'w:bookmarkStart')].map(({ attributes }) => attributes['w:name'] ?? '')
    : [];
  const name = names.find((one) => one.startsWith(TITLE))?.slice(TITLE.length);
  if (name === undefined) return undefined;
  return [...schemas.types.keys()].find((type) => type.replaceAll('-', '_') === name) ?? name;
}

/** The custom properties of a Word file, by name. */
export function propertiesOf(word: WordFile): Map<string, string> {
  const elements = (word.treeOf(PROPERTIES)?.children ?? []).filter((child): child is XmlElement => isElement(child));
  return new Map(elements.map((property) => [property.attributes.name ?? '', textWithin(property)]));
}

function textWithin(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textWithin(child))).join('');
}

function readType(json: string): string | undefined {
  try {
    const { type } = JSON.parse(json) as { type?: unknown };
    return typeof type === 'string' ? type : undefined;
  } catch {
    return undefined;
  }
}
