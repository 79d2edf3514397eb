import { parseHTML } from 'linkedom';
import { parseProvenance } from '../synthese/provenance.ts';
import { type PrintedDocument, unifySpaces } from './printed-document.ts';

/** Reads a summary in HTML; undefined where it does not say where it comes from. */
export function readHtml(text: string): PrintedDocument | undefined {
  const { document } = parseHTML(text);
  const provenance = parseProvenance(document.querySelector('#cops-provenance')?.textContent ?? '');
  if (!provenance) return undefined;
  const figures = [...document.querySelectorAll('data[data-figure]')].map((node) => ({
    id: node.getAttribute('data-figure') ?? '',
    text: unifySpaces(node.textContent ?? ''),
  }));
  for (const aside of document.querySelectorAll('nav, footer, aside, script, style, .bulle, .saut')) aside.remove();
  const blocks = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6, p, li, tr, caption')].map((node) => {
    const own = node.cloneNode(true) as typeof node;
    for (const inner of own.querySelectorAll('p, ul, ol')) inner.remove();
    const cells = own.querySelectorAll('th, td');
    return unifySpaces(
      cells.length > 0 ? [...cells].map((cell) => cell.textContent).join(' ') : (own.textContent ?? ''),
    );
  });
  return { provenance, figures, blocks: blocks.filter(Boolean) };
}
