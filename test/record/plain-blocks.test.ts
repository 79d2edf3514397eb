import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { generateWorkspace } from '../../bench/generate.js';
import { parseMarkdown } from '../../src/record/markdown.ts';
import { readPlainBlocks } from '../../src/record/plain-blocks.ts';
import { makeFolder } from '../support/run-cops.ts';

/** The blocks that hold text in the full parser's tree, in their order. */
function readFullBlocks(node: Nodes): Nodes[] {
  if (node.type === 'root' || node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote')
    return node.children.flatMap(readFullBlocks);
  return [node];
}

/** What the reader of bodies looks at. */
function shape(nodes: readonly Nodes[]): unknown {
  return nodes.map((node) => ({
    type: node.type,
    ...('depth' in node && { depth: node.depth }),
    ...('value' in node && { value: node.value }),
    start: node.position?.start,
    // A text that ends with a line ends there or on the next line, after its indent: nobody looks.
    ...((node.type !== 'text' || !node.value.includes('\n')) && { end: node.position?.end }),
    ...('children' in node && { children: shape(node.children) }),
  }));
}

function expectSame(body: string): boolean {
  const plain = readPlainBlocks(body);
  if (plain) expect(shape(plain), body).toEqual(shape(readFullBlocks(parseMarkdown(body))));
  return plain !== undefined;
}

describe('a plain body is read to the blocks of the full parser', () => {
  test.each([
    'Un texte.',
    '## Titre\n\nUn texte\nsur deux lignes. #theme',
    '## Titre\nUn texte sans ligne vide\n### Autre',
    '- une puce\n- une autre\n  suivie\nou non\n\n  et son second paragraphe\n\nAprès.',
    '- a\n  - → b\n    - c\n  - d\n- e',
    '* une étoile * au milieu\n* * *\n* ',
    '+   quatre colonnes\n\n    second paragraphe',
    '> citée\n> sur deux lignes\net une troisième\n\n> autre citation\n- puce',
    'Un texte. #theme <!-- extrait -->\n<!-- mémo : à voir -->\nla suite',
    '- a\n  <!-- extrait -->\n- b\n<!-- constat -->\n- c <!-- x --> fin',
    '-> une piste\n=> une autre\n→ une troisième',
    '#theme-seul\n#?libre',
    'Texte <!-- a --><!-- b -->\nsuite <!-- c -->',
    '     ## blanc avant\n',
    '2022 fut l’année',
  ])('%j', (body) => {
    expectSame(body);
  });

  test.each([
    '*gras*',
    '- [ ] à faire',
    '1. un',
    'a\n===',
    '| a |',
    'a  \nb',
    '    code',
    '```\ncode\n```',
    '<p>a</p>',
  ])('%j is left to the full parser', (body) => {
    expect(readPlainBlocks(body)).toBeUndefined();
  });

  test('whatever lines follow each other', () => {
    const word = fc.constantFrom(
      'mot',
      '#theme',
      '2022.',
      '->',
      '<!-- extrait -->',
      '«',
      '*',
      'mot*',
      'l’un',
      '>',
      '<',
      '-',
      '=',
    );
    const opening = fc.constantFrom(
      '',
      '',
      '- ',
      '* ',
      '+ ',
      '> ',
      '>',
      '# ',
      '## ',
      '  ',
      '  - ',
      '    - ',
      ' ',
      '-   ',
      '<!-- x -->',
      '---',
      '-> ',
      '1. ',
    );
    const line = fc.tuple(opening, fc.array(word, { maxLength: 3 })).map(([start, words]) => start + words.join(' '));
    let read = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 7 }), (lines) => {
        if (expectSame(lines.join('\n'))) read++;
      }),
      { numRuns: 4000 },
    );
    expect(read).toBeGreaterThan(400);
  });

  test('whatever signs follow each other', () => {
    const sign = fc.constantFrom(...'ab1 \n\n-+>#<!=:.()"→é\u00a0\u2028~[]* *_');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 14 }), (signs) => {
        expectSame(signs.join(''));
      }),
      { numRuns: 6000 },
    );
  });

  test('and most records are plain', () => {
    const folder = makeFolder();
    generateWorkspace(folder, 120);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
    const plain = files.filter((name) => {
      const text = readFileSync(`${folder}/${name}`, 'utf8');
      return expectSame(text.slice(text.indexOf('\n---\n') + 5));
    });
    expect(plain.length / files.length).toBeGreaterThan(0.8);
  });
});
