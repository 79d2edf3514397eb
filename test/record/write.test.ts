import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '../../src/record/front-matter.ts';
import { parseHeader } from '../../src/record/header.ts';
import { cleanText, type HeaderValues } from '../../src/record/header-value.ts';
import { formatFiche } from '../../src/record/write.ts';

const TEMPLATE = '---\n# Un mot.\ntype: essai\n# Le titre.\ntitre:\n# La liste.\nliste:\nreste: ici\n---\n\n## Texte\n';
const ORDER = ['type', 'titre', 'liste', 'ajout', 'reste'];

/** What a reader of fiches finds in the header of a text; fails on any fault. */
function readBack(text: string): Readonly<Record<string, unknown>> {
  const parts = splitFrontMatter('essai.md', text);
  if ('fault' in parts) throw new Error(parts.fault.message);
  const { header, faults } = parseHeader('essai.md', parts);
  expect(faults).toEqual([]);
  return header?.value ?? {};
}

function write(values: HeaderValues): string {
  return formatFiche(TEMPLATE, { values, order: ORDER });
}

const TRICKY = [
  'Atelier : le lien',
  'fin :',
  'a #b',
  '#b',
  'a # b',
  'a#b',
  "l'atelier",
  '"entre guillemets"',
  '« ici »',
  '- tiret',
  '-',
  '---',
  '...',
  '*gras*',
  '&ancre',
  '!important',
  '@nom',
  '%',
  '`code`',
  '|',
  '>',
  '?',
  '? question',
  ': x',
  ',',
  '[crochet',
  'crochet]',
  '{ a: b }',
  'a, b',
  'C:\\dossier\\n',
  'tab\tdedans',
  'deux\nlignes',
  ' bords ',
  'null',
  '~',
  'true',
  'True',
  'non',
  '09',
  '2022',
  '1.0',
  '1e3',
  '0x10',
  '.inf',
  '2022-05-31',
  '=',
  '<<',
  '🙂',
  '👩‍⚕️ soin',
  'e\u0301',
  'a\u00a0: b',
  '\u2028',
  "'",
  '"',
  '\\',
  'a "b" \'c\' \\d',
  '\uD800',
  '__proto__',
  'x: "y" # z',
];

describe('a value that is written reads back as the same text', () => {
  test.each(TRICKY.filter((text) => cleanText(text) !== ''))('%j', (text) => {
    const values = { titre: text, liste: [text, 'b'], ajout: { cle: text, liste: [{ a: text, b: 'c' }] } };
    const clean = cleanText(text);
    expect(readBack(write(values))).toEqual({
      type: 'essai',
      titre: clean,
      liste: [clean, 'b'],
      ajout: { cle: clean, liste: [{ a: clean, b: 'c' }] },
      reste: 'ici',
    });
  });

  test('whatever the text', () => {
    const word = fc.oneof(fc.constantFrom(...TRICKY), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    const sentence = fc
      .array(word, { minLength: 1, maxLength: 4 })
      .map((words) => cleanText(words.join(' ')))
      .filter((text) => text !== '');
    fc.assert(
      fc.property(sentence, sentence, (a, b) => {
        const values = { titre: a, liste: [{ cle: a, autre: b }], ajout: [a, b] };
        expect(readBack(write(values))).toEqual({ type: 'essai', reste: 'ici', ...values });
      }),
      { numRuns: 300 },
    );
  });
});

test('a template keeps its comments, loses the keys without a value and takes the others in their order', () => {
  expect(write({ titre: 'Un titre', ajout: 'plus' })).toBe(
    '---\n# Un mot.\ntype: essai\n# Le titre.\ntitre: Un titre\najout: plus\nreste: ici\n---\n\n## Texte\n',
  );
});

test('a list of small maps stands one a line, sentences one a line, and words on one line', () => {
  const text = write({
    titre: 'T',
    liste: [
      { role: 'professionnel', effectif: '4' },
      { role: 'autre', effectif: '1' },
    ],
    ajout: ['31', '34'],
    reste: ['une phrase', 'une autre'],
  });
  expect(text).toContain('liste:\n  - { role: professionnel, effectif: 4 }\n  - { role: autre, effectif: 1 }\n');
  expect(text).toContain('ajout: [ 31, 34 ]\n');
  expect(text).toContain('reste:\n  - une phrase\n  - une autre\n');
});

test('a map too long for a line has its keys one a line', () => {
  const long = 'mot '.repeat(30).trim();
  expect(write({ titre: 'T', ajout: { nom: long, role: 'autre' } })).toContain(
    `ajout:\n  nom: ${long}\n  role: autre\n`,
  );
});

test('a body given replaces the one of the template', () => {
  expect(formatFiche(TEMPLATE, { values: {}, order: ORDER, body: '\n\n    code\nfin\n\n' })).toMatch(
    /---\n\n {4}code\nfin\n$/,
  );
});

test('only a text that needs quotation marks has some', () => {
  const text = write({ titre: 'Atelier d’échanges : "le lien"', liste: 'Un texte simple (ou presque), c’est tout' });
  expect(text).toContain(`titre: 'Atelier d’échanges : "le lien"'`);
  expect(text).toContain('liste: Un texte simple (ou presque), c’est tout\n');
});

test('a template that does not read is the fault of the person who wrote it', () => {
  expect(() => formatFiche('type: essai\n', { values: { type: 'essai' }, order: [] })).toThrow(
    /Le gabarit « templates\/essai\.md » ne se lit pas/,
  );
  expect(() => formatFiche('---\ntype: [\n---\n', { values: { type: 'essai' }, order: [] })).toThrow(
    /Le gabarit « templates\/essai\.md » ne se lit pas/,
  );
});
