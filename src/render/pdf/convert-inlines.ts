import type { FootnoteDefinition, Html, Link, LinkReference, PhrasingContent } from 'mdast';
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
      return cutLongWords(printable.print(node.value));
    case 'strong':
    case 'emphasis':
    case 'delete':
      return [{ kind: node.type, children: convertInlines(node.children, conversion) }];
    case 'inlineCode':
      return [{ kind: 'code', text: printable.print(node.value) }];
    case 'link':
      return toLink(node.url, node, conversion);
    case 'linkReference': {
      return toLink(landmarks.definitions.get(node.identifier)?.url ?? '', node, conversion);
    }
    case 'image':
    case 'imageReference':
      return node.alt ? cutLongWords(printable.print(`[${node.alt}]`)) : [];
    case 'break':
      return [{ kind: 'break' }];
    case 'footnoteReference':
      return toNote(landmarks.notes.get(node.identifier), conversion);
    case 'html':
      return toPlace(node, conversion);
  }
}

/** A link to a file would lead nowhere for who holds the document alone: its address is printed, and no link made. */
function toLink(url: string, node: Link | LinkReference, conversion: Conversion): PdfInline[] {
  const { figures, landmarks, printable, inTable } = conversion;
  const children = convertInlines(node.children, conversion);
  const to = url.startsWith('#') ? url.slice(1) : '';
  if (landmarks.places.has(to)) return [toInner(to, children, figures.has(to) && !inTable)];
  if (/^(?:https?:\/\/|mailto:)./i.test(url)) return [{ kind: 'outer', url, children }];
  const path = printable.print(decodePath(/^(?![a-z][a-z\d+.-]*:|#)[^?#]+/i.exec(url)?.[0] ?? ''));
  if (path === '' || plainText(node).includes(path)) return children;
  return [...children, { kind: 'path', children: cutLongWords(path) }];
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
function toPlace(node: Html, { placed, printable }: Conversion): PdfInline[] {
  const name = placeOf(node);
  if (!name) return node.value === '</a>' ? [] : cutLongWords(printable.print(node.value));
  if (placed.has(name)) return [];
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

/** Signs of a word that no line would hold, unless it is cut: a hyphen and a slash are ends of lines already. */
const LONG_WORD = /([^\s\u200b/-]{31,})/u;
const SIGN = /\P{M}\p{M}*|\p{M}+/gu;

/** A text whose overlong words are apart. */
function cutLongWords(text: string): PdfInline[] {
  if (!LONG_WORD.test(text)) return text === '' ? [] : [text];
  return text
    .split(LONG_WORD)
    .filter((part) => part !== '')
    .map((part) => (LONG_WORD.test(part) ? { kind: 'long', parts: part.match(SIGN) ?? [] } : part));
}
