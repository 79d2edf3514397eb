import fc from 'fast-check';
import type { PhrasingContent, RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { formatRemark } from '../../src/importer/format-remark.ts';
import { readSource } from '../../src/importer/read-source.ts';
import { textOfDocument } from '../../src/importer/understand/understand.ts';
import { parseBody } from '../../src/record/body.ts';
import { indexLines } from '../../src/record/lines.ts';
import { lostWords, makeDocument, readWords, understandSource } from '../support/imports.ts';
import { inventedDocument, WRITERS, wordsOfInvented } from '../support/invented-document.ts';
import { lostWords as lostInReading } from '../support/source-markdown.ts';

/** What documents hold that is a label, a title or a value here and there, and signs that mean something to Markdown or to a record. */
const WORDS = [
  ...[
    'Thème',
    'Date :',
    'Participants',
    'Participants :',
    'Situation choisie',
    'Synthèse',
    'Notes internes',
    'Freins :',
  ],
  ...['Structure : Fiction (association)', 'Objectifs', '31 mai 2022', 'fin 2022', '4 professionnels 1 RU', '1er'],
  ...['Présents : Alix Fictive, Dr Noé Inventé', 'Mme Exemple', 'a@exemple.fr,', '06 12 34 56 78,', 'Nom', 'Prénom'],
  ...['Camille Exemple (médecin)', 'Coanimation', 'maximum huit interventions de deux heures', 'PRS 2018-2022'],
  ...[
    'À ce jour quatre réunions ont été effectuées.',
    'les projets tels que :',
    'Pour cela, des difficultés rencontrées.',
  ],
  ...[
    '#mot',
    '#?libre',
    '^p7',
    '<!--',
    '-->',
    '<!-- extrait -->',
    '---',
    '===',
    '```',
    '~~~',
    '# Titre',
    '> cité',
    '1. un',
  ],
  ...[
    '- item',
    '* étoile',
    '_a_',
    '**b**',
    '`c`',
    '<b>d</b>',
    '&amp;',
    '[e]: http://f',
    '[^1]',
    '| g | h |',
    '\\',
    '~x~',
  ],
  ...[
    '->',
    '=>',
    '→',
    '–',
    '•',
    '\t',
    '«',
    '»',
    'l’atelier',
    'oe',
    'participant.e.s',
    'A // B',
    'a\u00a0:',
    'mot',
    'Mot.',
  ],
];
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const phrasing = fc.oneof(
  { weight: 6, arbitrary: text.map((value): PhrasingContent => ({ type: 'text', value })) },
  { weight: 1, arbitrary: fc.constant<PhrasingContent>({ type: 'break' }) },
  {
    weight: 2,
    arbitrary: text.map((value): PhrasingContent => ({ type: 'strong', children: [{ type: 'text', value }] })),
  },
  {
    weight: 1,
    arbitrary: text.map((value): PhrasingContent => ({ type: 'emphasis', children: [{ type: 'text', value }] })),
  },
  { weight: 1, arbitrary: text.map((value): PhrasingContent => ({ type: 'inlineCode', value })) },
  {
    weight: 1,
    arbitrary: text.map(
      (value): PhrasingContent => ({ type: 'link', url: 'https://exemple.fr/a', children: [{ type: 'text', value }] }),
    ),
  },
);
const inline = fc.array(phrasing, { minLength: 1, maxLength: 4 });
const paragraph = inline.map((children): RootContent => ({ type: 'paragraph', children }));
const list = fc.tuple(fc.boolean(), fc.array(inline, { minLength: 1, maxLength: 3 }), fc.option(inline)).map(
  ([ordered, items, nested]): RootContent => ({
    type: 'list',
    ordered,
    children: items.map((children, index) => ({
      type: 'listItem',
      children: [
        { type: 'paragraph', children },
        ...(nested && index === 0
          ? [
              {
                type: 'list' as const,
                children: [{ type: 'listItem' as const, children: [{ type: 'paragraph' as const, children: nested }] }],
              },
            ]
          : []),
      ],
    })),
  }),
);
const table = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.array(inline, { minLength: 2, maxLength: 9 }))
  .map(([width, cells]): RootContent => {
    const rows = Array.from({ length: Math.ceil(cells.length / width) }, (_, row) =>
      cells.slice(row * width, (row + 1) * width),
    );
    return {
      type: 'table',
      children: rows.map((row) => ({
        type: 'tableRow',
        children: row.map((children) => ({ type: 'tableCell', children })),
      })),
    };
  });
