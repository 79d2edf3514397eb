import type { Element, ElementContent } from 'hast';
import { slugify } from '../../french.ts';
import { element, wordsOf } from './nodes.ts';

/** A part of the page under a heading of the second level. */
export interface Section {
  readonly id: string;
  readonly titre: string;
  readonly element: Element;
}

/** Cuts a page at its headings: the first-level title, what stands before the first section, and the sections. */
export function gatherSections(nodes: readonly ElementContent[]): {
  title: ElementContent[];
  intro: ElementContent[];
  sections: Section[];
} {
  const title: ElementContent[] = [];
  const intro: ElementContent[] = [];
  const sections: Section[] = [];
  const ids = new Set<string>();
  for (const node of nodes) {
    if (node.type === 'element' && node.tagName === 'h1') title.push(...node.children);
    else if (node.type === 'element' && node.tagName === 'h2') sections.push(openSection(node, ids));
    else (sections.at(-1)?.element.children ?? intro).push(nameHeading(node, ids));
  }
  return { title, intro, sections };
}

function openSection(heading: Element, ids: Set<string>): Section {
  const titre = wordsOf(heading.children);
  const id = nameFree(titre, ids);
  const named = element('h2', { id }, heading.children);
  return { id, titre, element: element('section', { ariaLabelledBy: [id] }, [named]) };
}

function nameHeading(node: ElementContent, ids: Set<string>): ElementContent {
  if (node.type !== 'element' || !/^h[3-6]$/.test(node.tagName)) return node;
  return element(node.tagName, { id: nameFree(wordsOf(node.children), ids) }, node.children);
}

/** A name that no other heading has, apart from those of figures, extracts and records. */
function nameFree(titre: string, ids: Set<string>): string {
  const name = `partie-${slugify(titre) || 'sans-titre'}`;
  let free = name;
  for (let number = 2; ids.has(free); number++) free = `${name}-${number}`;
  ids.add(free);
  return free;
}
