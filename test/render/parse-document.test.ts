import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { parseDocument } from '../../src/render/parse-document.ts';

const whole = unified().use(remarkParse).use(remarkGfm);

function withoutPlaces(node: Nodes): unknown {
  return JSON.parse(JSON.stringify(node, (key, value) => (key === 'position' ? undefined : value)));
}

const BLOCKS = [
  'Un paragraphe [lié](#a).',
  'Un paragraphe\nde deux lignes',
  '## Un titre',
  '**A1. Un titre en gras**',
  '- un\n- deux',
  '- un\n\n  suite',
  '  - imbriqué',
  '1. un',
  '> citation',
  '| a | b |\n| :-- | --: |\n| 1 | 2 |',
  '<a id="x"></a>texte',
  '***',
  '---',
  '```\ncode\n\nSuite\n```',
  '~~~\nouvert',
  '<div>\n\nTexte\n\n</div>',
  '<!-- un\n\ncommentaire -->',
  '[ref]: http://exemple.invalid',
  'Un [ref] et [^1].',
  '[^1]: Note\n\n    suite',
  '    code',
  '> [^1]: Note citée',
  '1. [ref]: http://exemple.invalid',
  '\tcode',
  'Titre\n===',
  'Fin\\',
];

test('parts give the tree of the whole', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...BLOCKS), { maxLength: 9 }),
      fc.constantFrom('\n\n', '\n', '\n \n'),
      fc.constantFrom(1, 40),
      (blocks, gap, leastPart) => {
        const text = blocks.join(gap);
        expect(withoutPlaces(parseDocument(text, leastPart))).toEqual(withoutPlaces(whole.parse(text) as Nodes));
      },
    ),
    { numRuns: 800 },
  );
});
