import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ReportFormat } from '../../src/commands/print-synthese.ts';
import { runCops, writeFiles } from '../support/run-cops.ts';
import { change, makeSummary, PRINTED_FIGURES } from '../support/summary-file.ts';

/** What is said of a summary whose text was changed. */
async function verifyChanged(format: ReportFormat, ...changes: [from: RegExp, to: string][]) {
  const { root, path } = await makeSummary(format);
  for (const [from, to] of changes) change(path, from, to);
  return runCops(['verify', path], { cwd: root });
}

/** The first place where it is printed. */
const LUS = '(?<=\\[)7 ateliers sur 8(?=\\]\\(#preuve-activite-ateliers-lus\\))';

describe('figures retyped in Markdown', () => {
  test.each([
    [LUS, 'les 7 ateliers sur 8', '« 7 ateliers sur 8 » était écrit, « les 7 ateliers sur 8 » est imprimé'],
    [LUS, '2 des 7 ateliers', '7 était écrit, 2 est imprimé, dans « 2 des 7 ateliers »'],
    [LUS, '7 à 9 ateliers', '« 7 ateliers sur 8 » était écrit, « 7 à 9 ateliers » est imprimé'],
    [LUS, '7 ateliers', '« 7 ateliers sur 8 » était écrit, « 7 ateliers » est imprimé'],
    [LUS, '7 projets sur 8', '« 7 ateliers sur 8 » était écrit, « 7 projets sur 8 » est imprimé'],
    [LUS, '7 000 ateliers sur 8', '7 était écrit, 7000 est imprimé'],
    [LUS, 'sept ateliers', '7 était écrit, plus aucun nombre n’est imprimé, dans « sept ateliers »'],
    [LUS, '—', '7 était écrit, plus aucun nombre n’est imprimé, dans « — »'],
    [LUS, 'non disponible', '7 était écrit, plus aucun nombre n’est imprimé, dans « non disponible »'],
    ['(?<=\\[)-2(?=\\]\\(#preuve-contrats-agence-imaginaire-2022-1-ecart\\))', '2', '-2 était écrit, 2 est imprimé'],
    ['(?<=\\[)12,5(?=\\])', '12', '12,5 était écrit, 12 est imprimé'],
    ['(?<=\\[)12,5(?=\\])', '125', '12,5 était écrit, 125 est imprimé'],
  ])('%s → « %s »', async (from, to, said) => {
    const { code, stdout } = await verifyChanged('md', [new RegExp(from), to]);
    expect(code).toBe(1);
    expect(stdout).toContain(`\n${PRINTED_FIGURES - 1} chiffres imprimés`);
    expect(stdout).toContain(`) : ${said}\n`);
    expect(stdout).not.toContain('Textes');
  });

  test('what only a typographer sees is no change', async () => {
    const { code, stdout } = await verifyChanged(
      'md',
      [new RegExp(LUS), '7\u202fateliers\u00a0sur 8'],
      [/(?<=\[)-2(?=\]\(#preuve-contrats)/, '\u22122'],
      [/(?<=\[)12,5(?=\])/, '12.5'],
    );
    expect([code, stdout]).toEqual([0, expect.stringContaining(`\n${PRINTED_FIGURES} chiffres`)]);
  });

  test('the same figure with two values is named, though one of them is right', async () => {
    const { code, stdout } = await verifyChanged('md', [
      /\n## Activité\n/,
      '\nSoit [9 ateliers](#preuve-activite-ateliers).\n\n## Activité\n',
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain('(activite.ateliers) : 8 était écrit, 9 est imprimé');
  });

  test('a figure quoted once more in one’s own words is one more figure', async () => {
    const { code, stdout } = await verifyChanged('md', [
      /\n## Activité\n/,
      '\nEncore [8 ateliers](#preuve-activite-ateliers).\n\n## Activité\n',
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain(`\n${PRINTED_FIGURES + 1} chiffres`);
    expect(stdout).toContain('acceptés\n  - « Encore 8 ateliers. »\n');
  });
});

describe('figures that are marked no more', () => {
  test.each([
    ['md', /\[([^\]]*)\]\(#preuve-[^)]*\)/g, '$1'],
    ['html', /<data [^>]*>(.*?)<\/data>/g, '$1'],
    ['docx', /<w:hyperlink [^>]*w:anchor="preuve_\d+"[^>]*>(.*?)<\/w:hyperlink>/g, '$1'],
    ['json', /"figures": \[/g, '"autres": ['],
  ] as const)('all of them, in %s', async (format, from, to) => {
    const { code, stdout } = await verifyChanged(format, [from, to]);
    expect(code).toBe(1);
    expect(stdout).toContain('0 chiffre imprimé');
    expect(stdout).toMatch(
      /\nOn ne peut rien dire de ces chiffres\n(?: {2}- .* : le chiffre n’y est plus marqué\n){20}/,
    );
    expect(stdout).toMatch(/ {2}- et \d+ autres\n/);
    expect(stdout).toMatch(/\nCe document ne tient plus\.\n$/);
  });

  test('one of two', async () => {
    const { code, stdout } = await verifyChanged('md', [
      /\[(7 ateliers sur 8)\]\(#preuve-activite-ateliers-lus\)/,
      '$1',
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain('(activite.ateliers-lus) : le chiffre n’y est plus marqué que 1 fois sur 2\n');
  });

  test('one that leads to another figure of the same value', async () => {
    const { code, stdout } = await verifyChanged('md', [
      /\[5 constats\]\(#preuve-themes-postures-et-culture-constats\)/,
      '[5 constats](#preuve-themes-temps-de-consultation-constats)',
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain(
      '(themes.postures-et-culture.constats) : le chiffre n’y est plus marqué que 1 fois sur 2\n',
    );
  });

  test('where records changed since, once is enough, and none is still too few', async () => {
    const { root, path } = await makeSummary('md');
    const file = 'records/ateliers/2018/2018-10-09-annonce-diabete.md';
    const text = readFileSync(join(root, file), 'utf8');
    writeFiles(root, { [file]: text.replace(/ #temps-de-consultation/g, '') });
    change(path, /\[(7 ateliers sur 8)\]\(#preuve-activite-ateliers-lus\)/, '$1');
    expect((await runCops(['verify', path], { cwd: root })).stdout).not.toContain('On ne peut rien dire');
    change(path, /\[7 sur 8\]\(#preuve-activite-ateliers-lus\)/, '7 sur 8');
    expect((await runCops(['verify', path], { cwd: root })).stdout).toContain(
      'On ne peut rien dire de ces chiffres\n  - ateliers lus en entier (activite.ateliers-lus) : le chiffre n’y est plus marqué\n',
    );
  });

  test('one that the page says to be another than where it leads', async () => {
    const { code, stdout } = await verifyChanged('html', [
      /data-figure="activite\.ateliers-lus"/,
      'data-figure="activite.ateliers"',
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain('(activite.ateliers-lus) : le chiffre n’y est plus marqué que 1 fois sur 2\n');
  });
});

describe('the provenance', () => {
  const RETYPED: [RegExp, string][] = [
    [/(?<="activite\.ateliers-lus":)7/, '9'],
    [/\[7( ateliers)? sur 8\]\(#preuve-activite-ateliers-lus\)/g, '[9$1 sur 8](#preuve-activite-ateliers-lus)'],
  ];

  test('changed with what is printed does not fit the records', async () => {
    const { code, stdout } = await verifyChanged('md', ...RETYPED);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /La provenance ne correspond pas aux fiches, dont aucune .* une fiche interne, .*\n {2}- ateliers lus en entier \(activite\.ateliers-lus\) : 9 alors, 7 maintenant\n/,
    );
    expect(stdout).not.toContain('Changés depuis');
    expect(stdout).not.toContain('Changés à la main');
  });

  test('that knows a figure no more leaves it unknown', async () => {
    const { code, stdout } = await verifyChanged('html', [/"activite\.ateliers-lus":7,/, '']);
    expect(code).toBe(1);
    expect(stdout).toContain('(activite.ateliers-lus) : la provenance du document ne le connaît pas\n');
  });

  test('of another version of cops is said', async () => {
    const { code, stdout } = await verifyChanged('md', [/(?<="cops":")[\d.]+/, '0.1.0']);
    expect(code).toBe(0);
    expect(stdout).toContain('écrite avec cops 0.1.0.');
    expect(stdout).toContain('la version de cops a changé');
  });

  test('with values of another type is none', async () => {
    const { code, stderr } = await verifyChanged('md', [/(?<="prs":)"2018-2022"/, '2018']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('ne dit pas d’où il vient')]);
  });
});

describe('texts changed by hand', () => {
  test.each([
    ['md', /interventions\) sur 8 au plus/, 'interventions) sur 9 au plus'],
    ['html', /(5 interventions<\/data>.*?) sur 8 au plus/, '$1 sur 9 au plus'],
    ['docx', /(?<=>) sur 8 au plus\.(?=<)/, ' sur 9 au plus.'],
  ] as const)('a number without a link, in %s, is listed with what it was', async (format, from, to) => {
    const { code, stdout } = await verifyChanged(format, [from, to]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /acceptés\n {2}- « .*5 interventions sur 9 au plus.* » ; était écrit « .*5 interventions sur 8 au plus.* »\nCe document tient\.\n$/,
    );
  });

  test('a limit that was taken out is listed', async () => {
    const { code, stdout } = await verifyChanged('md', [/- Les ateliers ne sont ni un échantillon.*\n/, '']);
    expect(code).toBe(0);
    expect(stdout).toContain(
      'Textes retirés ou changés à la main, acceptés\n  - « Les ateliers ne sont ni un échantillon',
    );
  });

  test('what is shown of a figure when one points at it is a text too', async () => {
    const { stdout } = await verifyChanged('html', [/Base\u00a0: 8\./, 'Base\u00a0: 80.']);
    expect(stdout).toContain('acceptés\n  - « Base : 80. » ; était écrit « Base : 8. »\n');
  });

  test('sources taken out of the JSON are listed', async () => {
    const { stdout } = await verifyChanged('json', [/"line": 63\b/, '"line": 64']);
    expect(stdout).toContain('].line : 64 » ; était écrit «');
  });
});

describe('what is in a file and not printed', () => {
  test('hidden, in Word: the number typed beside it is prose, the figure is gone', async () => {
    const { code, stdout } = await verifyChanged('docx', [
      /<w:rPr>((?:<(?!\/w:rPr)[^>]*>)*)<\/w:rPr>(<w:t [^>]*>7 ateliers sur 8<)/,
      '<w:rPr>$1<w:vanish/></w:rPr>$2',
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain('(activite.ateliers-lus) : 7 était écrit, plus aucun nombre n’est imprimé');
  });

  test('deleted while changes are tracked, in Word', async () => {
    const { code, stdout } = await verifyChanged('docx', [
      /<w:r>((?:(?!<w:r>).)*)<w:t ([^>]*)>7 ateliers sur 8<\/w:t><\/w:r>/,
      '<w:del w:id="900" w:author="A"><w:r>$1<w:delText $2>7 ateliers sur 8</w:delText></w:r></w:del><w:ins w:id="901" w:author="A"><w:r>$1<w:t>9 ateliers sur 8</w:t></w:r></w:ins>',
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain('7 était écrit, 9 est imprimé');
  });

  test('hidden, on a page', async () => {
    const { code, stdout } = await verifyChanged('html', [
      /(<data [^>]*data-figure="activite\.ateliers-lus")/,
      '<b>9 ateliers sur 8</b>$1 style="display: none"',
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain('(activite.ateliers-lus) : le chiffre n’y est plus marqué que 1 fois sur 2\n');
  });

  test('a footnote of one’s own, in Word, is prose', async () => {
    const { root, path } = await makeSummary('docx');
    change(
      path,
      /<\/w:footnotes>/,
      '<w:footnote w:id="9"><w:p><w:r><w:t>Note à la main.</w:t></w:r></w:p></w:footnote></w:footnotes>',
      'word/footnotes.xml',
    );
    const { code, stdout } = await runCops(['verify', path], { cwd: root });
    expect([code, stdout]).toEqual([0, expect.stringContaining('  - « Note à la main. »\n')]);
  });
});

test('a figure with the name of what every object has is unknown', async () => {
  const { code, stdout } = await verifyChanged('html', [
    /<a href="#preuve-activite-ateliers-lus"([^>]*)><data ([^>]*)data-figure="activite\.ateliers-lus"/,
    '<a href="#preuve-constructor"$1><data $2data-figure="constructor"',
  ]);
  expect(code).toBe(1);
  expect(stdout).toContain('« constructor » : la provenance du document ne le connaît pas\n');
});

test('nothing steers the terminal, and personal data are masked', async () => {
  const { root, path } = await makeSummary('md');
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace('\n## Activité\n', '\n\u001b[2JEcrire à a.b@exemple.fr\n\n## Activité\n'),
  );
  const { stdout } = await runCops(['verify', path], { cwd: root });
  expect(stdout).not.toContain('\u001b[2J');
  expect(stdout).not.toContain('a.b@exemple.fr');
});
