import fc from 'fast-check';
import { makeOdt } from './odt-file.ts';
import { breakLines, makePdf, type PlacedWords } from './pdf-maker.ts';
import { escapeXml, makeDocx, p, r, table } from './word-file.ts';

/** A block of an invented document, as any format can hold it. */
export type InventedBlock =
  | { readonly kind: 'heading' | 'paragraph' | 'bold' | 'row' | 'broken'; readonly words: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly string[])[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly string[][])[])[] };

/** Words as reports have them, with what formats trip over. */
const word = fc.constantFrom(
  ...'le patient l’hôpital co-construction 1er DSR-C (médecin) 2018-2022 // = & <b> *gras* _x_ [a] #dièse cœur Été «classique» N°4 participant.e.s a|b \\fin 10:30 → `code` https://exemple.org e\u0301tude n’est'.split(
    ' ',
  ),
);
const words = fc.array(word, { minLength: 1, maxLength: 14 });

/** Documents of one to eight blocks. */
export const inventedDocument: fc.Arbitrary<InventedBlock[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constantFrom('heading', 'paragraph', 'bold', 'row', 'broken'), words }),
    fc.record({ kind: fc.constant('list' as const), items: fc.array(words, { minLength: 1, maxLength: 3 }) }),
    fc.integer({ min: 1, max: 3 }).chain((width) =>
      fc.record({
        kind: fc.constant('table' as const),
        rows: fc.array(
          fc.array(fc.array(words, { minLength: 1, maxLength: 2 }), { minLength: width, maxLength: width }),
          { minLength: 1, maxLength: 3 },
        ),
      }),
    ),
  ) as fc.Arbitrary<InventedBlock>,
  { minLength: 1, maxLength: 8 },
);

/** All its words. */
export function wordsOfInvented(blocks: readonly InventedBlock[]): string {
  return blocks
    .flatMap((block) => ('words' in block ? [block.words] : 'items' in block ? block.items : block.rows.flat(2)))
    .flat()
    .join(' ');
}

/** How each format is written. */
export const WRITERS: Readonly<Record<string, (blocks: readonly InventedBlock[]) => Uint8Array>> = {
  docx: (blocks) => makeDocx(blocks.map(toWord).join('')),
  odt: (blocks) => makeOdt(blocks.map(toOdt).join('')),
  html: (blocks) => Buffer.from(`<html><body>${blocks.map(toHtml).join('\n')}</body></html>`),
  txt: (blocks) => Buffer.from(blocks.map(toPlain).join('\n\n')),
  pdf: toPdf,
};

const join = (parts: readonly string[]) => parts.join(' ');

function toWord(block: InventedBlock): string {
  if (block.kind === 'list')
    return block.items
      .map((item) => p(r(join(item)), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'))
      .join('');
  if (block.kind === 'table')
    return table(block.rows.map((row) => row.map((cell) => cell.map((one) => p(r(join(one)))).join(''))));
  const [first = '', ...rest] = block.words;
  if (block.kind === 'heading') return p(r(join(block.words)), '<w:pStyle w:val="Titre1"/>');
  if (block.kind === 'bold') return p(r(`${first} `, '<w:b/>') + r(join(rest), '<w:i/>'));
  const link = block.kind === 'row' ? '<w:r><w:tab/></w:r>' : '<w:r><w:br/></w:r>';
  return p(block.kind === 'paragraph' ? r(join(block.words)) : r(first) + link + r(join(rest)));
}

function toOdt(block: InventedBlock): string {
  const text = (parts: readonly string[]) => escapeXml(join(parts));
  if (block.kind === 'list')
    return `<text:list>${block.items.map((item) => `<text:list-item><text:p>${text(item)}</text:p></text:list-item>`).join('')}</text:list>`;
  if (block.kind === 'table') {
    const cell = (paragraphs: readonly string[][]) =>
      `<table:table-cell>${paragraphs.map((one) => `<text:p>${text(one)}</text:p>`).join('')}</table:table-cell>`;
    return `<table:table>${block.rows.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`).join('')}</table:table>`;
  }
  const [first = '', ...rest] = block.words;
  if (block.kind === 'heading') return `<text:h text:outline-level="1">${text(block.words)}</text:h>`;
  if (block.kind === 'bold')
    return `<text:p><text:span text:style-name="Gras">${escapeXml(first)} </text:span>${text(rest)}</text:p>`;
  const link = { row: '<text:tab/>', broken: '<text:line-break/>', paragraph: '<text:s/>' }[block.kind];
  return `<text:p>${escapeXml(first)}${link}${text(rest)}</text:p>`;
}

function toHtml(block: InventedBlock): string {
  const text = (parts: readonly string[]) => escapeXml(join(parts));
  if (block.kind === 'list') return `<ul>${block.items.map((item) => `<li>${text(item)}</li>`).join('')}</ul>`;
  if (block.kind === 'table') {
    const cell = (paragraphs: readonly string[][]) =>
      `<td>${paragraphs.map((one) => `<p>${text(one)}</p>`).join('')}</td>`;
    return `<table>${block.rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`;
  }
  const [first = '', ...rest] = block.words;
  if (block.kind === 'heading') return `<h1>${text(block.words)}</h1>`;
  if (block.kind === 'bold') return `<p><b>${escapeXml(first)}</b> <i>${text(rest)}</i></p>`;
  return block.kind === 'broken' ? `<div>${escapeXml(first)}<br>${text(rest)}</div>` : `<p>${text(block.words)}</p>`;
}

function toPlain(block: InventedBlock): string {
  if (block.kind === 'list') return block.items.map((item) => `– ${join(item)}`).join('\n');
  if (block.kind === 'table')
    return block.rows.map((row) => row.map((cell) => join(cell.flat())).join('\t')).join('\n');
  const [first = '', ...rest] = block.words;
  return block.kind === 'row'
    ? `${first}\t${join(rest)}`
    : block.kind === 'broken'
      ? `${first}\n${join(rest)}`
      : join(block.words);
}

/** Without drawn lines: cells stand beside each other. Signs that the font lacks are other words. */
function toPdf(blocks: readonly InventedBlock[]): Uint8Array {
  const pages: PlacedWords[][] = [[]];
  let y = 730;
  const put = (parts: readonly string[], { x = 60, size = 10, bold = false, letters = 70 } = {}) => {
    const lines = breakLines(toWinAnsi(join(parts)), letters);
    pages.at(-1)?.push(...lines.map((text, index) => ({ text, x, y: y - index * size * 1.2, size, bold })));
    return lines.length * size * 1.2;
  };
  for (const block of blocks) {
    // Below that, a block would run over the end of the page.
    if (y < 400) {
      pages.push([]);
      y = 730;
    }
    if (block.kind === 'list') for (const item of block.items) y -= put(['•', ...item]);
    else if (block.kind === 'table')
      for (const row of block.rows)
        y -= Math.max(...row.map((cell, index) => put(cell.flat(), { x: 60 + index * 160, letters: 22 }))) + 4;
    else {
      const isHeading = block.kind === 'heading';
      y -= put(block.words, { size: isHeading ? 16 : 10, bold: block.kind === 'bold', letters: isHeading ? 40 : 70 });
    }
    y -= 8;
  }
  return makePdf(pages.map((words) => ({ words })));
}

function toWinAnsi(text: string): string {
  return text.normalize('NFC').replaceAll('→', '->');
}
