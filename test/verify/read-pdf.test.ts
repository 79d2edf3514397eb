import { expect, test } from 'vitest';
import type { PdfNode, PdfPage, PdfWords } from '../../src/verify/pdf-content.ts';
import { readPdf } from '../../src/verify/read-pdf.ts';

const attachment = JSON.stringify({
  version: 1,
  provenance: {
    version: 1,
    cops: '0',
    template: '',
    selection: {},
    fiches: {},
    chiffres: { 'activite.ateliers': 7 },
    bases: {},
  },
});

/** A page of one paragraph; a text in angle brackets is the link of the figure. */
function page(...texts: string[]): PdfPage {
  const words = texts.map((text, index): PdfWords => {
    return { text: text.replace(/^<|>$/g, ''), box: [100 * index, 0, 100 * index + 90, 10], part: `mc${index}` };
  });
  const children = texts.map((text, index): PdfNode => {
    const content = { id: `mc${index}` };
    return text.startsWith('<') ? { role: 'Link', children: [content, { id: `link${index}` }] } : content;
  });
  const links = texts.map((_, index) => {
    const [left, bottom, right, top] = words[index]?.box ?? [0, 0, 0, 0];
    return [`link${index}`, { to: 'preuve-activite-ateliers', box: [left, bottom, right, top] as const }] as const;
  });
  return { structure: { role: 'Document', children: [{ role: 'P', children }] }, words, links: new Map(links) };
}

function read(...pages: PdfPage[]) {
  return readPdf({ attachment, writer: undefined, pages });
}

test('a figure is the words of its link', () => {
  const { figures, blocks } = read(page('Soit ', '<7 ateliers>', '.')) ?? {};
  expect(figures).toEqual([{ id: 'activite.ateliers', text: '7 ateliers' }]);
  expect(blocks).toEqual([{ text: 'Soit 7 ateliers.', key: 'Soit\ue000activite.ateliers\ue001.' }]);
});

test('a figure that the end of a page cuts is one figure', () => {
  expect(read(page('Soit ', '<7 ateliers>'), page('<sur 8>', ' lus.'))?.figures).toEqual([
    { id: 'activite.ateliers', text: '7 ateliers sur 8' },
  ]);
});

test('two figures with words between them, on two pages, are two', () => {
  expect(read(page('<7 ateliers>', ' et'), page('<7 ateliers>', '.'))?.figures).toHaveLength(2);
});

test('lines may end within words, and numbers stay apart', () => {
  const keys = (...texts: string[]) => read(page(...texts))?.blocks.map(({ key }) => key);
  expect(keys('bouche-', ' à-oreille')).toEqual(keys('bouche-à-oreille'));
  expect(keys('1', ' 2')).not.toEqual(keys('12'));
  expect(keys('2018-2022')).not.toEqual(keys('20182022'));
});

test('what was set upon a figure is read with it, what stands beside it is not', () => {
  const under = page('Soit ', '<7 ateliers>', '.');
  const set = (left: number): PdfPage => {
    return { ...under, words: [...under.words, { text: '9', box: [left, 1, left + 5, 9], part: undefined }] };
  };
  expect(read(set(110))?.figures[0]?.text).toBe('7 ateliers 9');
  expect(read(set(310))?.figures[0]?.text).toBe('7 ateliers');
  expect(read(set(310))?.blocks.at(-1)?.text).toBe('9');
});

test('numbers of pages are no text of one’s own', () => {
  const numbered = page('Fin.');
  const foot: PdfWords = { text: 'page 2 sur 16', box: [0, 0, 50, 8], part: undefined };
  expect(read({ ...numbered, words: [...numbered.words, foot] })?.blocks).toHaveLength(1);
});

test('an attachment that is no provenance is none', () => {
  for (const other of [undefined, '', '[]', '{"provenance": 3}'])
    expect(readPdf({ attachment: other, writer: undefined, pages: [] })).toBeUndefined();
});
