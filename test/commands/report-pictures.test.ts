import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { buildCops } from '../support/built-cops.ts';
import { atelier, contrat, projet } from '../support/fiches.ts';
import { findBarriers, hasChromium } from '../support/html-page.ts';
import { hasOffice, saveAs } from '../support/office.ts';
import { ask, hasPdfTools, readWords, unpack } from '../support/pdf-file.ts';
import { makeFolder, makeWorkspace, runCops } from '../support/run-cops.ts';

const REGION = 'examples/region-fictive';
const PICTURES = [
  'Prévu et réalisé, Convention annuelle 2022 de l’Agence imaginaire',
  'Ateliers et projets, dans le temps',
  'Interventions réalisées, sur le maximum de la convention',
  'Thèmes, par nombre de fiches',
  'Thèmes, par année',
];
/** Nothing may be shown of the records that hold it. */
const SECRET = 'Titre tenu secret';

async function printAs(format: string, cwd: string, ...more: string[]): Promise<Buffer> {
  const output = join(makeFolder(), `s.${format}`);
  const { code, stderr } = await runCops(['report', '--prs', '2018-2022', '--output', output, ...more], { cwd });
  expect(code, stderr).toBe(0);
  return readFileSync(output);
}

async function page(cwd: string, ...more: string[]): Promise<string> {
  return (await printAs('html', cwd, ...more)).toString().replace(/[\u00a0\u202f]/g, ' ');
}

const figuresIn = (html: string) => html.match(/<figure class="image">.*?<\/figure>/gs) ?? [];

function partsOf(docx: Uint8Array): { document: string; media: Uint8Array[] } {
  const parts = unzipSync(docx);
  const media = Object.keys(parts).filter((name) => name.startsWith('word/media/'));
  return {
    document: strFromU8(parts['word/document.xml'] ?? new Uint8Array()),
    media: media.map((name) => parts[name] ?? new Uint8Array()),
  };
}

function dated(day: string, header = '', body?: string): string {
  return atelier({ header: `titre: Atelier fictif du ${day}\ndate: ${day}\n${header}`, ...(body && { body }) });
}

const ateliers = (...days: string[]) =>
  Object.fromEntries(days.map((day) => [`records/ateliers/${day}-a.md`, dated(day)]));
const FIVE = ateliers('2020-03-10', '2021-01-10', '2021-02-10', '2021-03-10', '2022-04-10');

describe('the pictures of a page', () => {
  test('have a title, a description and a caption, and stand before the table of their data', async () => {
    const html = await page(REGION);
    const figures = figuresIn(html);
    expect(figures.map((figure) => /<strong>(.*?)<\/strong>/.exec(figure)?.[1])).toEqual(PICTURES);
    for (const figure of figures) {
      for (const [, named = ''] of figure.matchAll(/<svg class="\w+" role="img" aria-labelledby="([^"]+)"/g)) {
        const [title, description] = named.split(' ').map((id) => new RegExp(`id="${id}">(.+?)<`).exec(figure)?.[1]);
        expect(PICTURES).toContain(title);
        expect(description?.length).toBeGreaterThan(40);
      }
      expect(figure.match(/<svg/g)).toHaveLength(2);
      const after = html.slice(html.indexOf(figure) + figure.length).trimStart();
      expect(after).toMatch(/^<div class="tableau"/);
    }
  });

  test('say in words what they show, as the tables do', async () => {
    const html = await page(REGION);
    const [progress = ''] = figuresIn(html).filter((figure) => figure.includes('Interventions réalisées'));
    expect(progress).toContain('Réseau fictif Diabète des Trois-Rivières, 6 sur 6 ; Centre hospitalier');
    const [themes = ''] = figuresIn(html).filter((figure) => figure.includes('par nombre de fiches'));
    expect(themes).toContain('En tête : Mobilisation des usagers (2 ateliers, 2 projets)');
    const first = themes.slice(0, themes.indexOf('</svg>'));
    expect(first.indexOf('>Information et ressources<')).toBeLessThan(first.indexOf('>Éducation thérapeutique<'));
    expect(first.indexOf('>Éducation thérapeutique<')).toBeLessThan(first.indexOf('>Pair-aidance et associations<'));
  });

  test.skipIf(!hasChromium)(
    'axe-core finds nothing in them',
    async () => {
      expect(await findBarriers(await page(REGION, '--interne'))).toEqual([]);
    },
    60_000,
  );
});

