import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateWorkspace } from '../../bench/generate.js';
import { parseWhole } from '../../src/record/header.ts';
import { indexLines } from '../../src/record/lines.ts';
import { scanPlainHeader } from '../../src/record/plain-header.ts';
import { makeFolder } from '../support/run-cops.ts';

/** Compares the scanner with the full parser; true where the scanner read the header. */
function expectSame(header: string): boolean {
  const yaml = `#  \n${header}`;
  const plain = scanPlainHeader(yaml);
  if (!plain) return false;
  const lines = indexLines(`---${yaml.slice(3)}`);
  const { header: whole, faults } = parseWhole('records/essai.md', { yaml, body: '', lines });
  expect(faults, header).toEqual([]);
  expect(plain, header).toEqual({ value: whole?.value, emptyKeys: whole?.emptyKeys });
  return true;
}

describe('a plain header is read to the values of the full parser', () => {
  test.each([
    'titre: Atelier du 31 mai',
    'titre: "Atelier : le partenariat"   # un commentaire',
    "titre: 'Un dièse #1'\nlieu:\nprs: 2018-2022",
    'codage: { etat: complet, par: "AP", de: l\'équipe }\ndepartements: ["09", 31]',
    'participants:\n  - { role: professionnel, effectif: 4 }\n  - role: autre\n    effectif: 1\ndate: 2022',
    'publics:\n- usagers\n- proches aidants # tous\n\n# fin\nlieu: À 10:30',
    'structure:\n  nom: Une structure\n  nature: association',
    'a: ""\nb:\n  - ""\n  - x',
    'constructor: oui\ntostring: non',
  ])('%j', (header) => {
    expect(expectSame(header)).toBe(true);
  });

  test.each([
    'titre: Atelier : le partenariat',
    'titre: #mot',
    'titre: mot #theme',
    'a: un\n  et deux',
    'a: 1\na: 2',
    'a: { b: 1, b: 2 }',
    'a: *renvoi',
    'a: |\n  texte',
    'a: "un\\nb"',
    'a: {}',
    '\ta: 1',
    '- a',
    '',
  ])('%j is left to the full parser', (header) => {
    expect(scanPlainHeader(header)).toBeUndefined();
  });

  test('whatever lines follow each other', () => {
    const value = fc.constantFrom(
      'mot',
      'deux mots',
      '2022-05',
      '"a: b"',
      "'c'",
      '{ a: 1, b: "x" }',
      '[un, "09"]',
      '',
      'a:b',
      'a # c',
      '-',
      '""',
      'l’un',
      '{ a: [1, { b: c }] }',
      '~',
      'null',
      '"" # c',
      '10:30',
      '[a: b]',
      '{ a: }',
    );
    const key = fc.constantFrom('a', 'b', 'c_d');
    const opening = fc.constantFrom('', '', '', '  ', '  - ', '- ', '    ', ' ');
    const line = fc
      .tuple(opening, fc.option(key), value)
      .map(([start, name, text]) => `${start}${name ? `${name}: ` : ''}${text}`);
    let read = 0;
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        if (expectSame(lines.map((text) => text.trimEnd()).join('\n'))) read++;
      }),
      { numRuns: 6000 },
    );
    expect(read).toBeGreaterThan(200);
  });

  test('whatever signs a value holds', () => {
    const sign = fc.constantFrom(...'ab1 :-#,[]{}"\'&*!|>%@`?~.(«→é\u00a0\u2028\u0007\\\n=/');
    let read = 0;
    fc.assert(
      fc.property(
        fc.array(sign, { maxLength: 9 }),
        fc.constantFrom('a: ', 'a: [', 'a: { b: ', 'a:\n  - '),
        (signs, start) => {
          const end = start.endsWith('[') ? ']' : start.includes('{') ? ' }' : '';
          if (expectSame(`${start}${signs.join('')}${end}`)) read++;
        },
      ),
      { numRuns: 8000 },
    );
    expect(read).toBeGreaterThan(200);
  });

  test('and most records have one', () => {
    const folder = makeFolder();
    generateWorkspace(folder, 120, { faulty: false });
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
    const plain = files.filter((name) => {
      const [, header = ''] = /^---\n([\s\S]*?)\n---\n/.exec(readFileSync(`${folder}/${name}`, 'utf8')) ?? [];
      return expectSame(header);
    });
    expect(plain.length / files.length).toBeGreaterThan(0.9);
  });
});

test('a long run of spaces is left to the full parser, which reads it at once', () => {
  const start = `titre: a${' '.repeat(200_000)}b`;
  expect(scanPlainHeader(start)).toBeUndefined();
  expect(scanPlainHeader(`titre: a${' '.repeat(8)}b`)).toMatchObject({ value: { titre: `a${' '.repeat(8)}b` } });
});
