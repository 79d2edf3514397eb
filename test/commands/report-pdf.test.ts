import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildCops } from '../support/built-cops.ts';
import { atelier, projet } from '../support/fiches.ts';
import {
  ask,
  hasPdfTools,
  readLinks,
  readPages,
  readPlaces,
  readRightEnds,
  readWords,
  unpack,
} from '../support/pdf-file.ts';
import { makeFolder, makeWorkspace, runCops } from '../support/run-cops.ts';

const REGION = 'examples/region-fictive';
const EXEMPLE = 'Exemple fictif : les personnes, les lieux et les chiffres sont inventés.';
/** Right edge of the text of an A4 page, in points, and the width of a letter. */
const RIGHT_EDGE = 595.3 - 68 + 6;

async function writePdf(cwd: string, ...more: string[]): Promise<string> {
  const output = join(makeFolder(), 'synthese.pdf');
  const { code, stdout, stderr } = await runCops(['report', '--prs', '2018-2022', '--output', output, ...more], {
    cwd,
  });
  expect([code, stdout, stderr]).toEqual([0, '', expect.stringContaining('Synthèse écrite dans')]);
  return output;
}

interface Attached {
  readonly version: number;
  readonly provenance: { readonly fiches: Record<string, string> };
  readonly figures: readonly {
    readonly id: string;
    readonly value: number;
    readonly base?: number;
    readonly printed: string[];
  }[];
}

function readAttached(path: string): Attached {
  return JSON.parse(ask('qpdf', '--show-attachment=cops-figures.json', path)) as Attached;
}

