import { DOMParser } from 'linkedom';
import { UsageError } from '../../usage-error.ts';
import { decodeBytes } from './decode-bytes.ts';
import { checkTags } from './text-limits.ts';

type XmlDocument = ReturnType<InstanceType<typeof DOMParser>['parseFromString']>;
/** An element of a part of a document. */
export type XmlElement = XmlDocument['documentElement'];

/** Parses a part of a document. One that declares entities is refused: no word processor writes any. */
export function parseXml(bytes: Uint8Array): XmlElement {
  const { text } = decodeBytes(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    throw new UsageError(
      'Ce document ne peut pas être ouvert sans risque : il déclare des entités XML, ce qu’aucun traitement de texte n’écrit.',
    );
  checkTags(text);
  const root = new DOMParser().parseFromString(text, 'text/xml').documentElement;
  if (!root) throw new UsageError('Ce document est abîmé : une de ses parties est vide. Enregistrez-le de nouveau.');
  NAMES.set(root, new Set(text.match(/(?<=<)[\w:.-]+/g)));
  return root;
}

/** The names of elements that a part had when it was read: most of those that are sought are in none, and need no walk. */
const NAMES = new WeakMap<XmlElement, ReadonlySet<string>>();

/** The elements of a name below another, in order. */
export function elements(within: XmlElement, name: string): XmlElement[] {
  if (NAMES.get(within)?.has(name) === false) return [];
  return [...within.getElementsByTagName(name)] as XmlElement[];
}

/** The elements directly below another. */
export function childElements(node: XmlElement): XmlElement[] {
  return [...node.children] as XmlElement[];
}

/** The nearest element above of one of these names. */
export function findAbove(node: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  for (let above = node.parentNode as XmlElement | null; above; above = above.parentNode as XmlElement | null)
    if (names.includes(above.nodeName)) return above;
  return undefined;
}

/** Puts the children of an element in its place. */
export function unwrap(node: XmlElement): void {
  node.replaceWith(...[...node.childNodes]);
}
