import type { PhrasingContent } from 'mdast';
import { PLACEHOLDERS } from './form-words.ts';
import { toPhrasing, type WordLinks } from './word-inline.ts';
import { showsPlaceholder } from './word-text.ts';
import { descendants, type XmlElement } from './xml.ts';

/**
 * The words of a paragraph of Word; none where it has none. Where they stand in a control that says that it shows where to
 * write, LibreOffice made line ends of what were to be paragraphs: each is one.
 */
export function readParagraph(paragraph: XmlElement, links: WordLinks): PhrasingContent[][] {
  const children = trim(dropPlaceholder(trim(toPhrasing(paragraph, links))));
  const isInControl = [...descendants(paragraph, 'w:sdt')].some(showsPlaceholder);
  return (isInControl ? splitAtBreaks(children) : [children]).map(trim).filter(({ length }) => length > 0);
}

function splitAtBreaks(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'break') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines;
}

/** Without the spaces and line ends at either end. */
function trim(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const kept = [...nodes];
  while (kept.length > 0 && isBlank(kept[0])) kept.shift();
  while (kept.length > 0 && isBlank(kept.at(-1))) kept.pop();
  const [first] = kept;
  if (first?.type === 'text') kept[0] = { ...first, value: first.value.replace(/^[ \t]+/, '') };
  const last = kept.at(-1);
  if (last?.type === 'text') kept[kept.length - 1] = { ...last, value: last.value.replace(/[ \t]+$/, '') };
  return kept;
}

/** Without the words that stood where the text was to be written, before, behind or around it. */
function dropPlaceholder(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const [first] = nodes;
  const last = nodes.at(-1);
  const opening = first?.type === 'text' ? first.value : '';
  const closing = last?.type === 'text' ? last.value : '';
  const { section } = PLACEHOLDERS;
  for (let cut = 0; cut <= section.length; cut++) {
    const [head, tail] = [section.slice(0, cut), section.slice(cut)];
    if (!opening.startsWith(head) || !closing.endsWith(tail)) continue;
    if (first === last && opening.length < section.length) continue;
    const trimmed = nodes.map((node) => {
      if (node.type !== 'text' || (node !== first && node !== last)) return node;
      const from = node === first ? cut : 0;
      const to = node.value.length - (node === last ? tail.length : 0);
      return { ...node, value: node.value.slice(from, to) };
    });
    return trimmed.filter((node) => node.type !== 'text' || node.value !== '');
  }
  return [...nodes];
}

function isBlank(node: PhrasingContent | undefined): boolean {
  return node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '');
}
