import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import type { RenderedDocument } from '../document.ts';
import { sayMark, sayProvenance } from '../page-sentences.ts';
import type { Draw } from '../pictures/picture.ts';
import { describeFigures } from './figures.ts';
import { handlersFor } from './handlers.ts';
import { element, text } from './nodes.ts';
import { gatherSections, type Section } from './sections.ts';
import { STYLE } from './style.ts';

/**
 * Prints a document as one HTML file that needs nothing else: no script, no other file, no network. Its provenance is a
 * JSON that no browser runs. What is drawn goes in as it is; nothing else does.
 */
export function formatHtml(document: RenderedDocument, draw: Draw): string {
  const handlers = handlersFor(describeFigures(document), draw);
  const body = toHast(document.tree, { handlers, clobberPrefix: '' }) as HastRoot;
  const { title, sections, intro } = gatherSections(body.children as ElementContent[]);
  const root: HastRoot = {
    type: 'root',
    children: [
      { type: 'doctype' },
      element('html', { lang: 'fr' }, [head(document), page(document, { title, sections, intro })]),
    ],
  };
  return `${toHtml(root, { characterReferences: { useNamedReferences: false }, allowDangerousHtml: true })}\n`;
}

function head({ title }: RenderedDocument): Element {
  return element('head', {}, [
    element('meta', { charSet: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, [text(title)]),
    element('style', {}, [text(STYLE)]),
  ]);
}

interface Parts {
  readonly title: ElementContent[];
  readonly intro: ElementContent[];
  readonly sections: readonly Section[];
}

function page(document: RenderedDocument, { title, intro, sections }: Parts): Element {
  const mark = sayMark(document);
  return element('body', {}, [
    element('a', { className: ['saut'], href: '#contenu' }, [text('Aller au contenu')]),
    ...(mark
      ? [element('aside', { className: ['marque'], ariaLabel: 'À savoir' }, [element('p', {}, [text(mark)])])]
      : []),
    element('header', {}, [element('h1', {}, title), ...intro]),
    ...(document.hasContents ? [contents(sections)] : []),
    element(
      'main',
      { id: 'contenu' },
      sections.map(({ element: section }) => section),
    ),
    element('footer', {}, [element('p', {}, [text(sayProvenance(document))])]),
    element('script', { type: 'application/json', id: 'cops-provenance' }, [text(provenanceJson(document))]),
  ]);
}

function contents(sections: readonly Section[]): Element {
  const links = sections.map(({ id, titre }) => element('li', {}, [element('a', { href: `#${id}` }, [text(titre)])]));
  return element('nav', { ariaLabel: 'Sommaire' }, [element('ol', {}, links)]);
}

/** None of its texts can end the element that holds it. */
function provenanceJson({ provenance }: RenderedDocument): string {
  return JSON.stringify(provenance).replaceAll('<', '\\u003c');
}
