/** Reads a font's own table of the signs it can draw (OpenType `cmap`, format 12). Throws where it has none. */
export function readCoveredSigns(font: Uint8Array): (codePoint: number) => boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const table = findSubtable(view, findTable(view, CMAP));
  const ranges: [first: number, last: number][] = [];
  for (let index = 0; index < view.getUint32(table + 12); index++) {
    const group = table + 16 + 12 * index;
    ranges.push([view.getUint32(group), view.getUint32(group + 4)]);
  }
  return (codePoint) => ranges.some(([first, last]) => first <= codePoint && codePoint <= last);
}

/** « cmap », as a number. */
const CMAP = 0x63_6d_61_70;
const SEGMENTED_COVERAGE = 12;

function findTable(view: DataView, tag: number): number {
  for (let index = 0; index < view.getUint16(4); index++) {
    const entry = 12 + 16 * index;
    if (view.getUint32(entry) === tag) return view.getUint32(entry + 8);
  }
  throw new Error('covered-signs: the font has no cmap');
}

function findSubtable(view: DataView, cmap: number): number {
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const subtable = cmap + view.getUint32(cmap + 4 + 8 * index + 4);
    if (view.getUint16(subtable) === SEGMENTED_COVERAGE) return subtable;
  }
  throw new Error('covered-signs: the font has no cmap of format 12');
}
