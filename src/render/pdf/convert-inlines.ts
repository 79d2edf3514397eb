import type { FootnoteDefinition, Html, Link, LinkReference, Nodes, PhrasingContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Conversion } from './conversion.ts';
import { placeOf } from './landmarks.ts';
import type { PdfInline } from './nodes.ts';

const FIXED_SPACE = '\u00a0';

/** The pieces of a line that some nodes make. */
export function convertInlines(nodes: readonly PhrasingContent[], conversion: Conversion): PdfInline[] {
  return nodes.flatMap((node) => convertInline(node, conversion));
}

function convertInline(node: PhrasingContent, conversion: Conversion): PdfInline[] {
  const { landmarks, printable } = conversion;
  switch (node.type) {
    case 'text':
      return toText(node.value, conversion);
    case 'strong':
    case 'emphasis':
    case 'delete':
      return [{ kind: node.type, children: convertInlines(node.children, conversion) }];
    case 'inlineCode':
      return [{ kind: 'code', text: printable.print(node.value) }];
    case 'link':
      return toLink(node.url, node, conversion);
    case 'linkReference':
      return toLink(landmarks.definitions.get(node.identifier)?.url ?? '', node, conversion);
    case 'image':
    case 'imageReference':
      return node.alt ? toText(`[${node.alt}]`, conversion) : [];
    case 'break':
      return [{ kind: 'break' }];
    case 'footnoteReference':
      return toNote(landmarks.notes.get(node.identifier), conversion);
    case 'html':
      return toPlace(node, conversion);
  }
}

/** The places alone of a node that may hold none: they go after it. */
export function convertPlaces(node: Nodes, conversion: Conversion): PdfInline[] {
  if (node.type === 'html' && placeOf(node)) return toPlace(node, conversion);
  return 'children' in node ? node.children.flatMap((child) => convertPlaces(child, conversion)) : [];
}

/** A link to a file would lead nowhere for who holds the document alone: its address is printed, and no link made. */
function toLink(url: string, node: Link | LinkReference, conversion: Conversion): PdfInline[] {
  const { figures, landmarks, inTable } = conversion;
  const children = convertInlines(node.children, conversion);
  const to = url.startsWith('#') ? url.slice(1) : '';
  if (landmarks.places.has(to)) return [toInner(to, children, figures.has(to) && !inTable)];
  if (/^(?:https?:\/\/|mailto:)./i.test(url)) return [{ kind: 'outer', url, children }];
  const path = decodePath(/^(?![a-z][a-z\d+.-]*:|#)[^?#]+/i.exec(url)?.[0] ?? '');
  if (path === '' || plainText(node).includes(path)) return children;
  return [...children, { kind: 'path', children: toText(path, conversion) }];
}

/** Letters of a link that no line cuts. */
const WHOLE_LENGTH = 26;

/** A short one stands on one line. Where it is a figure that stands out, its number does, and its words with it where they are few. */
function toInner(to: string, children: readonly PdfInline[], standsOut: boolean): PdfInline {
  const [only, ...others] = children;
  const words = typeof only === 'string' && others.length === 0 ? only : '';
  const whole = words !== '' && words.length <= WHOLE_LENGTH ? [words.replaceAll(' ', FIXED_SPACE)] : undefined;
  const [, number = '', rest = ''] = /^([\d,]+)(.*)$/s.exec(words) ?? [];
  if (!standsOut) return { kind: 'inner', to, children: whole ?? children };
  if (whole || number === '') return { kind: 'inner', to, children: [{ kind: 'strong', children: whole ?? children }] };
  return { kind: 'inner', to, children: [{ kind: 'strong', children: [number] }, rest] };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A note in one paragraph, whatever it was. */
function toNote(note: FootnoteDefinition | undefined, conversion: Conversion): PdfInline[] {
  if (!note) return [];
  const children = note.children.flatMap((block) =>
    block.type === 'paragraph' ? [...convertInlines(block.children, conversion), ' '] : [],
  );
  return [{ kind: 'note', children }];
}

/** A place that links lead to; any other HTML of a template is shown as it is written. */
function toPlace(node: Html, conversion: Conversion): PdfInline[] {
  const { placed, isRepeated } = conversion;
  const name = placeOf(node);
  if (!name) return node.value === '</a>' ? [] : toText(node.value, conversion);
  if (isRepeated || placed.has(name)) return [];
  placed.add(name);
  return [{ kind: 'place', name, said: sayPlace(name) }];
}

/** What is read aloud of a link that leads to a place, before its page. */
function sayPlace(name: string): string {
  if (name.startsWith('preuve-')) return 'Preuves de ce chiffre';
  const [, kind, number = ''] = /^(extrait|fiche)-(\w+)$/.exec(name) ?? [];
  if (kind === 'extrait') return `Extrait ${number}`;
  return kind === 'fiche' ? `Fiche ${number.toUpperCase()}` : 'Renvoi';
}

/** A word that no line would hold, unless it is cut: a hyphen and a slash are ends of lines already. */
const LONG_WORD = /[^\s\u200b/-]{31,}/gu;
const SIGN = /\P{M}\p{M}*|\p{M}+/gu;
/** Shows nothing, and lets a line end. */
const CUT = '\u200b';

/** A text as it is printed, its overlong words such that they may be cut anywhere. */
function toText(text: string, { printable }: Conversion): PdfInline[] {
  const printed = printable.print(text);
  return printed === '' ? [] : [printed.replace(LONG_WORD, (word) => (word.match(SIGN) ?? []).join(CUT))];
}