describe('the pictures of a Word file', () => {
  test('are points with their words, centred, on the page of their caption', async () => {
    const { document, media } = partsOf(await printAs('docx', REGION));
    expect(media).toHaveLength(PICTURES.length);
    for (const png of media) {
      expect(Buffer.from(png).toString('latin1', 1, 4)).toBe('PNG');
      expect(Buffer.from(png).readUInt32BE(16)).toBe(1280);
    }
    const named = [...document.matchAll(/<wp:docPr id="(\d+)" name="([^"]*)" descr="([^"]*)"/g)];
    expect(named.map(([, id]) => id)).toEqual(['1', '2', '3', '4', '5']);
    expect(named.map(([, , name]) => name?.replace(/[\u00a0\u202f]/g, ' '))).toEqual(PICTURES);
    for (const [, , name = '', alt = ''] of named) expect(alt.startsWith(`${name}. `)).toBe(true);
    expect(document.match(/<w:pStyle w:val="Picture"\/>/g)).toHaveLength(5);
    expect(document).toMatch(/<w:pStyle w:val="Caption"\/><w:keepNext\/>(?:(?!<\/w:p>).)*Thèmes, par année\./);
  });

  test('are the same in two runs', async () => {
    expect(Buffer.compare(await printAs('docx', REGION), await printAs('docx', REGION))).toBe(0);
  });

  test.skipIf(!hasOffice)(
    'are kept by LibreOffice, and the document still holds',
    async () => {
      const saved = saveAs('s.docx', await printAs('docx', REGION), 'docx');
      expect(partsOf(saved).media).toHaveLength(PICTURES.length);
      const file = join(makeFolder(), 's.docx');
      writeFileSync(file, saved);
      const { code, stdout } = await runCops(['verify', file, '-C', REGION], { cwd: process.cwd() });
      expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('Ce document tient.') });
      expect(stdout).not.toContain('ajoutés ou changés');
    },
    120_000,
  );
});

describe.skipIf(!hasPdfTools)('the pictures of a PDF', () => {
  test('are figures with their words, set in the shipped font', async () => {
    const path = join(makeFolder(), 's.pdf');
    writeFileSync(path, await printAs('pdf', REGION));
    expect(ask('pdfinfo', '-struct', path).match(/^ *Figure/gm)).toHaveLength(PICTURES.length);
    expect(unpack(path).match(/\/Alt /g)?.length).toBeGreaterThanOrEqual(PICTURES.length);
    for (const line of ask('pdffonts', path).trim().split('\n').slice(2)) expect(line).toMatch(/SourceSans3/);
    const words = readWords(path).replace(/[\u00a0\u202f]/g, ' ');
    expect(words).toContain('récurrent dès 3 fiches');
    expect(words).toContain('14 pour 12,5 %');
    ask('qpdf', '--check', path);
  });
});

