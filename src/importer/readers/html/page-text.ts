import { parseHTML } from 'linkedom';

type Page = ReturnType<typeof parseHTML>['document'];
/** An element of a page. */
export type PageElement = NonNullable<ReturnType<Page['querySelector']>>;

const BLOCKS = new Set(
  'address article aside blockquote body br button caption dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section select summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Parses a page; nothing of it is run. */
export function parsePage(html: string): Page {
  return parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`).document;
}

/** Whether an element begins a line of its own. */
export function isBlock(element: PageElement): boolean {
  return BLOCKS.has(element.localName);
}

/** The words of an element as a person sees them: blocks part them. */
export function pageText(element: PageElement): string {
  return [...element.childNodes]
    .map((child) => {
      if (child.nodeType === 3) return child.textContent ?? '';
      if (child.nodeType !== 1) return '';
      const text = pageText(child as unknown as PageElement);
      return isBlock(child as unknown as PageElement) ? ` ${text} ` : text;
    })
    .join('');
}
