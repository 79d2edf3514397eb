import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { hasOffice, saveAs } from '../support/office.ts';
import { makeFolder, runCops, writeFiles } from '../support/run-cops.ts';

const ATELIER = 'records/ateliers/2018/2018-10-09-annonce-diabete.md';
const FORMATS = ['md', 'html', 'docx', 'json'] as const;
type Format = (typeof FORMATS)[number];

/** A copy of the invented region, with its summary in a format. */
async function makeSummary(format: Format): Promise<{ root: string; path: string }> {
  const top = makeFolder();
  cpSync('records/themes', join(top, 'records/themes'), { recursive: true });
  cpSync('examples/region-fictive', join(top, 'examples/region'), { recursive: true });
  const root = join(top, 'examples/region');
  const path = join(root, `synthese.${format}`);
  const { code, stderr } = await runCops(['report', '--prs', '2018-2022', '--output', path], { cwd: root });
  expect(code, stderr).toBe(0);
  return { root, path };
}

/** Changes the text of a summary, inside its archive where it is one. */
function change(path: string, from: RegExp, to: string): void {
  const apply = (text: string) => {
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    return changed;
  };
  if (!path.endsWith('.docx')) {
    writeFileSync(path, apply(readFileSync(path, 'utf8')));
    return;
  }
  const parts = unzipSync(readFileSync(path));
  const name = 'word/document.xml';
  writeFileSync(path, zipSync({ ...parts, [name]: strToU8(apply(strFromU8(parts[name] ?? new Uint8Array()))) }));
}

const SEVEN: Readonly<Record<Format, RegExp>> = {
  md: /\[7 ateliers sur 8\]/,
  html: /(?<=data-figure="activite\.ateliers-lus"[^>]*>)7 ateliers sur 8/,
  docx: />7 ateliers sur 8</,
  json: /(?<="id": "activite\.ateliers-lus",\s*"value": )7/,
};
const NINE: Readonly<Record<Format, string>> = {
  md: '[9 ateliers sur 8]',
  html: '9 ateliers sur 8',
  docx: '>9 ateliers sur 8<',
  json: '9',
};

