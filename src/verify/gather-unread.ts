import { type Unread, unifySpaces } from './printed-document.ts';

/** A page, as far as it is looked through. */
export interface Page {
  readonly documentElement: HtmlElement;
}

interface HtmlElement {
  readonly localName: string;
  readonly id: string;
  readonly className: string;
  readonly textContent: string | null;
  readonly outerHTML: string;
  readonly children: Iterable<HtmlElement>;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
}

/** What a browser draws or runs by itself, whatever its words. */
const IMAGES = new Set(
  'svg img picture canvas video audio iframe object embed input textarea select button'.split(' '),
);
/** What names a place or a meaning, and changes nothing of what is seen; those of links are read with the texts. */
const UNSEEN = /^(?:id|href|role|lang|scope|name|tabindex|data-.*|aria-.*)$/;
/** Where words stand that are not read with the texts. */
const APART: Readonly<Record<string, Unread>> = { footer: 'footer', title: 'head', template: 'head' };
/** Whose attributes say how the file is read. */
const PLAIN = new Set(['html', 'head', 'meta', 'script', 'style', 'link', 'base']);

/** Style, scripts, values, images, and words that are not read: what a reader of the page would see otherwise. */
export function gatherUnread({ documentElement }: Page): Readonly<Record<Unread, string>> {
  const found: Record<Unread, string[]> = {
    style: [],
    script: [],
    value: [],
    image: [],
    head: [],
    contents: [],
    footer: [],
  };
  const navs: HtmlElement[] = [];
  const headings = new Set<string>();
  const waiting: HtmlElement[] = [documentElement];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    note(one, found);
    if (one.localName === 'nav') navs.push(one);
    if (/^h[2-6]$/.test(one.localName)) headings.add(unifySpaces(one.textContent ?? ''));
    if (!IMAGES.has(one.localName)) waiting.push(...one.children);
  }
  found.contents.push(...navs.flatMap((nav) => listOthers(nav, headings)));
  const settled = Object.entries(found).map(([name, texts]) => [name, texts.sort().join('\n')]);
  return Object.fromEntries(settled) as Record<Unread, string>;
}

function note(one: HtmlElement, found: Record<Unread, string[]>): void {
  const { localName } = one;
  const apart = one.className === 'saut' ? 'contents' : APART[localName];
  if (apart) found[apart].push(unifySpaces(one.textContent ?? ''));
  if (localName === 'style' || localName === 'link') found.style.push(one.outerHTML);
  else if (localName === 'base' || isForeignScript(one)) found.script.push(one.outerHTML);
  else if (IMAGES.has(localName)) found.image.push(one.outerHTML);
  for (const { name, value } of one.attributes) {
    if (/^on/i.test(name) || /^\s*javascript:/i.test(value) || isRefresh(localName, value))
      found.script.push(`${localName} ${name} ${value}`);
    else if (IMAGES.has(localName)) continue;
    else if (name === 'value') found.value.push(`${localName} ${value}`);
    else if (!UNSEEN.test(name) && !PLAIN.has(localName)) found.style.push(`${localName} ${name} ${value}`);
  }
}

/** What contents say beside the headings of the page, which may be those of an author. */
function listOthers(nav: HtmlElement, headings: ReadonlySet<string>): string[] {
  const leaves: string[] = [];
  const waiting = [nav];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    const children = [...one.children].reverse();
    if (children.length === 0) leaves.push(one.textContent ?? '');
    waiting.push(...children);
  }
  const others = leaves.map(unifySpaces).filter((text) => text !== '' && !headings.has(text));
  const all = nav.textContent ?? '';
  const isWhole = all.replace(/\s/g, '') === leaves.join('').replace(/\s/g, '');
  return isWhole ? others : [unifySpaces(all)];
}

/** The provenance is a JSON that no browser runs. */
function isForeignScript({ localName, id, outerHTML }: HtmlElement): boolean {
  const isProvenance = id === 'cops-provenance' && /^<script [^>]*type="application\/json"/.test(outerHTML);
  return localName === 'script' && !isProvenance;
}

/** A page that is left for another. */
function isRefresh(localName: string, value: string): boolean {
  return localName === 'meta' && value.trim().toLowerCase() === 'refresh';
}
