import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Question } from '../../src/form/form-model.ts';
import { PLACEHOLDERS } from '../../src/form/form-words.ts';
import { readForm } from '../../src/form/read-form.ts';
import type { HeaderValue } from '../../src/record/header-value.ts';
import { withValueAt } from '../../src/record/header-value.ts';
import { parseMarkdown } from '../../src/record/markdown.ts';
import { plainText } from '../../src/record/nodes.ts';
import { escapeText, fillForm, paragraph, runs } from '../support/form-file.ts';
import { emptyForm, modelOf, questionsOf, valuesOf } from '../support/forms.ts';
import { hasOffice, saveAs } from '../support/office.ts';
import { typeInOffice } from '../support/office-typing.ts';
import { schemas } from '../support/parse.ts';

const TYPES = ['atelier', 'projet', 'prs', 'theme', 'contrat'];

/** An invented answer, as a person writes it, and what the header holds of it. */
function answerTo({ shape, choices }: Question, tag: string): [typed: string, value: HeaderValue] {
  const choice = choices.at(-1);
  if (choice) return [choice.label, choice.value];
  switch (shape.kind) {
    case 'date':
      return ['31 mai 2022', '2022-05-31'];
    case 'number':
      return ['007', '007'];
    case 'identifier':
      return ['mot-inventé', 'mot-inventé'];
    case 'list':
      return shape.item.shape.kind === 'text'
        ? [`Un premier, ${tag} ;\nl’été « là »`, [`Un premier, ${tag} ;`, 'l’été « là »']]
        : ['09, 2A', ['09', '2A']];
    default:
      return [
        `L’${tag} d'Éloïse : « œuvre » & <b> #dièse — 1,5 %`,
        `L’${tag} d'Éloïse : « œuvre » & <b> #dièse — 1,5 %`,
      ];
  }
}

/** A form with all that it asks filled in, and the header that it says. */
async function fillAll(name: string) {
  const typed: Record<string, string> = {};
  let expected = {};
  for (const [tag, question] of questionsOf(modelOf(name))) {
    const [words, value] = answerTo(question, tag);
    typed[tag] = words;
    const path = tag.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    expected = withValueAt(expected, path as [string, ...(string | number)[]], value);
  }
  return { bytes: fillForm(await emptyForm(name), typed), expected };
}

