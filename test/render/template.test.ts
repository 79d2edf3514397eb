import fc from 'fast-check';
import type { Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { expect, test } from 'vitest';
import { HeldNodes, withoutMarks } from '../../src/render/held-nodes.ts';
import { formatMarkdown } from '../../src/render/markdown.ts';
import { parseDocument } from '../../src/render/parse-document.ts';
import { renderTemplate } from '../../src/render/template.ts';

const references = { ofFile: () => undefined, extraitAt: () => undefined };

function fill(template: string, variables: Record<string, unknown>): Root {
  const held = new HeldNodes();
  const links = { references, linkToLine: () => undefined, held, pictures: new Map(), pictured: 'none' as const };
  const text = renderTemplate({ name: 'essai', text: template }, withoutMarks(variables), links);
  const tree = parseDocument(text);
  held.release(tree);
  return tree;
}

const HOSTILE = [
  '*',
  '_',
  '`',
  '[',
  ']',
  '(',
  ')',
  '<b>',
  '&amp;',
  '#',
  '- ',
  '1. ',
  '|',
  '~',
  '\\',
  '\n',
  '> ',
  '=== ',
  '@',
  'https://a.b',
  'www.a.b',
  'été',
  '« »',
  ':',
  '\ue000',
  '!',
];
const texts = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 6 })), { minLength: 1, maxLength: 12 })
  .map((parts) => `x${parts.join('')}y`);
const seen = (text: string) => text.replace(/[\ue000\ue001]/g, '').replace(/\s+/g, ' ');

test('a text of a record is written as it is, whatever its signs and its length', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const tree = fill('- avant {{ a }}, puis {{ a }}\n', { a: text });
      const said = `avant ${seen(text)}, puis ${seen(text)}`;
      expect(tree.children).toMatchObject([
        { type: 'list', children: [{ children: [{ type: 'paragraph', children: [{ type: 'text', value: said }] }] }] },
      ]);
    }),
    { numRuns: 500 },
  );
});

test('and the Markdown that is printed reads as the same text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const provenance = {
        version: 1,
        cops: '',
        selection: { brouillons: false, interne: false },
        template: '',
        fiches: {},
        chiffres: {},
        bases: {},
      } as const;
      const printed = formatMarkdown({ tree: fill('**{{ a }}** fin\n', { a: text }), provenance });
      const [paragraph] = parseDocument(printed).children;
      // An address reads as a link to itself: the words are the same.
      expect(paragraph && plainText(paragraph)).toBe(`${seen(text)} fin`);
    }),
    { numRuns: 300 },
  );
});

test('in the address of a link, a long text is words', () => {
  const tree = fill('[lien](<#{{ a }}>)\n', { a: 'une ancre assez longue' });
  expect(tree).toMatchObject({ children: [{ children: [{ type: 'link', url: '#une ancre assez longue' }] }] });
});

test('what a template captures and prints is words', () => {
  const tree = fill('{% capture c %}{{ a }} !{% endcapture %}{{ c }}\n', { a: 'un *texte* assez long' });
  expect(tree).toMatchObject({ children: [{ children: [{ type: 'text', value: 'un *texte* assez long !' }] }] });
});

test('raw writes a text as it is, like the rest', () => {
  const tree = fill('{{ a | raw }}\n', { a: '**gras** [9](#preuve-activite-ateliers)' });
  const said = [{ type: 'text', value: '**gras** [9](#preuve-activite-ateliers)' }];
  expect(tree).toMatchObject({ children: [{ children: said }] });
});

test.each(['replace: "texte", "mot"', 'slice: 0, 1', 'slice: 1, 2'])(
  'what is already written is changed by no filter: %s',
  (filter) => {
    const template = `{% capture c %}{{ a }}{% endcapture %}{{ c | ${filter} }}\n`;
    const filled = () => fill(template, { a: 'un texte assez long, qui est gardé' });
    if (filter.startsWith('replace'))
      expect(filled()).toMatchObject({ children: [{ children: [{ value: 'un texte assez long, qui est gardé' }] }] });
    else expect(filled).toThrow('Le gabarit coupe ou change par un filtre');
  },
);
