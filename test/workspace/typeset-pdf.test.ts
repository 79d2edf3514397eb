import fc from 'fast-check';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import { expect, test } from 'vitest';
import type { RenderedDocument } from '../../src/render/document.ts';
import { typesetPdf } from '../../src/workspace/typeset-pdf.ts';

function document(children: RootContent[], title = 'Titre inventé'): RenderedDocument {
  const tree: Root = { type: 'root', children };
  const selection = { prs: '2018-2022', brouillons: false, interne: false };
  const provenance = { version: 1 as const, cops: '0', selection, template: '', fiches: {}, chiffres: {}, bases: {} };
  return {
    title,
    tree,
    pictures: [],
    figures: new Map(),
    extraits: [],
    provenance,
    interne: false,
    exemple: false,
    hasContents: true,
  };
}

/** Any signs at all: halves of pairs, controls, directions, what no font has. */
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

const anyInline: fc.Arbitrary<PhrasingContent> = anyText.chain((value) =>
  fc.constantFrom<PhrasingContent>(
    { type: 'text', value },
    { type: 'strong', children: [{ type: 'text', value }] },
    { type: 'emphasis', children: [{ type: 'strong', children: [{ type: 'text', value }] }] },
    { type: 'inlineCode', value },
    { type: 'html', value },
    { type: 'link', url: value, children: [{ type: 'text', value }] },
    { type: 'link', url: `https://exemple.fr/${value}`, children: [] },
    { type: 'link', url: '#lieu', children: [{ type: 'text', value }] },
    { type: 'html', value: '<a id="lieu">' },
    { type: 'image', url: '', alt: value },
  ),
);

const anyBlock: fc.Arbitrary<RootContent> = fc
  .tuple(fc.array(anyInline, { maxLength: 3 }), fc.integer({ min: 1, max: 6 }))
  .chain(([children, depth]) =>
    fc.constantFrom<RootContent>(
      { type: 'paragraph', children },
      { type: 'heading', depth: depth as 1, children },
      { type: 'blockquote', children: [{ type: 'paragraph', children }] },
      {
        type: 'list',
        ordered: depth > 3,
        children: [{ type: 'listItem', children: [{ type: 'paragraph', children }] }],
      },
      { type: 'list', children: [{ type: 'listItem', children: [] }] },
      { type: 'table', children: [{ type: 'tableRow', children: [{ type: 'tableCell', children }] }] },
      { type: 'table', children: [] },
      { type: 'code', value: depth > 3 ? '' : '#eval("1")\n]\n' },
      { type: 'thematicBreak' },
    ),
  );

test('any document can be set, whatever its signs and its parts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyBlock, { maxLength: 8 }), anyText, async (children, title) => {
      const pdf = Buffer.from(await typesetPdf(document(children, title)));
      expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-');
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('a document without words is still one', async () => {
  expect((await typesetPdf(document([], ''))).length).toBeGreaterThan(1000);
});
