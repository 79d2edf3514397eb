import { describe, expect, test } from 'vitest';
import { readSource } from '../../src/importer/read-source.ts';
import { UsageError } from '../../src/usage-error.ts';
import { readAsMarkdown } from '../support/source-markdown.ts';

const read = (text: string, name = 'essai.txt') => readAsMarkdown(text, name);
const bytesOf = (text: string, encoding: BufferEncoding) => Uint8Array.from(Buffer.from(text, encoding));

test('lines are paragraphs; a sentence that a line end cuts is put together', async () => {
  const { text } = await read(
    'Atelier inventé\nQuelques difficultés telles\nque la rémunération.\n\n-> Une piste\n-> Une autre\nDernière ligne',
  );
  expect(text.split('\n\n')).toEqual([
    'Atelier inventé',
    'Quelques difficultés telles que la rémunération.',
    '-> Une piste',
    '-> Une autre',
    'Dernière ligne',
  ]);
});

test('lines cut at one width are one paragraph', async () => {
  const wrapped =
    'Le temps de consultation manque, disent les participants de cet atelier\ninventé. Il faudrait que chacun puisse préparer ce qu’il veut demander\nau médecin.';
  expect((await read(wrapped)).text).toBe(wrapped.replaceAll('\n', ' '));
});

test('bullets are a list, numbers are one beside their neighbours; what looks like Markdown is text', async () => {
  const { text } = await read(
    '– un,\n– deux.\n\n1) premier\n2) deuxième\n\n3. Situation\nDu *texte* et # un dièse\n# dièse',
  );
  expect(text).toBe(
    '- un,\n- deux.\n\n1. premier\n2. deuxième\n\n3\\. Situation\n\nDu \\*texte\\* et # un dièse\n\n\\# dièse',
  );
});

test('rows flattened by tabs keep them', async () => {
  const { text } = await read('Thème\tParticipants\nLe partenariat\t4 professionnels 3 patients');
  expect(text).toBe('Thème\tParticipants\n\nLe partenariat\t4 professionnels 3 patients');
});

test.each([
  ['UTF-8 with a mark', bytesOf('\ufeffL’été à Sète', 'utf8'), []],
  [
    'UTF-16',
    bytesOf('\ufeffL’été à Sète', 'utf16le'),
    ['Ce texte est enregistré en UTF-16 : il a été lu ainsi, vérifiez-en les accents.'],
  ],
  [
    'UTF-16 without a mark',
    bytesOf('L’été à Sète', 'utf16le'),
    ['Ce texte est enregistré en UTF-16 : il a été lu ainsi, vérifiez-en les accents.'],
  ],
  [
    'Windows-1252',
    bytesOf('L\x92été à Sète', 'latin1'),
    ['Ce texte est enregistré en Windows-1252 (« ANSI ») : il a été lu ainsi, vérifiez-en les accents.'],
  ],
])('%s is read', async (_, bytes, warnings) => {
  expect(await readAsMarkdown(bytes, 'essai.txt')).toEqual({ text: 'L’été à Sète', warnings });
});

test('a decomposed accent is one letter; what shows nothing is left out', async () => {
  expect((await read('e\u0301te\u0301 \u200bproche\u00adaidant \ufb01n')).text).toBe('été procheaidant fin');
});

test('Markdown is read as it is, its header set apart', async () => {
  const { tree, header } = await readSource(
    Buffer.from('---\ntitre: Essai\n---\n\n## Situation\n\n- → Une *piste* #theme <!-- extrait -->\n'),
    'a.md',
  );
  expect(header).toBe('titre: Essai');
  expect(tree.children.map(({ type }) => type)).toEqual(['heading', 'list']);
  expect(JSON.stringify(tree)).not.toContain('position');
});

test('a header that never closes stays in the text', async () => {
  const { tree, header } = await readSource(Buffer.from('---\ntitre: Essai\n\nDu texte.\n'), 'a.md');
  expect(header).toBeUndefined();
  expect(JSON.stringify(tree)).toContain('titre: Essai');
});

test.each([
  ['a heading', '# Titre\n\nDu *texte*', '# Titre\n\nDu *texte*'],
  ['a bold line', '**Situation**\n\nTexte', '**Situation**\n\nTexte'],
  ['nothing of Markdown', 'Du *texte*', 'Du \\*texte\\*'],
  ['a page', '<!doctype html><p>Du <b>texte</b></p>', 'Du **texte**'],
])('pasted text with %s is told by what it holds', async (_, pasted, expected) => {
  expect((await readAsMarkdown(pasted, '-')).text).toBe(expected);
});

test.each([
  ['nothing', '', /^Ce document est vide/],
  ['blanks', ' \n\t\n', /^Aucun mot n’a été trouvé/],
  ['five million signs', 'mot '.repeat(1_300_000), /^Ce texte est trop long/],
])('a text of %s is refused', async (_, text, sentence) => {
  const fault = await readSource(Buffer.from(text), 'essai.txt').catch((error) => error);
  expect(fault).toBeInstanceOf(UsageError);
  expect(fault.message).toMatch(sentence);
});

describe('what is no report', () => {
  const read = (text: string, name = 'essai.txt') => readSource(new TextEncoder().encode(text), name);

  test.each([
    [
      'too many paragraphs',
      'Une ligne.\n'.repeat(10_001),
      /^Ce document est trop long pour être un compte rendu \(10001 paragraphes/,
    ],
    [
      'too many cells',
      'un\tdeux\n'.repeat(5001),
      /^Les tableaux de ce document ont trop de cellules pour une fiche \(10002 cellules/,
    ],
    [
      'a paragraph without an end',
      'mot '.repeat(25_001),
      /^Le paragraphe qui commence par « mot mot mot .* a plus de 100000 signes/,
    ],
    [
      'a paragraph of signs',
      'un *mot* '.repeat(751),
      /^Le paragraphe qui commence par « un \*mot\* .* porte plus de 1500 signes/,
    ],
    [
      'a long text',
      'Une ligne.\n'.repeat(100_000),
      /^Ce texte est trop long pour être un compte rendu \(2 Mo, pour 1 au plus\)/,
    ],
  ])('%s is refused by a true sentence', async (_, text, sentence) => {
    await expect(read(text)).rejects.toThrow(sentence);
  });

  test.each([
    ['quotations by thousands', '>'.repeat(200_000), /^Ce texte emboîte trop de listes/],
    ['emphases by thousands', '*a* '.repeat(751), /^Un passage de ce texte .* porte plus de 1500 signes/],
  ])('%s in Markdown are refused before they are parsed', async (_, text, sentence) => {
    await expect(read(text, 'essai.md')).rejects.toThrow(sentence);
  });
});