describe.each(TYPES)('a form of type %s', (name) => {
  test('left empty, gives nothing', async () => {
    const record = readForm(await emptyForm(name), schemas);
    expect(record).toMatchObject({ type: name, values: [], warnings: [] });
    expect(record?.body.replace(/^## .*$/gm, '').trim()).toBe('');
  });

  test('is the same bytes at each run, without a clock', async () => {
    const first = await emptyForm(name);
    expect(Buffer.compare(first, await emptyForm(name))).toBe(0);
  });

  test('filled in everywhere, gives each value back exactly', async () => {
    const { bytes, expected } = await fillAll(name);
    const record = readForm(bytes, schemas);
    expect(valuesOf(record)).toEqual(expected);
    expect(record?.warnings).toEqual([]);
  });

  if (!['atelier', 'projet'].includes(name)) return;
  test.skipIf(!hasOffice)(
    'saved by LibreOffice, gives the same',
    async () => {
      const { bytes, expected } = await fillAll(name);
      const record = readForm(saveAs('formulaire.docx', bytes, 'docx'), schemas);
      expect(valuesOf(record)).toEqual(expected);
      expect(record?.warnings).toEqual([]);
      const empty = readForm(saveAs('vide.docx', await emptyForm(name), 'docx'), schemas);
      expect(empty).toMatchObject({ values: [], warnings: [] });
      expect(empty?.body.replace(/^## .*$/gm, '').trim()).toBe('');
    },
    120_000,
  );
});

const BULLET = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>';
const BOLD = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">peu de temps</w:t></w:r>';
const TEXT =
  paragraph(runs('La consultation laisse ') + BOLD + runs(', dit le groupe.')) +
  paragraph(runs('Un constat inventé'), BULLET) +
  paragraph(runs('→ Une piste inventée'), BULLET) +
  paragraph(runs('-> Une autre piste')) +
  paragraph(runs('=> Une troisième')) +
  paragraph(runs('Ensemble'), '<w:pStyle w:val="Heading3"/>') +
  paragraph(runs('Deux lignes,\nun paragraphe.'));
const MARKDOWN = `La consultation laisse **peu de temps**, dit le groupe.

- Un constat inventé
- → Une piste inventée

-> Une autre piste

=> Une troisième

### Ensemble

Deux lignes,\\
un paragraphe.`;

describe('the text of a section', () => {
  test('keeps paragraphs, bullets, bold, headings, line ends and arrows', async () => {
    const bytes = fillForm(await emptyForm(), { 'texte/synthese': TEXT });
    expect(readForm(bytes, schemas)?.body).toBe(
      `## Situation choisie par le groupe\n\n## Synthèse coconstruite\n\n${MARKDOWN}\n`,
    );
  });

  test.skipIf(!hasOffice)(
    'is the same once LibreOffice has saved it',
    async () => {
      const bytes = saveAs('texte.docx', fillForm(await emptyForm(), { 'texte/synthese': TEXT }), 'docx');
      expect(readForm(bytes, schemas)?.body).toContain(`## Synthèse coconstruite\n\n${MARKDOWN}\n`);
    },
    120_000,
  );
});

test.skipIf(!hasOffice).each([true, false])(
  'typed in LibreOffice, where its places to write stay as they were around the words (selected first: %s)',
  async (replaces) => {
    const section = PLACEHOLDERS.section;
    const bytes = typeInOffice(await emptyForm(), [
      { at: PLACEHOLDERS.date, text: '14 mars 2024', replaces },
      { at: PLACEHOLDERS.text, text: 'Un titre tapé', replaces },
      { at: section, text: 'Une situation tapée.', replaces },
      { at: section, text: 'Un constat tapé.\n→ Une piste tapée.\n- Une puce tapée.', replaces },
    ]);
    const record = readForm(bytes, schemas);
    expect(valuesOf(record)).toEqual({ date: '2024-03-14', titre: 'Un titre tapé' });
    expect(record?.body).toBe(`## Situation choisie par le groupe

Une situation tapée.

## Synthèse coconstruite

Un constat tapé.

→ Une piste tapée.

- Une puce tapée.
`);
    expect(record?.warnings).toEqual([]);
  },
  120_000,
);

describe('whatever is typed', () => {
  let empty: Uint8Array;
  beforeAll(async () => {
    empty = await emptyForm();
  });
  const character = fc.constantFrom(...'aéœ0 9’"«»:;,#*_[]<>&\\`~^|-–→=!$%(){}.…/@\u00a0\u202f');
  const words = fc.string({ unit: character, minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== '');

  test('is the value, but for the spaces at its ends', () => {
    fc.assert(
      fc.property(words, fc.nat(99), (text, number) => {
        const bytes = fillForm(empty, { titre: text, 'participants.3.effectif': `0${number}` });
        expect(valuesOf(readForm(bytes, schemas))).toEqual({
          titre: text.trim(),
          participants: [{ effectif: `0${number}` }],
        });
      }),
      { numRuns: 40 },
    );
  });

  test('in a text, is read by whoever reads the record, and nothing of it is a mark', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (texts) => {
        const content = texts.map((text) =>
          paragraph(`<w:r><w:t xml:space="preserve">${escapeText(text)}</w:t></w:r>`),
        );
        const body = readForm(fillForm(empty, { 'texte/synthese': content.join('') }), schemas)?.body ?? '';
        const written = body.slice(body.indexOf('## Synthèse coconstruite') + '## Synthèse coconstruite'.length);
        const read = parseMarkdown(written).children.map((node) => plainText(node as never));
        const squeeze = (text: string) => text.replace(/\s+/g, '');
        const bullet = /^\s*[-–—•*·▪] +(?=\S)/;
        expect(squeeze(read.join(''))).toBe(squeeze(texts.map((text) => text.replace(bullet, '')).join('')));
      }),
      { numRuns: 150 },
    );
  });
});
