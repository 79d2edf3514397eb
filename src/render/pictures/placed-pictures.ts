import type { Html, Image, Nodes, Paragraph, PhrasingContent, Root } from 'mdast';
import { altOf, type Picture } from './picture.ts';

declare module 'mdast' {
  interface ImageData {
    /** It is drawn from figures, and no file. */
    picture?: Picture;
  }
}

/** What stands where a template places a picture: the picture, nothing, or its place alone, in a text that is kept. */
export type Pictured = 'drawn' | 'none' | 'placed';

const PLACE = /^<!-- image : ([\w.-]+) -->$/;

/** The place of a picture in a text that is kept: a comment with its name. */
export function toPlace({ name }: Picture): Html {
  return { type: 'html', value: `<!-- image : ${name} -->` };
}

/** The name of the picture whose place a comment keeps; undefined for any other HTML. */
export function placedIn(html: string): string | undefined {
  return PLACE.exec(html.trim())?.[1];
}

/** The node that stands for a picture in a tree. */
export function toImage(picture: Picture): Image {
  return { type: 'image', url: '', alt: altOf(picture), data: { picture } };
}

/** The picture that a paragraph is, where it is one. */
export function pictureOf({ children: [only, ...others] }: Paragraph): Picture | undefined {
  return only?.type === 'image' && others.length === 0 ? only.data?.picture : undefined;
}

/**
 * Gives each picture a paragraph of its own, so that every format can print it as a block, and lists them, each once. Where no
 * block can be, in a heading or a cell, its words are left in its place.
 */
export function standApart(tree: Root): Picture[] {
  const pictures = new Set<Picture>();
  const walk = (node: Nodes): void => {
    if (!('children' in node)) return;
    const children: Nodes[] = node.children;
    node.children = children.flatMap((child): Nodes[] => {
      if (child.type === 'paragraph') return splitParagraph(child);
      return [isPicture(child) ? toWords(child) : child];
    }) as typeof node.children;
    for (const child of node.children as Nodes[]) {
      const picture = child.type === 'paragraph' ? pictureOf(child) : undefined;
      if (picture) pictures.add(picture);
      else walk(child);
    }
  };
  walk(tree);
  return [...pictures];
}

function splitParagraph(paragraph: Paragraph): Paragraph[] {
  if (!paragraph.children.some(isPicture)) return [paragraph];
  const parts: PhrasingContent[][] = [[]];
  for (const child of paragraph.children) {
    if (isPicture(child)) parts.push([child], []);
    else parts.at(-1)?.push(child);
  }
  return parts.filter((part) => part.some(isSeen)).map((children) => ({ ...paragraph, children }));
}

function isPicture(node: Nodes): node is Image {
  return node.type === 'image' && node.data?.picture !== undefined;
}

function toWords({ alt }: Image): PhrasingContent {
  return { type: 'text', value: alt ?? '' };
}

function isSeen(node: PhrasingContent): boolean {
  return node.type !== 'text' || node.value.trim() !== '';
}