describe('forms without pictures', () => {
  test('have the tables of their data, and no picture', async () => {
    const markdown = (await printAs('md', REGION)).toString();
    expect(markdown.includes('dates des ateliers et des projets\n')).toBe(true);
    expect(markdown).not.toMatch(/!\[|<svg|En foncé/);
    expect((await printAs('json', REGION)).toString()).not.toMatch(/<svg|En foncé/);
  });

  test('verify still says of a page with pictures that it holds', async () => {
    const file = join(makeFolder(), 's.html');
    writeFileSync(file, await printAs('html', REGION));
    const { code, stdout } = await runCops(['verify', file, '-C', REGION], { cwd: process.cwd() });
    expect(code, stdout).toBe(0);
    expect(stdout).not.toContain('ajoutés ou changés');
  });
});

describe('where five ateliers are not reached', () => {
  const FEW = {
    ...ateliers('2020-03-10', '2021-01-10', '2021-02-10', '2022-04-10'),
    'records/projets/p.md': projet(),
    'records/contrats/c.md': contrat(),
  };

  test('nothing is drawn', async () => {
    const cwd = makeWorkspace(FEW);
    expect(await page(cwd)).not.toMatch(/<svg|<figure|Thèmes, par|dans le temps/);
    expect(partsOf(await printAs('docx', cwd)).media).toEqual([]);
  });

  test('with five, everything is', async () => {
    const cwd = makeWorkspace({ ...FEW, ...FIVE });
    expect(figuresIn(await page(cwd))).toHaveLength(5);
  });

  test('themes are drawn from five that are read', async () => {
    const unread = { 'records/ateliers/2020-03-10-a.md': dated('2020-03-10', 'codage: { etat: partiel }') };
    expect(await page(makeWorkspace({ ...FIVE, ...unread }))).not.toMatch(/Thèmes, par/);
  });
});

describe('what must not be shown', () => {
  const INTERNAL = {
    ...FIVE,
    'records/ateliers/2019-07-14-s.md': dated('2019-07-14', `titre: ${SECRET}\ndiffusion: interne`),
    'records/projets/s.md': projet({
      header: `titre: ${SECRET}\nstructure: { nom: ${SECRET} }\ndebut: 2017-02\ndiffusion: interne`,
    }),
  };

  test('is in no picture: neither a title nor a date of an internal record', async () => {
    const cwd = makeWorkspace(INTERNAL);
    const html = await page(cwd);
    expect(html).not.toContain(SECRET);
    const figures = figuresIn(html).join('');
    expect(figures).toContain('>2020<');
    expect(figures).not.toMatch(/>2017<|>2019</);
    expect(partsOf(await printAs('docx', cwd)).document).not.toMatch(new RegExp(`${SECRET}|2019|de 2017`));
  });

  test('is in those of an internal summary', async () => {
    const figures = figuresIn(await page(makeWorkspace(INTERNAL), '--interne')).join('');
    expect(figures).toContain(SECRET);
    expect(figures).toMatch(/>2017</);
  });

  test('personal data is masked in what is drawn and in what is said of it', async () => {
    const cwd = makeWorkspace({
      ...FIVE,
      'records/projets/p.md': projet({ header: 'structure: { nom: "Appeler le 06 12 34 56 78 ou a@exemple.fr" }' }),
    });
    const figures = figuresIn(await page(cwd)).join('');
    expect(figures).toContain('Appeler le ••');
    expect(figures).not.toMatch(/06 12|a@exemple/);
  });
});

describe('whatever a record says', () => {
  const HOSTILE = '<script>alert(1)</script> & "x" ]]> <b>é</b> {{ titre }} 😀 مرحبا';
  const LONG = `Structure ${'très longue '.repeat(16)}`;
  const files = {
    ...FIVE,
    'records/themes/temps-de-consultation.md': `---\ntype: theme\ntitre: ${JSON.stringify(HOSTILE)}\ndefinition: Inventée.\n---\n`,
    'records/projets/p.md': projet({ header: `structure: { nom: ${JSON.stringify(HOSTILE)} }` }),
    'records/projets/q.md': projet({ header: `titre: Projet long\nstructure: { nom: ${JSON.stringify(LONG)} }` }),
    'records/contrats/c.md': contrat({
      header: `indicateurs:\n  - { libelle: ${JSON.stringify(HOSTILE)}, cible: 1, unite: ${JSON.stringify(LONG)}, valeur: 50, source: inventée }`,
    }),
  };

  test('a page shows it as text, cut where it is long', async () => {
    const html = await page(makeWorkspace(files));
    expect(html.match(/<script/g)).toHaveLength(1);
    const figures = figuresIn(html);
    expect(figures).toHaveLength(5);
    for (const figure of figures) {
      for (const [, said = ''] of figure.matchAll(/<tspan[^>]*>(.*?)<\/tspan>/g)) expect(said.length).toBeLessThan(90);
      expect(figure).not.toMatch(/<b>é|<script/);
    }
  });

  test.each(['docx', 'pdf'])('a file of form %s is written', async (format) => {
    expect((await printAs(format, makeWorkspace(files))).length).toBeGreaterThan(10_000);
  });
});

describe('a template of the workspace', () => {
  const withTemplate = (text: string) => makeWorkspace({ ...FIVE, 'templates/rapports/synthese.md': text });

  test('places pictures where it wants, or none', async () => {
    const cwd = withTemplate(
      '# Titre\n\nAvant {{ images.themes | image }} après\n\n- {{ images.frise | image }}\n\n{{ images.themes | image }}\n\n{{ images.interventions | image }}\n',
    );
    const html = await page(cwd);
    expect(figuresIn(html)).toHaveLength(3);
    expect(html).toMatch(/<p>Avant <\/p>\s*<figure/);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(figuresIn(await page(withTemplate('# Titre\n')))).toEqual([]);
  });

  test('has their words where no picture can be', async () => {
    const html = await page(
      withTemplate('# {{ images.frise | image }}\n\n| a |\n| - |\n| {{ images.frise | image }} |\n'),
    );
    expect(figuresIn(html)).toEqual([]);
    expect(html).toContain('<h1>Ateliers et projets, dans le temps. Sur les années');
    expect(html).not.toContain('<img');
  });

  test.each(['"themes"', 'titre', 'activite.ateliers'])(
    'that takes %s for a picture has a fault, with its line',
    async (what) => {
      const cwd = withTemplate(`# Titre\n\n{{ ${what} | image }}\n`);
      for (const format of ['md', 'html']) {
        const ran = await runCops(['report', '--prs', '2018-2022', '--format', format], { cwd });
        expect([ran.code, ran.stdout]).toEqual([2, '']);
        expect(ran.stderr).toMatch(/« templates\/rapports\/synthese\.md », ligne 3, colonne \d+ a une erreur/);
        expect(ran.stderr).toContain('n’est pas une image de cette synthèse');
      }
    },
  );
});

test('without what paints, Word says so and leaves no file; a page is written all the same', () => {
  buildCops();
  const place = makeFolder();
  for (const name of ['bin', 'dist', 'schemas', 'templates', 'package.json', 'examples', 'records'])
    cpSync(name, join(place, name), { recursive: true });
  const run = (output: string) =>
    spawnSync(
      process.execPath,
      [join(place, 'bin/cops.js'), 'report', '--prs', '2018-2022', '-C', join(place, REGION), '--output', output],
      { encoding: 'utf8' },
    );
  const out = join(place, 'sortie');
  mkdirSync(out);
  for (const damage of [
    () => writeFileSync(join(place, 'dist/resvg.wasm'), 'abîmé'),
    () => rmSync(join(place, 'dist/resvg.wasm')),
  ]) {
    damage();
    const { status, stderr, stdout } = run(join(out, 's.docx'));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(
      'Les images de la synthèse ne peuvent pas être dessinées : un fichier de cops manque ou est abîmé',
    );
    expect(existsSync(join(out, 's.docx'))).toBe(false);
  }
  expect(run(join(out, 's.html')).status).toBe(0);
}, 60_000);
