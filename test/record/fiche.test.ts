import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic, Position, Range } from '../../src/diagnostic.ts';
import { parseFiche } from '../../src/record/fiche.ts';
import type { Lines } from '../../src/record/lines.ts';
import { formatRange } from '../support/marked.ts';
import { schemas } from '../support/parse.ts';

/** Pieces that mean something to YAML, to Markdown or to cops, to be put together in any order. */
const PIECES = [
  ...['---', '---js', '...', 'type: atelier', 'type: projet', 'type: theme', 'type:', 'titre: a', 'titre: Un : deux'],
  ...[
    'date: 2022-03-14',
    'date: { date: 2022, texte: fin }',
    'date: [',
    'participants:',
    '  - { role: autre, effectif: 1 }',
  ],
  ...[
    'codage: { etat: complet',
    '__proto__: { a: b }',
    'constructor:',
    '? a',
    ': b',
    '- a',
    '  - ',
    '\t',
    '&a',
    '*a',
    '!!x',
  ],
  ...['"', "'", '[', ']', '{', '}', '|', '>', '%', '@', '`', '#', ' #mot', '#temps', '#?libre', '^p7', '->', '→', '=>'],
  ...[
    '## Synthèse',
    '### Notes internes',
    '# ',
    '===',
    '<!-- extrait -->',
    '<!-- pas #temps -->',
    '<!--',
    '-->',
    '<p>',
  ],
  ...[
    '| a | #b |',
    '|---|---|',
    '```',
    '    code',
    '> ',
    '1. ',
    '[a](b)',
    '![',
    '[^1]',
    '[^1]: a',
    '  \n',
    '\\',
    '&amp;',
  ],
  ...[
    'https://exemple.fr/#a',
    'a@b.fr',
    '06 12 34 56 78',
    'é👍',
    '\u00a0',
    '\u2028',
    '\u0000',
    '\ud800',
    '\ufeff',
    ' ',
  ],
];

const text = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'grapheme', maxLength: 8 })),
    {
      maxLength: 40,
    },
  )
  .chain((parts) =>
    fc
      .array(fc.constantFrom('\n', '\n', ' ', '', '\n\n'), { minLength: parts.length, maxLength: parts.length })
      .map((ends) => parts.map((part, index) => part + ends[index]).join('')),
  )
  .map((body) => body.replace(/\r\n?/g, '\n'));

const fiche = fc.tuple(text, text).map(([header, body]) => `---\ntype: atelier\n${header}\n---\n${body}`);
const file = fc.constantFrom(
  'records/ateliers/2022/a.md',
  'records/projets/b.md',
  'records/themes/c.md',
  'records/d.md',
);

describe('whatever the text', () => {
  test.each([
    ['any text', text],
    ['a header and a body', fiche],
  ])(
    '%s is read without a throw, and each fault lies inside the file',
    (_, arbitrary) => {
      fc.assert(
        fc.property(arbitrary, file, (written, path) => {
          const { faults, lines, fiche: found } = parseFiche(path, written, schemas);
          for (const fault of faults) expectInside(fault, lines);
          for (const passage of found?.body.passages ?? []) {
            if (passage.text === '') throw new Error('a passage without words');
            expectRange(passage.range, lines, passage.text);
            for (const { word, range } of [...passage.themes, ...passage.libres, ...passage.refus]) {
              const there = lines.lineAt(range.start.line).slice(range.start.column - 1, range.end.column - 1);
              if (![`#${word}`, `#?${word}`].includes(there)) throw new Error(`#${word} is placed at ${there}`);
            }
          }
        }),
        { numRuns: 1000 },
      );
    },
    60_000,
  );

  test('reading it twice gives the same', () => {
    fc.assert(
      fc.property(fiche, (written) => {
        const read = () => {
          const { faults, fiche: found } = parseFiche('records/ateliers/2022/a.md', written, schemas);
          return { faults, value: found?.header.value, body: found?.body };
        };
        expect(read()).toEqual(read());
      }),
      { numRuns: 200 },
    );
  });

  test('the prototype of objects is never changed', () => {
    parseFiche(
      'records/ateliers/a.md',
      '---\n__proto__: { pollué: oui }\nconstructor: { prototype: { pollué: oui } }\n---\n',
      schemas,
    );
    expect(({} as Record<string, unknown>).pollué).toBeUndefined();
  });
});

test('the type is what the header says, else what the folder says', () => {
  const typeOf = (path: string, header: string) => parseFiche(path, `---\n${header}\n---\n`, schemas).fiche?.type?.name;
  expect(typeOf('records/projets/a.md', 'type: atelier')).toBe('atelier');
  expect(typeOf('records/projets/a.md', 'titre: a')).toBe('projet');
  expect(typeOf('records/projets/a.md', 'type: atelié')).toBe('projet');
  expect(typeOf('records/a.md', 'titre: a')).toBeUndefined();
  expect(typeOf('records/a.md', 'type: constructor')).toBeUndefined();
});

test('its id is the name of its file, without its folder and « .md »', () => {
  expect(parseFiche('records/projets/un.projet.md', '---\ntype: projet\n---\n', schemas).fiche?.id).toBe('un.projet');
});

function expectInside({ code, message, range }: Diagnostic, lines: Lines): void {
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(code)) throw new Error(`the code ${code} is no slug`);
  if (/undefined|\[object|NaN/.test(message)) throw new Error(`${code} says: ${message}`);
  expectRange(range, lines, message);
}

/** Plain comparisons, for they are made a hundred thousand times. */
function expectRange({ start, end }: Range, lines: Lines, what: string): void {
  const isIn = ({ line, column }: Position) =>
    line >= 1 && line <= lines.count && column >= 1 && column <= lines.lineAt(line).length + 1;
  const isForward = end.line > start.line || (end.line === start.line && end.column >= start.column);
  if (!isIn(start) || !isIn(end) || !isForward) throw new Error(`${formatRange({ start, end })} is outside: ${what}`);
}