const block = fc.oneof(
  { weight: 6, arbitrary: paragraph },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.integer({ min: 1, max: 4 }), inline).map(
      ([depth, children]): RootContent => ({
        type: 'heading',
        depth: depth as 1,
        children,
      }),
    ),
  },
  { weight: 2, arbitrary: list },
  { weight: 2, arbitrary: table },
  { weight: 1, arbitrary: paragraph.map((inner): RootContent => ({ type: 'blockquote', children: [inner as never] })) },
  { weight: 1, arbitrary: text.map((value): RootContent => ({ type: 'code', value })) },
  { weight: 1, arbitrary: text.map((value): RootContent => ({ type: 'html', value })) },
);
const document = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 9 }), fc.constantFrom('atelier', 'projet'))
  .map(([blocks, type]) => ({ source: makeDocument(...blocks), type }));

test('every word of a document is in the body of its record, in the remark at its end, or named as left out', () => {
  fc.assert(
    fc.property(document, ({ source, type }) => {
      const { body, served = [], leftOut = [] } = understandSource(source, type);
      const kept = [...served, readWords(body), ...leftOut.map(({ words }) => words)].join('\n');
      expect(lostWords(textOfDocument(source), kept)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('nothing of a document becomes a theme, a mark, a comment or a fault of the text', () => {
  fc.assert(
    fc.property(document, ({ source, type }) => {
      const { body, served } = understandSource(source, type);
      const whole = `${body}\n\n${formatRemark(served ?? [], '0123456789abcdef')}\n`;
      const read = parseBody('a.md', whole, { lines: indexLines(whole), specs: [] });
      expect(read.faults.map(({ message }) => message)).toEqual([]);
      const marks = read.body.passages.flatMap(({ themes, libres, refus }) => [...themes, ...libres, ...refus]);
      expect(marks).toEqual([]);
      expect(read.body.passages.filter(({ nom, extrait }) => nom !== undefined || extrait)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('the text of a passage is that of the document', () => {
  fc.assert(
    fc.property(text, (value) => {
      const source = makeDocument({ type: 'paragraph', children: [{ type: 'text', value: `Zut ${value} zut` }] });
      const whole = understandSource(source, 'projet').body;
      const { passages } = parseBody('a.md', whole, { lines: indexLines(whole), specs: [] }).body;
      const squeeze = (words: string) => words.replace(/\s+/g, ' ');
      if (!/[\t:@]|06 12/.test(value) && passages.length === 1)
        expect(squeeze(passages[0]?.text ?? '')).toBe(squeeze(`Zut ${value} zut`));
    }),
    { numRuns: 150 },
  );
});

describe('every word of a document is in what is read of it', () => {
  test.each(Object.entries(WRITERS))('%s', async (format, write) => {
    await fc.assert(
      fc.asyncProperty(inventedDocument, async (blocks) => {
        const read = await readSource(write(blocks), `essai.${format}`);
        expect(lostInReading(wordsOfInvented(blocks), read)).toEqual([]);
        // The net below the readers has nothing to catch.
        expect(read.warnings.filter((warning) => warning.startsWith('Ces mots n’ont pas trouvé'))).toEqual([]);
      }),
      { numRuns: format === 'txt' ? 200 : 60 },
    );
  });
});