describe.each(FORMATS)('a summary in %s', (format) => {
  test('holds as it was written', async () => {
    const { root, path } = await makeSummary(format);
    const { code, stdout, stderr } = await runCops(['verify', path], { cwd: root });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Synthèse du PRS « 2018-2022 », écrite avec cops [\d.]+\.\n\d{3} chiffres imprimés/);
    expect(stdout).toMatch(/\nCe document tient\.\n$/);
  });

  test('a figure changed by hand is named, with what it was and what it is', async () => {
    const { root, path } = await makeSummary(format);
    change(path, SEVEN[format], NINE[format]);
    const { code, stdout } = await runCops(['verify', path], { cwd: root });
    expect(code).toBe(1);
    expect(stdout).toContain(
      'Changés à la main\n  - ateliers lus en entier (activite.ateliers-lus) : 7 était écrit, 9 est imprimé\n',
    );
    expect(stdout).not.toContain('Changés depuis');
    expect(stdout).toContain('Ce document ne tient plus.');
  });

  test('records that changed since are named, and their figures with them', async () => {
    const { root, path } = await makeSummary(format);
    const text = readFileSync(join(root, ATELIER), 'utf8');
    writeFiles(root, { [ATELIER]: text.replace(/ #temps-de-consultation/g, '') });
    const { code, stdout } = await runCops(['verify', path], { cwd: root });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /Changés depuis, avec les fiches\n(?: {2}- .*\n)* {2}- .*themes\.temps-de-consultation\.ateliers\) : 3 alors, 2 maintenant\n/,
    );
    expect(stdout).toContain(`Fiches modifiées depuis\n  - ${ATELIER}\n`);
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
});

const PROSE: Readonly<Partial<Record<Format, [RegExp, string]>>> = {
  md: [/\n## Activité\n/, '\n## Activité\n\nLe centre a tenu bon.\n'],
  html: [/(<h2 id="partie-activite">Activité<\/h2>)/, '$1<p>Le centre a tenu bon.</p>'],
  docx: [/(?=<w:p><w:pPr><w:pStyle w:val="Caption"\/>)/, '<w:p><w:r><w:t>Le centre a tenu bon.</w:t></w:r></w:p>'],
};

test.each(Object.entries(PROSE))('in %s, prose added by hand is accepted and listed', async (format, [from, to]) => {
  const { root, path } = await makeSummary(format as Format);
  change(path, from, to);
  const { code, stdout } = await runCops(['verify', path], { cwd: root });
  expect(code).toBe(0);
  expect(stdout).toContain('Textes ajoutés ou changés à la main, acceptés\n  - « Le centre a tenu bon. »\n');
  expect(stdout).toContain('Ce document tient.');
});

test('JSON says the same', async () => {
  const { root, path } = await makeSummary('md');
  change(path, SEVEN.md, NINE.md);
  const { code, stdout } = await runCops(['verify', path, '--format', 'json'], { cwd: root });
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    version: 1,
    holds: false,
    byHand: [{ id: 'activite.ateliers-lus', from: 7, to: 9 }],
    since: [],
  });
});

test('a figure without its number, or that nobody computed, cannot hold', async () => {
  const { root, path } = await makeSummary('md');
  change(path, SEVEN.md, '[sept ateliers]');
  expect((await runCops(['verify', path], { cwd: root })).stdout).toContain(
    '7 était écrit, plus aucun nombre est imprimé',
  );
  const other = await makeSummary('html');
  change(other.path, /data-figure="activite\.ateliers-lus"/, 'data-figure="activite.inconnue"');
  const { code, stdout } = await runCops(['verify', other.path], { cwd: other.root });
  expect(code).toBe(1);
  expect(stdout).toContain('On ne peut rien dire de ces chiffres');
});

test('with a record in error, nothing is certain', async () => {
  const { root, path } = await makeSummary('md');
  writeFiles(root, { [ATELIER]: '---\ntitre: [\n---\n' });
  const { code, stderr } = await runCops(['verify', path], { cwd: root });
  expect(code).toBe(1);
  expect(stderr).toContain('l’on ne peut pas dire si ce document tient');
});

test.skipIf(!hasOffice)(
  'a Word file opened, and saved by LibreOffice, is verified as before',
  async () => {
    const { root, path } = await makeSummary('docx');
    writeFileSync(path, saveAs('s.docx', readFileSync(path), 'docx'));
    const whole = await runCops(['verify', path], { cwd: root });
    expect([whole.code, whole.stdout]).toEqual([0, expect.stringContaining('Ce document tient.')]);
    change(path, />7 ateliers sur 8</, '>9 ateliers sur 8<');
    expect((await runCops(['verify', path], { cwd: root })).stdout).toContain('7 était écrit, 9 est imprimé');
  },
  120_000,
);

test.each([
  ['absent.md', undefined, 'ne peut pas être lu'],
  ['lettre.odt', 'x', 'lit un document dont le nom finit par'],
  ['lettre', 'x', 'lit un document dont le nom finit par'],
  ['lettre.md', '# Une lettre\n', 'ne dit pas d’où il vient'],
  ['lettre.html', '<p>Une lettre', 'ne dit pas d’où il vient'],
  ['lettre.docx', 'pas une archive', 'ne dit pas d’où il vient'],
  ['lettre.json', '[', 'ne dit pas d’où il vient'],
  ['vide.md', '', 'ne dit pas d’où il vient'],
  ['faux.md', '<!-- cops-provenance {"version":1,"cops":"x"} -->', 'ne dit pas d’où il vient'],
  [
    'ailleurs.md',
    '<!-- cops-provenance {"version":1,"cops":"x","selection":{"prs":"bretagne"},"fiches":{},"chiffres":{}} -->',
    'bretagne',
  ],
])('%s is no document of ours', async (name, text, sentence) => {
  const { root } = await makeSummary('md');
  if (text !== undefined) writeFiles(root, { [name]: text });
  const { code, stdout, stderr } = await runCops(['verify', name], { cwd: root });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(sentence);
});