describe.skipIf(!hasPdfTools)('a summary as a PDF', () => {
  test('is sound, A4, in French, with a title, and tagged for PDF/UA-1', async () => {
    const path = await writePdf(REGION);
    expect(ask('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found');
    const info = ask('pdfinfo', path);
    expect(info).toMatch(/^Title: +Synthèse régionale du partenariat en santé, Projet Régional de Santé fictif/m);
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toMatch(/^Page size: +595\.276 x 841\.89 pts \(A4\)$/m);
    const bytes = unpack(path);
    expect(bytes).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(bytes).toContain('/Lang (fr)');
    expect(bytes).toContain('/DisplayDocTitle true');
  });

  test('its tags tell headings, lists, tables with heads, captions and extracts', async () => {
    const tags = ask('pdfinfo', '-struct-text', await writePdf(REGION));
    for (const part of ['TOC', 'LI (block)', 'BlockQuote', 'Caption']) expect(tags).toContain(part);
    for (const heading of ['H1 .*\\s+"L’essentiel"', 'H2 .*\\s+"Thèmes récurrents"', 'H3 .*\\s+"Confiance et écoute"'])
      expect(tags).toMatch(new RegExp(heading));
    expect(tags).toMatch(
      /Table[\s\S]*?Caption[\s\S]*?"Ateliers par année"[\s\S]*?THead[\s\S]*?\/Scope \/Column[\s\S]*?"Année"/,
    );
    expect(tags.match(/^ *THead$/gm)?.length).toBe(tags.match(/^ *Table(?: |$)/gm)?.length);
  });

  test('has bookmarks, a list of contents with pages, and a number on every page', async () => {
    const path = await writePdf(REGION);
    const pages = readPages(path);
    expect(pages[0]).toMatch(/Suites[ .\u2060]+\d+\n/);
    for (const [index, page] of pages.entries()) expect(page).toContain(`page ${index + 1} sur ${pages.length}`);
    expect(unpack(path).match(/\/Type \/Outlines/g)).toHaveLength(1);
    const bookmarks = JSON.parse(ask('qpdf', '--json=2', '--json-key=outlines', path)) as {
      outlines: { title: string; kids: { title: string }[] }[];
    };
    expect(bookmarks.outlines.map(({ title }) => title)).toContain('Pistes par thème');
    expect(bookmarks.outlines.find(({ title }) => title === 'Annexe')?.kids.map(({ title }) => title)).toEqual([
      'Preuves des chiffres',
      'Extraits',
      'Fiches utilisées',
    ]);
  });

  test('embeds one sans-serif family and nothing else', async () => {
    const fonts = ask('pdffonts', await writePdf(REGION))
      .trim()
      .split('\n')
      .slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+SourceSans3-\w+ .* yes yes yes /);
  });

  test('every figure leads to its proofs by its name, every link is read aloud, and none leaves the document', async () => {
    const path = await writePdf(REGION);
    const links = readLinks(path);
    const places = readPlaces(path);
    expect(new Set(places).size).toBe(places.length);
    expect(links.every(({ url }) => url === undefined)).toBe(true);
    expect(links.filter(({ said }) => !said)).toEqual([]);
    for (const { to } of links) if (to) expect(places).toContain(to);
    const { figures } = readAttached(path);
    const count = (name: string) => links.filter(({ to }) => to === name).length;
    expect(figures.length).toBeGreaterThan(50);
    for (const { id, printed } of figures)
      expect([id, count(`preuve-${id.replaceAll('.', '-')}`)]).toEqual([id, printed.length]);
    expect(links).toContainEqual({
      to: 'preuve-activite-ateliers',
      said: expect.stringMatching(/^Preuves de ce chiffre, page \d+$/),
    });
    expect(links).toContainEqual({ to: 'extrait-5', said: expect.stringMatching(/^Extrait 5, page \d+$/) });
  });

  test('carries its figures as they are printed, and where they come from', async () => {
    const path = await writePdf(REGION);
    const { version, provenance, figures } = readAttached(path);
    const { stdout } = await runCops(['report', '--prs', '2018-2022', '--format', 'json'], { cwd: REGION });
    const json = JSON.parse(stdout) as {
      provenance: unknown;
      sections: Record<string, { figures: { id: string; value: number; base?: number }[] }>;
    };
    expect(version).toBe(1);
    expect(provenance).toEqual(json.provenance);
    const known = new Map(
      Object.values(json.sections).flatMap((section) => section.figures.map((one) => [one.id, one])),
    );
    const words = readWords(path);
    for (const { id, value, base, printed } of figures) {
      expect([value, base]).toEqual([known.get(id)?.value, known.get(id)?.base]);
      for (const text of printed) expect(words).toContain(text.replace(/\s+/g, ' '));
    }
    expect(figures.find(({ id }) => id === 'activite.ateliers-lus')?.printed).toEqual(['7 ateliers sur 8', '7 sur 8']);
  });

  test('names the record and the line of an extract, for those who hold the workspace', async () => {
    const words = readWords(await writePdf(REGION));
    expect(words).toContain('A1, ligne 63');
    expect(words).toContain('records/ateliers/2018/2018-10-09-annonce-diabete.md');
  });

  test('what is invented, or internal, says so on every page', async () => {
    for (const page of readPages(await writePdf(REGION))) expect(page).toContain(EXEMPLE);
    for (const page of readPages(await writePdf(REGION, '--interne'))) expect(page).toContain('Usage interne');
    for (const page of readPages(await writePdf('.'))) expect(page).not.toMatch(/Usage interne|Exemple fictif/);
  });

  test('two runs give the same bytes, without any clock or chance', async () => {
    const [one, two] = [await writePdf(REGION), await writePdf(REGION)].map((path) => readFileSync(path));
    expect(one?.equals(two ?? Buffer.of())).toBe(true);
    expect(unpack(await writePdf('.'))).not.toMatch(/\/CreationDate|\/ModDate|xmp:CreateDate|xmp:ModifyDate/);
  });

  test('nothing internal is in it: text, links, places, titles or attached file', async () => {
    const cwd = makeWorkspace({
      'records/ateliers/2022/2022-03-14-montre.md': atelier({
        body: '## Situation\n\n## Synthèse\n\n- → Montrer ceci. #perennisation\n\n## Notes internes\n\nNotesecrete inventée.\n',
      }),
      'records/ateliers/2022/2022-04-14-cache.md': atelier({
        header: 'diffusion: interne\ntitre: Titresecret inventé\ndate: 2022-04-14\nsujet: Sujetsecret inventé',
        body: '## Situation\n\n## Synthèse\n\n- → Pistesecrete inventée. #perennisation ^p1\n',
      }),
      'records/projets/projetsecret.md': projet({ header: 'diffusion: interne\ntitre: Projetsecret inventé' }),
    });
    const path = await writePdf(cwd);
    const words = readWords(path);
    expect(words).toContain('Montrer ceci.');
    const everything = [
      words,
      unpack(path),
      ask('qpdf', '--show-attachment=cops-figures.json', path),
      ...readPlaces(path),
    ].join('\n');
    expect(everything).not.toMatch(/secret|2022-04-14|cache\.md|Camille Fictive/i);
  });

  test('what records say is printed as text, whatever it is', async () => {
    const hostile =
      '#eval("1+1") #panic() ] [ } { \\ \\u{41} "guillemets" // pas un commentaire /* ni ceci */ $x^2$ @renvoi <preuve-activite-ateliers> *gras* _italique_ = titre - puce + `code` ~';
    const cwd = makeWorkspace({
      'records/ateliers/2022/2022-03-14-a.md': atelier({
        header: `titre: ${JSON.stringify(`Inventé : ${hostile}`)}`,
        body: `## Situation\n\n## Synthèse\n\n- → Dire ${hostile.replace(/#|\*\/|\/\*/g, '')} ici. #perennisation <!-- extrait -->\n`,
      }),
    });
    const path = await writePdf(cwd);
    const words = readWords(path);
    expect(words).toContain(
      '#eval("1+1") #panic() ] [ } { \\ \\u{41} "guillemets" // pas un commentaire /* ni ceci */ $x^2$ @renvoi <preuve-activite-ateliers> *gras* _italique_ = titre - puce + `code` ~',
    );
    expect(words).toContain('$x^2$ @renvoi <preuve-activite-ateliers>');
  });

  test('signs that the font lacks are replaced, and the document says which; those that show nothing are left out', async () => {
    const cwd = makeWorkspace({
      'records/ateliers/2022/2022-03-14-a.md': atelier({
        header: String.raw`titre: "Inventé 👩‍⚕️ 👍🏽 中 \uD800 \u202efaux\u202c \uFEFFun\u200edeux\u2067trois \u0007 fin\u202F!"`,
      }),
    });
    const path = await writePdf(cwd);
    const words = readWords(path);
    expect(words).toContain('Inventé □□ □ □ □ faux undeuxtrois fin ! ');
    expect(words).toMatch(
      /Le signe □ tient la place de ceux que la police de ce document n’a pas : U\+2695, U\+4E2D, U\+[\dA-F]+, U\+1F44D, U\+1F469\./,
    );
    expect(ask('pdffonts', path)).not.toMatch(/DejaVu|Libertinus|NewCM/);
  });

  test('a word without end stays within the page, in a table as in a sentence', async () => {
    const word = 'Interminable'.repeat(40);
    const cwd = makeWorkspace({
      'records/ateliers/2022/2022-03-14-a.md': atelier({
        header: `titre: ${word}`,
        body: `## Situation\n\n## Synthèse\n\n- → Dire ${word} ici. #perennisation <!-- extrait -->\n`,
      }),
    });
    const path = await writePdf(cwd);
    expect(readWords(path).replace(/[ \u200b]/g, '')).toContain(`Dire${word}ici.`);
    for (const { word: printed, right } of readRightEnds(path))
      expect([printed, right < RIGHT_EDGE]).toEqual([printed, true]);
  });

  test('a template of one’s own is printed: levels that it leaps over, notes, code, links, lists, tables without name', async () => {
    const cwd = makeWorkspace({
      'records/ateliers/2022/2022-03-14-a.md': atelier(),
      'templates/rapports/synthese.md': OWN_TEMPLATE,
    });
    const path = await writePdf(cwd);
    const words = readWords(path);
    for (const said of [
      'Bilan inventé',
      'Intro',
      'Une note inventée',
      'let a = b',
      '1. un',
      'deux',
      'x y',
      '[Un dessin]',
      '☑ fait',
      '<b>gras</b>',
      '1 atelier',
    ])
      expect(words).toContain(said);
    expect(
      readLinks(path)
        .map(({ url }) => url)
        .filter(Boolean),
    ).toEqual(['https://exemple.fr/a']);
    expect(words).toContain('autre fichier autre/fichier inventé.md');
    expect(ask('pdfinfo', '-struct-text', path)).toMatch(/H1 .*\s+"Section"[\s\S]*H2 .*\s+"Leap"/);
  });
});

