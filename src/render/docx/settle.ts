import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The first day that a ZIP can name: what is written is the same on any day. */
const DAY = '1980-01-01T00:00:00';

/**
 * The same Word file without what its writer draws or reads from a clock: dates, ids of links, numbers of bookmarks and pictures. They are
 * counted in their order instead.
 */
export function settleDocx(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const ids = new Map<string, string>();
  const settled: Zippable = {};
  for (const name of Object.keys(parts).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))) {
    const part = parts[name];
    if (!part) continue;
    const isText = /\.(?:xml|rels)$/.test(name);
    settled[name] = [
      isText ? strToU8(settleText(strFromU8(part), name, ids)) : part,
      { mtime: DAY, level: isText ? 6 : 0 },
    ];
  }
  return zipSync(settled);
}

/** Word wants the types first; ids are counted as they stand in the document. */
function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name === 'word/document.xml' ? 1 : 2;
}

function settleText(text: string, name: string, ids: Map<string, string>): string {
  if (name === 'docProps/core.xml') return text.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '');
  const linked = text.replace(/(?<=\b(?:r:id|Id)=")rId([\w-]{10,})(?=")/g, (id) => settleId(id, ids));
  return name === 'word/document.xml' ? countPictures(countBookmarks(linked)) : linked;
}

function countPictures(text: string): string {
  let pictures = 0;
  return text.replace(/(?<=<wp:docPr\b[^>]*?\bid=")\d+(?=")/g, () => String(++pictures));
}

function settleId(id: string, ids: Map<string, string>): string {
  const known = ids.get(id) ?? `lien${ids.size + 1}`;
  ids.set(id, known);
  return known;
}

function countBookmarks(text: string): string {
  const numbers = new Map<string, number>();
  return text.replace(/(<w:bookmark(?:Start|End)\b[^>]*?w:id=")(\d+)(?=")/g, (_, before: string, id: string) => {
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return before + number;
  });
}
