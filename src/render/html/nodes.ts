import type { Element, ElementContent, Properties, Text } from 'hast';

/** An element of HTML. */
export function element(tagName: string, properties: Properties, children: readonly ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children: [...children] };
}

/** A text. */
export function text(value: string): Text {
  return { type: 'text', value };
}

/** The words of some content. */
export function wordsOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? wordsOf(node.children) : ''))
    .join('');
}
