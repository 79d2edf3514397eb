import type { Element, ElementContent, RootContent as HastContent, Root as HastRoot } from 'hast';
import { fromDom } from 'hast-util-from-dom';
import type { Nodes, Root } from 'mdast';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';
import type { PageElement } from './html/page-text.ts';
import { isElement, settleTables } from './html-tables.ts';
import { parsePlainText } from './plain-text.ts';
import { sayTables } from './say-tables.ts';

const converter = unified().use(rehypeRemark, {
  handlers: {
    // What a page is asked in a form is no word of its text.
    select: () => undefined,
    // Text typed in lines, as in the archive of a list: no code.
    pre: (_, node: Element) => parsePlainText(textIn(node)),
    'cops-note': (_, node: Element): Nodes => reference(node),
    'cops-notes': (state, node: Element): Nodes[] =>
      node.children.filter(isElement).map((note) => ({
        type: 'footnoteDefinition',
        identifier: identifierOf(note),
        label: identifierOf(note),
        children: state.toFlow(state.all(note)) as never,
      })),
  },
  nodeHandlers: { comment: () => undefined },
});

/** The Markdown tree of a part of a page, of which nothing is run; and what tables had that Markdown has not. */
export function treeFromPage(body: PageElement): { tree: Root; warnings: string[] } {
  const hast: HastRoot = { type: 'root', children: (fromDom(body as never) as Element).children };
  gatherNotes(hast);
  const warnings = sayTables(settleTables(hast));
  const tree = converter.runSync(hast as never) as unknown as Root;
  return { tree, warnings };
}

function reference(node: Element): Nodes {
  return { type: 'footnoteReference', identifier: identifierOf(node), label: identifierOf(node) };
}

function identifierOf(node: Element): string {
  return String(node.properties.id ?? '');
}

/** mammoth's notes: « [1] » in superscript, which leads to an item of a list at the end, which leads back. */
function gatherNotes(hast: HastRoot): void {
  const names = new Map<string, string>();
  rewrite(hast, (node) => {
    const link = node.tagName === 'sup' ? node.children.find(isElement) : undefined;
    const target = /^#((?:foot|end)note-\d+)$/.exec(String(link?.properties.href ?? ''))?.[1];
    if (target === undefined) return node;
    if (!names.has(target)) names.set(target, String(names.size + 1));
    return { ...node, tagName: 'cops-note', properties: { id: names.get(target) }, children: [] };
  });
  if (names.size === 0) return;
  rewrite(hast, (node) => {
    const items = node.tagName === 'ol' ? node.children.filter(isElement) : [];
    if (!items.some((item) => names.has(String(item.properties.id)))) return node;
    const notes = items.map((item) => ({ ...item, properties: { id: names.get(String(item.properties.id)) } }));
    notes.forEach(dropWayBack);
    return { ...node, tagName: 'cops-notes', properties: {}, children: notes };
  });
}

function dropWayBack(note: Element): void {
  rewrite(note, (node) =>
    node.tagName === 'a' && /^#(?:foot|end)note-ref-/.test(String(node.properties.href)) ? undefined : node,
  );
}

/** Puts what `change` gives in the place of each element, children first. */
function rewrite(parent: HastRoot | Element, change: (node: Element) => Element | undefined): void {
  parent.children = (parent.children as HastContent[]).flatMap((child): HastContent[] => {
    if (!isElement(child)) return [child];
    rewrite(child, change);
    const changed = change(child);
    return changed ? [changed] : [];
  }) as ElementContent[];
}

function textIn(node: Element): string {
  return node.children
    .map((child) =>
      child.type === 'text' ? child.value : isElement(child) ? (child.tagName === 'br' ? '\n' : textIn(child)) : '',
    )
    .join('');
}
