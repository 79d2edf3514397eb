import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { retypePdf } from '../support/edit-pdf.ts';
import { hasOffice, saveAs } from '../support/office.ts';
import { hasPdfTools } from '../support/pdf-file.ts';
import { runCops, writeFiles } from '../support/run-cops.ts';
import { change, makeSummary, PRINTED_FIGURES } from '../support/summary-file.ts';

const ATELIER = 'records/ateliers/2018/2018-10-09-annonce-diabete.md';
const FORMATS = ['md', 'html', 'docx', 'pdf', 'json'] as const;
type Format = (typeof FORMATS)[number];

/** A figure and its base, as each text format prints them. */
const SEVEN: Readonly<Record<Exclude<Format, 'pdf'>, RegExp>> = {
  md: /(?<=\[)7( ateliers sur )8(?=\]\(#preuve-activite-ateliers-lus\))/,
  html: /(?<=data-figure="activite\.ateliers-lus"[^>]*>)7( ateliers sur )8/,
  docx: /(?<=>)7( ateliers sur )8(?=<)/,
  json: /(?<="id": "activite\.ateliers-lus",\s*"value": )7(,\s*"base": )8/,
};

/** Retypes « 7 ateliers sur 8 » where it is printed first. */
function retype(path: string, format: Format, [value, base]: [value: string, base: string]): void {
  if (format === 'pdf') retypePdf(path, '7 ateliers sur 8', `${value} ateliers sur ${base}`);
  else change(path, SEVEN[format], `${value}$1${base}`);
}

describe.each(FORMATS)('a summary in %s', (format) => {
  const isUneditable = format === 'pdf' && !hasPdfTools;

  test('holds as it was written', async () => {
    const { root, path } = await makeSummary(format);
    const { code, stdout, stderr } = await runCops(['verify', path], { cwd: root });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^Synthèse du PRS « 2018-2022 », écrite avec cops [\d.]+\.\n\d{3} chiffres imprimés .*\n.*à l’octet près.*\nCe document tient\.\n$/,
    );
  });

  test.skipIf(isUneditable)('a figure changed by hand is named, with what it was and what it is', async () => {
    const { root, path } = await makeSummary(format);
    retype(path, format, ['9', '8']);
    const { code, stdout } = await runCops(['verify', path], { cwd: root });
    expect(code).toBe(1);
    expect(stdout).toContain(
      'Changés à la main\n  - ateliers lus en entier (activite.ateliers-lus) : 7 était écrit, 9 est imprimé\n',
    );
    expect(stdout).not.toContain('Changés depuis');
    expect(stdout).not.toContain('Textes');
    expect(stdout).toContain('Ce document ne tient plus.');
  });

  test.skipIf(isUneditable)('the base of a figure is a part of it', async () => {
    const { root, path } = await makeSummary(format);
    retype(path, format, ['7', '9']);
    const { code, stdout } = await runCops(['verify', path], { cwd: root });
    expect(code).toBe(1);
    expect(stdout).toMatch(/activite\.ateliers-lus\) : « 7 .*sur 8 » était écrit, « 7 .*sur 9 » est imprimé\n/);
  });

  test('records that changed since are named, and their figures with them', async () => {
    const { root, path } = await makeSummary(format);
    const text = readFileSync(join(root, ATELIER), 'utf8');
    writeFiles(root, { [ATELIER]: text.replace(/ #temps-de-consultation/g, '') });
    const { code, stdout } = await runCops(['verify', path], { cwd: root });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /Changés depuis, avec les fiches\n(?: {2}- .*\n)* {2}- .*Temps de consultation : ateliers \(themes\.temps-de-consultation\.ateliers\) : 3 alors, 2 maintenant\n/,
    );
    expect(stdout).toContain(`Fiches modifiées depuis\n  - ${ATELIER}\n`);
    expect(stdout).not.toContain('Changés à la main');
    expect(stdout).not.toContain('On ne peut rien dire');
    // Extracts have other numbers now: what did not change otherwise is not taken for a text of one's own.
    const { prose } = JSON.parse((await runCops(['verify', path, '--format', 'json'], { cwd: root })).stdout);
    expect(prose.length).toBeLessThan(30);
  });

  test('a base that changed since is named', async () => {
    const { root, path } = await makeSummary(format);
    const text = readFileSync(join(root, ATELIER), 'utf8');
    writeFiles(root, { [ATELIER.replace('2018-10-09-annonce', '2018-10-09-autre')]: text.replace(/ #[a-z-]+/g, '') });
    const { code, stdout } = await runCops(['verify', path], { cwd: root });
    expect(code).toBe(1);
    expect(stdout).toContain('domaine formation (activite.domaines.formation) : 1 sur 7 alors, 1 sur 8 maintenant\n');
    expect(stdout).not.toContain('Changés à la main');
  });

  test('a record that is gone, and one that came, are named', async () => {
    const { root, path } = await makeSummary(format);
    const text = readFileSync(join(root, ATELIER), 'utf8');
    rmSync(join(root, ATELIER));
    const moved = ATELIER.replace('2018-10-09-annonce', '2018-10-09-autre');
    writeFiles(root, { [moved]: text });
    const { code, stdout } = await runCops(['verify', path], { cwd: root });
    expect(code).toBe(0);
    expect(stdout).toContain(`Fiches qui n’y sont plus\n  - ${ATELIER}\n`);
    expect(stdout).toContain(`Fiches qui y entrent depuis\n  - ${moved}\n`);
  });

  test('its form is seen by what it holds, whatever its name', async () => {
    const { root, path } = await makeSummary(format);
    for (const name of ['synthese', 'SYNTHESE.TXT', 'envoi.doc']) {
      copyFileSync(path, join(root, name));
      const { code, stdout } = await runCops(['verify', name], { cwd: root });
      expect([code, stdout]).toEqual([0, expect.stringMatching(/Ce document tient\.\n$/)]);
    }
  });
});

const PROSE: Readonly<Partial<Record<Format, [RegExp, string]>>> = {
  md: [/\n## Activité\n/, '\n## Activité\n\nLe centre a tenu bon.\n'],
  html: [/(<h2 id="partie-activite">Activité<\/h2>)/, '$1<div>Le centre a tenu bon.</div>'],
  docx: [/(?=<w:p><w:pPr><w:pStyle w:val="Caption"\/>)/, '<w:p><w:r><w:t>Le centre a tenu bon.</w:t></w:r></w:p>'],
};

test.each(Object.entries(PROSE))('in %s, prose added by hand is accepted and listed', async (format, [from, to]) => {
  const { root, path } = await makeSummary(format as Format);
  change(path, from, to);
  const { code, stdout } = await runCops(['verify', path], { cwd: root });
  expect(code).toBe(0);
  expect(stdout).toContain(
    'Textes ajoutés ou changés à la main, acceptés\n  - « Le centre a tenu bon. »\nCe document tient.\n',
  );
});

test('JSON says the same', async () => {
  const { root, path } = await makeSummary('md');
  retype(path, 'md', ['9', '8']);
  change(path, /\n## Activité\n/, '\n## Activité\n\nLe centre a tenu bon.\n');
  const { code, stdout } = await runCops(['verify', path, '--format', 'json'], { cwd: root });
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    version: 1,
    holds: false,
    holding: 'broken',
    identical: false,
    faulty: 0,
    faultyFiles: [],
    steady: true,
    printedOtherwise: { template: false, cops: false },
    same: PRINTED_FIGURES - 1,
    byHand: [
      {
        id: 'activite.ateliers-lus',
        from: 7,
        to: 9,
        words: { from: '7 ateliers sur 8', to: '9 ateliers sur 8' },
      },
    ],
    since: [],
    unfounded: [],
    unknown: [],
    changed: [],
    gone: [],
    added: [],
    unread: [],
    prose: [{ text: 'Le centre a tenu bon.' }],
    relinked: [],
    moved: [],
    removed: [],
  });
});

test('the documentation shows every key of the JSON', async () => {
  const { root, path } = await makeSummary('json');
  const { stdout } = await runCops(['verify', path, '--format', 'json'], { cwd: root });
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/synthese.md', 'utf8')) ?? [];
  expect(Object.keys(JSON.parse(example))).toEqual(Object.keys(JSON.parse(stdout)));
});

test('with a record in error, nothing is certain, unless a figure was changed by hand', async () => {
  const { root, path } = await makeSummary('md');
  writeFiles(root, { [ATELIER]: '---\ntitre: [\n---\n' });
  const { code, stdout, stderr } = await runCops(['verify', path], { cwd: root });
  expect(code).toBe(1);
  expect(stderr).toContain('l’on ne peut pas dire si ce document tient');
  expect(stdout).toMatch(/\nOn ne peut pas dire si ce document tient\.\n$/);
  expect(stdout).toBe(
    [
      stdout.split('\n')[0],
      'Fiches en erreur, qui empêchent de recompter',
      `  - ${ATELIER}`,
      'On ne peut pas dire si ce document tient.\n',
    ].join('\n'),
  );
  const said = JSON.parse((await runCops(['verify', path, '--format', 'json'], { cwd: root })).stdout);
  expect(said).toMatchObject({
    holding: 'unknown',
    faulty: 1,
    faultyFiles: [ATELIER],
    steady: false,
    ...{ same: 0, since: [], unknown: [], changed: [], gone: [], added: [], prose: [] },
  });
  retype(path, 'md', ['9', '8']);
  expect((await runCops(['verify', path], { cwd: root })).stdout).toMatch(/\nCe document ne tient plus\.\n$/);
});

test('a template of one’s own, changed since, is said, and figures are still read', async () => {
  const { root, path } = await makeSummary('md');
  const template = readFileSync('templates/rapports/synthese.md', 'utf8');
  writeFiles(root, { 'templates/rapports/synthese.md': template.replace('## L’essentiel', '## En bref') });
  const { code, stdout } = await runCops(['verify', path], { cwd: root });
  expect(code).toBe(0);
  expect(stdout).toContain('le gabarit a changé');
  expect(stdout).toContain('ou que cops n’écrirait plus ainsi, acceptés\n  - « L’essentiel »\nCe document tient.');
  retype(path, 'md', ['7', '80']);
  expect((await runCops(['verify', path], { cwd: root })).stdout).toContain(
    'd’autres mots étaient écrits, « 7 ateliers sur 80 » est imprimé',
  );
});

test('a header above, and comments around what was computed, are no texts of the document', async () => {
  const { root, path } = await makeSummary('md');
  change(path, /^/, '---\ntype: synthese\ntitre: Synthèse inventée # 12\n---\n\n<!-- cops:calcul essentiel -->\n');
  change(
    path,
    /\n## Activité\n/,
    '\n<!-- /cops:calcul -->\n\nNos mots.\n\n<!-- cops:calcul\nsur deux lignes -->\n## Activité\n',
  );
  const { code, stdout } = await runCops(['verify', path], { cwd: root });
  expect(code).toBe(0);
  expect(stdout).toContain('acceptés\n  - « Nos mots. »\nCe document tient.\n');
});

test.skipIf(!hasOffice)(
  'a Word file opened, and saved by LibreOffice, is verified as before',
  async () => {
    const { root, path } = await makeSummary('docx');
    writeFileSync(path, saveAs('s.docx', readFileSync(path), 'docx'));
    const whole = await runCops(['verify', path], { cwd: root });
    expect(whole.code).toBe(0);
    expect(whole.stdout).toMatch(/\d{3} chiffres .*\nLe fichier a été enregistré à nouveau.*\nCe document tient\.\n$/);
    retype(path, 'docx', ['9', '8']);
    expect((await runCops(['verify', path], { cwd: root })).stdout).toContain('7 était écrit, 9 est imprimé');
  },
  120_000,
);

test.each([
  ['absent.md', undefined, 'ne peut pas être lu'],
  ['lettre.odt', 'x', 'lit une synthèse en .md, .html, .docx, .pdf ou .json'],
  ['lettre', 'x', 'lit une synthèse en .md, .html, .docx, .pdf ou .json'],
  ['lettre.md', '# Une lettre\n', 'ne dit pas d’où il vient'],
  ['lettre.html', '<p>Une lettre', 'ne dit pas d’où il vient'],
  ['lettre.docx', 'pas une archive', 'ne dit pas d’où il vient'],
  ['coupee.docx', 'PK\u0003\u0004 coupée', 'ne dit pas d’où il vient'],
  ['lettre.pdf', 'pas un PDF', 'ne dit pas d’où il vient'],
  ['coupe.pdf', '%PDF-1.7\n1 0 obj\n<<', 'ne dit pas d’où il vient'],
  ['lettre.json', '[', 'ne dit pas d’où il vient'],
  ['vide.md', '', 'ne dit pas d’où il vient'],
  ['vide.html', '', 'ne dit pas d’où il vient'],
  ['vide.pdf', '', 'ne dit pas d’où il vient'],
  ['faux.md', '<!-- cops-provenance {"version":1,"cops":"x"} -->', 'ne dit pas d’où il vient'],
  [
    'ailleurs.md',
    '<!-- cops-provenance {"version":1,"cops":"x","template":"x","selection":{"prs":"bretagne"},"fiches":{},"chiffres":{},"bases":{}} -->',
    'bretagne',
  ],
])('%s is no document of ours', async (name, text, sentence) => {
  const { root } = await makeSummary('md');
  if (text !== undefined) writeFiles(root, { [name]: text });
  const { code, stdout, stderr } = await runCops(['verify', name], { cwd: root });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(sentence);
});
