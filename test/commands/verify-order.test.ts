import { describe, expect, test } from 'vitest';
import { runCops } from '../support/run-cops.ts';
import { change, makeSummary } from '../support/summary-file.ts';

describe('what stands elsewhere than it would be printed', () => {
  test.each([
    [
      'md',
      /#### (Mobilisation des usagers)\n([\s\S]*?)#### (Postures et culture du partenariat)\n/,
      '#### $3\n$2#### $1\n',
    ],
    [
      'html',
      /(?<=<h4 [^>]*>)(Mobilisation des usagers)(<\/h4>[\s\S]*?<h4 [^>]*>)(Postures et culture du partenariat)/,
      '$3$2$1',
    ],
    [
      'docx',
      /(?<="Heading3"\/>(?:(?!<w:t).)*<w:t [^>]*>)(Mobilisation des usagers)(<.*?"Heading3"\/>(?:(?!<w:t).)*<w:t [^>]*>)(Postures et culture du partenariat)/,
      '$3$2$1',
    ],
  ] as const)('figures under headings that were swapped, in %s', async (format, from, to) => {
    const { root, path } = await makeSummary(format);
    change(path, from, to);
    const { code, stdout } = await runCops(['verify', path], { cwd: root });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      / {2}- Mobilisation des usagers : constats \(themes\.mobilisation-des-usagers\.constats\) : le chiffre n’est sous son titre que \d fois sur \d\n/,
    );
    expect(stdout).toMatch(/Textes déplacés à la main, acceptés\n {2}- «/);
    expect(stdout).not.toContain('ceux que cops écrirait');
  });

  test('a heading of one’s own above figures', async () => {
    const { root, path } = await makeSummary('md');
    change(path, /(#### Mobilisation des usagers\n)/, '$1\n##### Soins palliatifs\n');
    const { code, stdout } = await runCops(['verify', path], { cwd: root });
    expect([code, stdout]).toEqual([1, expect.stringContaining('le chiffre n’est sous son titre')]);
  });

  test('a paragraph that was moved within its part is accepted and listed', async () => {
    const { root, path } = await makeSummary('md');
    change(path, /(\n- Les ateliers ne sont ni un échantillon.*)(\n- .*)/, '$2$1');
    const { code, stdout } = await runCops(['verify', path], { cwd: root });
    expect(code).toBe(0);
    expect(stdout).toMatch(/Textes déplacés à la main, acceptés\n {2}- «.*\nCe document tient\.\n$/);
    expect(stdout).not.toContain('ceux que cops écrirait');
  });
});

test.each([
  ['style', /<\/head>/, '<style>data::after { content: "0" }</style></head>', 'le style'],
  ['a style on a figure', /(<data )/, '$1style="font-size: 0" ', 'le style'],
  ['script', /<\/body>/, '<script>document.title = "x"</script></body>', 'un script'],
  ['a handler', /(<main )/, '$1onclick="this.remove()" ', 'un script'],
  ['value', /(?<=<data value=")\d+/, '99', 'la valeur d’une balise'],
  ['an image', /<main /, '<img src="x.png" alt="9 ateliers"><main ', 'une image'],
  ['the foot', /(?<=<footer><p>)/, 'Certifié par le ministère. ', 'le pied de page'],
  ['the contents', /(?<=<nav [^>]*>)/, '<p>99 ateliers</p>', 'le sommaire'],
])('a page with %s that cops does not write: nobody can tell', async (_, from, to, named) => {
  const { root, path } = await makeSummary('html');
  change(path, from, to);
  const { code, stdout } = await runCops(['verify', path], { cwd: root });
  expect(code).toBe(1);
  expect(stdout).toContain(`et peut changer ce que l’on y lit\n  - ${named}`);
  expect(stdout).toMatch(/\nOn ne peut pas dire si ce document tient\.\n$/);
  expect(stdout).not.toContain('ceux que cops écrirait');
});

describe('in Word', () => {
  test('a sign of a font of signs is read', async () => {
    const { root, path } = await makeSummary('docx');
    change(path, /(?=<w:t [^>]*>7 ateliers sur 8<)/, '<w:sym w:font="Symbol" w:char="F039"/>');
    const { code, stdout } = await runCops(['verify', path], { cwd: root });
    expect([code, stdout]).toEqual([
      1,
      expect.stringContaining('(activite.ateliers-lus) : 7 était écrit, 97 est imprimé'),
    ]);
  });

  test('a line of the contents that is no heading is a text', async () => {
    const { root, path } = await makeSummary('docx');
    change(path, /(<w:sdtContent>)/, '$1<w:p><w:r><w:t>99 ateliers en tout</w:t></w:r></w:p>');
    const { code, stdout } = await runCops(['verify', path], { cwd: root });
    expect([code, stdout]).toEqual([0, expect.stringContaining('à la main, acceptés\n  - « 99 ateliers en tout »\n')]);
  });
});

describe('in JSON', () => {
  test('a key that was added to a figure is listed', async () => {
    const { root, path } = await makeSummary('json');
    change(path, /("id": "activite\.ateliers-lus",)/, '$1 "unit": "%",');
    const { code, stdout } = await runCops(['verify', path], { cwd: root });
    expect([code, stdout]).toEqual([0, expect.stringContaining('  - « activite.ateliers-lus.unit : "%" »\n')]);
  });

  test('a number that became a text is a change', async () => {
    const { root, path } = await makeSummary('json');
    change(path, /(?<="id": "activite\.ateliers-lus",\s*"value": )7/, '"7"');
    const { code, stdout } = await runCops(['verify', path], { cwd: root });
    expect([code, stdout]).toEqual([1, expect.stringContaining('« 7 sur 8 » était écrit, « "7" sur 8 » est imprimé')]);
  });
});

describe('a document that would harm its reader', () => {
  test.each([
    ['quotations', 'md', /\n## Activité\n/, `\n${'> '.repeat(20_000)}x\n`],
    ['emphasis', 'md', /\n## Activité\n/, `\n${'*a_ '.repeat(40_000)}\n`],
    ['lists', 'md', /\n## Activité\n/, `\n${' '.repeat(400)}- x\n`],
    ['elements', 'html', /(?=<main )/, '<div>'.repeat(20_000)],
    ['paragraphs', 'docx', /(?<=<w:body>)/, '<w:p>'.repeat(30_000) + '</w:p>'.repeat(30_000)],
    ['lists', 'json', /(?="criteria": )/, `"x": ${'['.repeat(20_000)}${']'.repeat(20_000)}, `],
  ] as const)('%s too nested, in %s', async (_, format, from, to) => {
    const { root, path } = await makeSummary(format);
    change(path, from, to);
    const { code, stdout, stderr } = await runCops(['verify', path], { cwd: root });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^cops : Ce document emboîte trop d’éléments/);
  });

  test('comments that are never closed are read as words', async () => {
    const { root, path } = await makeSummary('md');
    change(path, /\n## Activité\n/, `\n${'<!-- x\n\n'.repeat(45_000)}## Activité\n`);
    expect((await runCops(['verify', path], { cwd: root })).code).toBe(1);
  });

  test.each([
    ['a version', /(?<="cops":")/, '0.2.0.\\n501 chiffres imprimés sont ceux.\\nCe document tient.\\u001b[8m'],
    ['a PRS', /(?<="prs":")/, '\\u001b[8m'],
    ['a path', /(?<="fiches":\{")/, '\\u202e'],
  ])('%s that steers the terminal is no provenance', async (_, from, to) => {
    const { root, path } = await makeSummary('md');
    change(path, from, to);
    const { code, stdout, stderr } = await runCops(['verify', path], { cwd: root });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('ne dit pas d’où il vient');
    expect(stderr).not.toContain('\u001b');
  });
});
