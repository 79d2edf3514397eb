import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '../../src/record/front-matter.ts';
import { type Header, parseHeader } from '../../src/record/header.ts';

/** The same header with a comment, which sends it to the reader that knows places. */
function readBoth(header: string): { plain: Header | undefined; placed: Header | undefined } {
  const read = (text: string) => {
    const parts = splitFrontMatter('a.md', text);
    return 'fault' in parts ? undefined : parseHeader('a.md', parts).header;
  };
  return { plain: read(`---\n${header}\n---\n`), placed: read(`---\n# en tête\n${header}\n---\n`) };
}

function valuesOf(header: Header | undefined) {
  return header && { value: header.value, emptyKeys: header.emptyKeys };
}

describe('the reader of plain headers and the reader that knows places give the same values', () => {
  const scalar = fc.oneof(
    fc.constantFrom(
      '09',
      '2022',
      '2022-05-31',
      'no',
      '1e3',
      '~',
      'null',
      'true',
      '<<',
      '0x1F',
      "l'atelier",
      '12:30',
      '',
    ),
    fc.constantFrom(
      '"a : b"',
      "'c''est'",
      '"é"',
      '- a',
      'a - b',
      '[a, b]',
      '[ ]',
      '{ }',
      '{ a: 1, b: [c, d] }',
      'a,b',
      '« a »',
    ),
    fc.string({ unit: fc.constantFrom(...'abé :,-[]{}\'" 09\n'), maxLength: 12 }),
  );
  const key = fc.constantFrom('titre', 'date', '__proto__', 'constructor', '09', 'prs', 'a b', '<<');
  const line = fc.tuple(key, scalar).map(([name, value]) => `${name}: ${value}`);
  const block = fc
    .tuple(key, fc.array(scalar, { minLength: 1, maxLength: 3 }))
    .map(([name, values]) => `${name}:\n${values.map((value) => `  - ${value}`).join('\n')}`);

  test('whatever keys, texts, lists and maps they hold', () => {
    let same = 0;
    fc.assert(
      fc.property(fc.array(fc.oneof(line, block), { minLength: 1, maxLength: 5 }), (lines) => {
        const { plain, placed } = readBoth(lines.join('\n'));
        expect(valuesOf(plain)).toEqual(valuesOf(placed));
        if (plain) same++;
      }),
      { numRuns: 5000 },
    );
    expect(same).toBeGreaterThan(500);
  });

  test('in every record of this repository', () => {
    const files = readdirSync('records', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
    for (const file of files.filter((name) => !name.endsWith('README.md'))) {
      const [, header = ''] = readFileSync(`records/${file}`, 'utf8').split(/^---$/m);
      const { plain, placed } = readBoth(header.trim());
      expect(valuesOf(plain)).toEqual(valuesOf(placed));
      expect(plain).toBeDefined();
    }
  });

  test('and the places are those of the file', () => {
    const parts = splitFrontMatter('a.md', '---\ntitre: Un atelier\nprs: 2018-2022\n---\n');
    if ('fault' in parts) throw new Error('a fence is missing');
    const { header } = parseHeader('a.md', parts);
    expect(header?.placeOf(['prs']).start).toEqual({ line: 3, column: 6 });
    expect(header?.placeOfKey(['titre']).start).toEqual({ line: 2, column: 1 });
  });
});