const OWN_TEMPLATE = `# Bilan inventé, en deux lignes

Intro[^1] et [site](https://exemple.fr/a), [piège](javascript:alert), [autre fichier](autre/fichier%20invent%C3%A9.md), [nulle part](#absent).

## Section

#### Leap

##

***Gras italique*** ~~barré~~ \`x<y\` ![Un dessin](a.png) <b>gras</b> [défini][d]

\`\`\`
let a = b
\`\`\`

1. un
2. deux

- [x] fait
- [ ] à faire

| x | y |
| - | - |
| {{ activite.ateliers | compte: "atelier" }} | <a id="deux"></a><a id="deux"></a> |

---

[^1]: Une note inventée.

[d]: #deux
`;

describe('a PDF that cannot be', () => {
  test('a terminal is not given one', async () => {
    const { code, stdout, stderr } = await runCops(['report', '--prs', '2018-2022', '--format', 'pdf'], {
      cwd: '.',
      columns: 200,
    });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'cops : La forme « pdf » ne se lit pas dans un terminal : dites où l’écrire, par exemple avec « --output synthese.pdf ».\n',
    );
  });

  test('a PDF of somebody else is not replaced, one of cops is', async () => {
    const folder = makeFolder();
    const output = join(folder, 'x.pdf');
    writeFileSync(output, '%PDF-1.7\nautre chose\n%%EOF\n');
    const run = () => runCops(['report', '--prs', '2018-2022', '--output', output], { cwd: '.' });
    expect((await run()).code).toBe(2);
    expect(readFileSync(output, 'utf8')).toContain('autre chose');
    cpSync(await writePdf('.'), output);
    expect((await run()).code).toBe(0);
  });

  test('where typst is not installed, a French sentence says so, no file is left, and other forms go on', async () => {
    const cops = buildCops();
    const place = makeFolder();
    const root = join(cops, '../..');
    for (const name of ['bin', 'dist', 'schemas', 'templates', 'package.json'])
      cpSync(join(root, name), join(place, name), { recursive: true });
    const run = (...words: string[]) =>
      spawnSync(process.execPath, [join(place, 'bin/cops.js'), 'report', '--prs', '2018-2022', ...words], {
        cwd: root,
        encoding: 'utf8',
      });
    const output = join(place, 'synthese.pdf');
    const { status, stdout, stderr } = run('--output', output);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^cops : La forme PDF n’est pas disponible sur cette machine/);
    expect(existsSync(output)).toBe(false);
    expect(run('--format', 'html').status).toBe(0);
  });
});
