import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zlibSync } from 'fflate';
import { expect, test } from 'vitest';
import { readSource } from '../../src/importer/read-source.ts';
import { UsageError } from '../../src/usage-error.ts';
import { hasPdfTools } from '../support/pdf-file.ts';
import { breakLines, LETTER, type MadePage, makePdf, type PlacedWords } from '../support/pdf-maker.ts';
import { readAsMarkdown } from '../support/source-markdown.ts';

const read = (...pages: MadePage[]) => readAsMarkdown(makePdf(pages), 'essai.pdf');

/** Lines below each other. */
function column(lines: readonly string[], { x = 70, y = 700, size = 12, leading = 14 } = {}): PlacedWords[] {
  return lines.map((text, index) => ({ text, x, y: y - index * leading, size }));
}

const PROSE =
  'Le groupe a parlé du temps de consultation, qui manque à tous, et de ce que chacun pourrait préparer avant de venir. Plusieurs ont dit que les associations aident déjà à poser les questions.';

test('lines become paragraphs, larger letters headings, bold lines stay bold lines', async () => {
  const { text, warnings } = await read({
    words: [
      { text: 'Atelier inventé', x: 70, y: 780, size: 20 },
      { text: 'Enjeux', x: 70, y: 750, bold: true },
      ...column(breakLines(PROSE, 60), { y: 730 }),
      ...column(breakLines(`${PROSE} Fin.`, 60), { y: 640 }),
    ],
  });
  expect(text.split('\n\n')).toEqual(['# Atelier inventé', '**Enjeux**', PROSE, `${PROSE} Fin.`]);
  expect(warnings).toEqual([]);
});

test('a line that ends early ends its paragraph, even without more space below', async () => {
  const { text } = await read({
    words: column([...breakLines(PROSE, 60), '-> Une piste', 'Évolution lente', 'Une autre ligne']),
  });
  expect(text.split('\n\n')).toEqual([PROSE, '-> Une piste', 'Évolution lente', 'Une autre ligne']);
});

test('marks of pages are left out and said, and a paragraph goes on over the end of a page', async () => {
  const lines = breakLines(`${PROSE} ${PROSE}`, 60);
  const page = (number: number, own: readonly string[]): MadePage => ({
    words: [
      { text: 'Centre inventé', x: 70, y: 810, size: 9 },
      { text: `Page ${number} sur 2`, x: 250, y: 30, size: 9 },
      ...column(own),
    ],
  });
  const { text, warnings } = await read(page(1, lines.slice(0, 3)), page(2, lines.slice(3)));
  expect(text).toBe(`${PROSE} ${PROSE}`);
  expect(warnings).toEqual([
    'En-têtes, pieds et numéros de page laissés de côté : « Centre inventé », « Page 1 sur 2 », « Page 2 sur 2 ».',
  ]);
});

test('words cut at the end of a line are put together and said; hyphens of words stay', async () => {
  const { text, warnings } = await read({
    words: column([
      'Le partenariat demande que chacun connaisse le parte-',
      'nariat et les usages, et que la co-construction avec',
      'Onco-Occitanie reste ouverte aux patients de la co-',
      'construction et du dispositif de santé nommé ici Onco-',
      'Occitanie, comme les sages-femmes et les associa-',
      'tions.',
    ]),
  });
  expect(text).toBe(
    'Le partenariat demande que chacun connaisse le partenariat et les usages, et que la co-construction avec Onco-Occitanie reste ouverte aux patients de la co-construction et du dispositif de santé nommé ici Onco-Occitanie, comme les sages-femmes et les associations.',
  );
  expect(warnings).toEqual(['2 mots coupés en fin de ligne ont été recollés : « parte-nariat », « associa-tions ».']);
});

test('a table is told by its lines: cells in the middle, cells of several paragraphs, merged cells', async () => {
  const [left, middle, right, top, head, low, bottom] = [70, 250, 450, 700, 670, 640, 560];
  const { text, warnings } = await read({
    rules: [
      ...[top, head, low, bottom].map((y): [number, number, number, number] => [left, y, right, y]),
      [left, bottom, left, top],
      [right, bottom, right, top],
      [middle, bottom, middle, head],
    ],
    words: [
      { text: 'Avant le tableau.', x: 70, y: 720 },
      { text: 'Informations', x: 200, y: 680 },
      { text: 'Thème', x: 140, y: 650 },
      { text: 'Participants', x: 300, y: 650 },
      ...column(['Le partenariat en santé', 'dans les soins'], { x: 75, y: 605 }),
      ...column(['4 professionnels du', 'système de santé'], { x: 255, y: 625 }),
      ...column(['3 patients'], { x: 255, y: 585 }),
      { text: 'Après le tableau.', x: 70, y: 530 },
    ],
  });
  expect(text).toBe(
    'Avant le tableau.\n\n| Informations | |\n| - | - |\n| Thème | Participants |\n| Le partenariat en santé dans les soins | 4 professionnels du système de santé / 3 patients |\n\nAprès le tableau.',
  );
  expect(warnings).toEqual([
    '1 tableau a été reconstruit d’après ses traits : vérifiez-le.',
    '1 cellule fusionnée a été dédoublée : le texte est dans la première, les autres sont vides.',
  ]);
});

test('a table without lines is told by the place of words', async () => {
  const rows = [
    ['Rôle', 'Effectif', 'Précision'],
    ['professionnels', '4', 'dont deux médecins'],
    ['patients', '3', 'ressources'],
  ];
  const words = rows.flatMap((cells, row) =>
    cells.map((text, index) => ({ text, x: 70 + index * 160, y: 650 - row * 22 })),
  );
  const { text, warnings } = await read({ words: [...column([PROSE.slice(0, 60)]), ...words] });
  expect(text).toBe(
    `${PROSE.slice(0, 60).trim()}\n\n| Rôle | Effectif | Précision |\n| - | - | - |\n| professionnels | 4 | dont deux médecins |\n| patients | 3 | ressources |`,
  );
  expect(warnings).toEqual(['1 tableau sans traits a été reconstruit d’après la place des mots : vérifiez-le.']);
});

test('two columns of text are read one after the other', async () => {
  const [one, other] = [breakLines(`${PROSE} ${PROSE}`, 30), breakLines(PROSE.toUpperCase() + PROSE, 30)];
  const { text } = await read({
    words: [
      { text: 'Atelier inventé', x: 70, y: 780, size: 20 },
      ...column(one, { x: 60, y: 740 }),
      ...column(other, { x: 60 + 34 * 12 * LETTER, y: 740 }),
    ],
  });
  expect(text.split('\n\n')).toEqual(['# Atelier inventé', `${PROSE} ${PROSE}`, PROSE.toUpperCase() + PROSE]);
});

test('bullets are a list, and a number above a line calls a note', async () => {
  const { text } = await read({
    words: [
      { text: '•', x: 80, y: 700 },
      { text: 'un mot', x: 100, y: 700 },
      { text: '2', x: 100 + 6 * 12 * LETTER, y: 704, size: 7 },
      { text: '•', x: 80, y: 686 },
      { text: 'un autre', x: 100, y: 686 },
    ],
  });
  expect(text).toBe('- un mot\u00a0\\[2]\n- un autre');
});

test('pictures are counted with their page; one without words is named', async () => {
  const { warnings } = await read({ words: column(['Des mots.']), image: true }, { image: true });
  expect(warnings).toEqual(['1 image n’a pas été reprise, page 1.', 'Aucun mot n’a été lu page 2 : c’est une image.']);
});

const pdf = makePdf([{ words: column(['Bonjour']) }]);

test.each([
  [
    'of pictures alone',
    makePdf([{ image: true }, { image: true }]),
    /^Ce PDF ne contient que des images \(un document numérisé/,
  ],
  ['without anything', makePdf([{}]), /^Ce PDF ne contient aucun mot/],
  ['cut in two', pdf.subarray(0, 300), /^Ce PDF est abîmé|aucun mot/],
  ['of its first line alone', pdf.subarray(0, 9), /^Ce PDF est abîmé/],
  ['of too many pages', makePdf(Array.from({ length: 501 }, () => ({}))), /^Ce PDF a 501 pages, pour 500 au plus/],
])('a PDF %s is refused by a sentence', async (_, bytes, sentence) => {
  const fault = await readSource(bytes, 'essai.pdf').catch((error) => error);
  expect(fault).toBeInstanceOf(UsageError);
  expect(fault.message).toMatch(sentence);
});

test('a PDF that would fill the memory is refused before it is unpacked', async () => {
  const once = zlibSync(new Uint8Array(60 * 1024 * 1024), { level: 9 });
  const twice = zlibSync(once, { level: 9 });
  for (const [filter, data] of [
    ['/FlateDecode', once],
    ['[/FlateDecode /FlateDecode]', twice],
  ] as const) {
    const head = Buffer.from(`%PDF-1.4\n4 0 obj\n<< /Length ${data.length} /Filter ${filter} >>\nstream\n`);
    const fault = await readSource(Buffer.concat([head, data, Buffer.from('\nendstream endobj')]), 'bombe.pdf').catch(
      (error) => error,
    );
    expect(fault.message).toMatch(/^Ce PDF ne peut pas être ouvert sans risque/);
  }
});

test.skipIf(!hasPdfTools)('a password is said; a PDF that anyone may open is read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cops-pdf-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), pdf);
    const encrypt = (user: string) => {
      spawnSync('/usr/bin/qpdf', [
        '--encrypt',
        user,
        'proprietaire',
        '256',
        '--',
        join(folder, 'a.pdf'),
        join(folder, 'b.pdf'),
      ]);
      return readFileSync(join(folder, 'b.pdf'));
    };
    await expect(readSource(encrypt('secret'), 'b.pdf')).rejects.toThrow(/^Ce PDF est protégé par un mot de passe/);
    expect((await readAsMarkdown(encrypt(''), 'b.pdf')).text).toBe('Bonjour');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
