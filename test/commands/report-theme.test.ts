import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  bodyOf,
  findLostLinks,
  listFigureAnchors,
  printDocument,
  VERIFIABLE,
  verifyDocument,
} from '../support/documents.ts';
import { atelier, projet } from '../support/fiches.ts';
import { findBarriers, hasChromium } from '../support/html-page.ts';
import { ask, hasPdfTools, readPages } from '../support/pdf-file.ts';
import { makeFolder, makeWorkspace, runCops, writeFiles } from '../support/run-cops.ts';

const REGION = 'examples/region-fictive';
const THEME = 'temps-de-consultation';
const print = (cwd: string, ...words: string[]) => printDocument(cwd, '--theme', THEME, ...words);

function dated(day: string, { header = '', body }: { header?: string; body?: string } = {}): string {
  return atelier({
    header: `titre: Atelier fictif du ${day}\ndate: ${day}\n${header}`,
    ...(body !== undefined && { body }),
  });
}

const body = (...passages: string[]) =>
  `## Situation\n\n## Synthèse\n\n${passages.map((one) => `- ${one}\n`).join('')}`;
const days = (...list: string[]) => Object.fromEntries(list.map((day) => [`records/ateliers/${day}-a.md`, dated(day)]));
const FIVE = days('2020-01-10', '2020-02-10', '2021-03-10', '2022-04-10', '2022-05-10');

describe('all that was said of a theme, in the invented region', () => {
  test('is the document that was reviewed', async () => {
    await expect(await print(REGION)).toMatchFileSnapshot('../golden/theme-temps-de-consultation.md');
  });

  test('gives every passage that may be shown, once, by year then record, pistes apart', async () => {
    const stdout = await print(REGION);
    expect([...stdout.matchAll(/^### (\d{4})$/gm)].map(([, year]) => year)).toEqual(['2018', '2019', '2020', '2023']);
    const numbers = [...stdout.matchAll(/<a id="extrait-(\d+)">/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: 11 }, (_, index) => index + 1));
    expect(stdout).toMatch(/\*\*1\.\*\* «\u00a0Quinze minutes[^\n]*\(constat\u202f; \[A1, ligne \d+\]/);
    expect(stdout).toMatch(/Piste\u00a0:\n\n- <a id="extrait-2"><\/a>\*\*2\.\*\* → Prévoir dans le mois/);
    expect(stdout).toContain('En relève\u00a0:');
    expect(stdout).toContain('N’en relève pas\u00a0:');
  });

  test('proves the figures that it prints, and no other', async () => {
    for (const words of [[], ['--prs', '2018-2022']]) {
      const stdout = await print(REGION, ...words);
      const { printed, proved } = listFigureAnchors(stdout);
      expect(proved).toEqual(printed);
      expect(printed.length).toBeGreaterThan(10);
      expect(findLostLinks(stdout)).toEqual([]);
      expect(proved.filter((id) => /participations|freins|suites-/.test(id))).toEqual([]);
    }
  });

  test('within a PRS says what its summary says', async () => {
    const figures = async (...words: string[]) => {
      const { sections } = JSON.parse(await printDocument(REGION, '--prs', '2018-2022', '--format', 'json', ...words));
      return sections.themes.figures as { id: string }[];
    };
    const own = await figures('--theme', THEME);
    expect(own.length).toBeGreaterThan(6);
    expect(own.every(({ id }) => id.includes(THEME))).toBe(true);
    const whole = await figures();
    for (const figure of own.filter(({ id }) => !/\.(constats|passages|pistes|pistes-suivies)$/.test(id)))
      expect(whole).toContainEqual(figure);
    const values = (all: { id: string; value?: number }[]) => new Map(all.map(({ id, value }) => [id, value]));
    for (const [id, value] of values(own)) expect([id, values(whole).get(id)]).toEqual([id, value]);
  });
});

describe('the perimeter', () => {
  const files = {
    'records/ateliers/2021-01-10-a.md': dated('2021-01-10'),
    'records/ateliers/2022-01-10-a.md': dated('2022-01-10'),
    'records/ateliers/2024-01-10-a.md': dated('2024-01-10', { header: 'prs: 2023-2028' }),
    'records/projets/p.md': projet({
      header: 'titre: Projet fictif\ndebut: ABSENT\nstatut: ABSENT\nvalidation: relu',
    }),
  };

  test.each([
    [[], 3],
    [['--prs', '2018-2022'], 2],
    [['--annee', '2022'], 1],
    [['--prs', '2018-2022', '--annee', '2021'], 1],
    [['--depuis', '2022'], 2],
    [['--jusqua', '2021-12'], 1],
  ])('%j', async (words, count) => {
    const json = JSON.parse(await print(makeWorkspace(files), '--format', 'json', ...words));
    expect(json.theme.id).toBe(THEME);
    const figure = json.sections.themes.figures.find(({ id }: { id: string }) => id === `themes.${THEME}.ateliers`);
    expect(figure.value).toBe(count);
  });

  test('says the PRS and the year under the title, and takes the hash of the theme', async () => {
    const stdout = await print(makeWorkspace(files), '--prs', '2018-2022', '--annee', '2022');
    expect(stdout).toContain('Projet Régional de Santé Occitanie 2018-2022\n\nAnnée 2022');
    expect(stdout).toContain(`"selection":{"theme":"${THEME}","prs":"2018-2022","annee":"2022"`);
    expect(stdout).toContain(`"records/themes/${THEME}.md":"`);
  });

  test('a project stands at the year in which it began, and says so', async () => {
    const stdout = await print(
      makeWorkspace({
        ...files,
        'records/projets/p.md': projet({
          header: 'titre: Projet daté\ndebut: 2021-06',
          body: '## Objectifs\n\nUne consultation inventée trop brève. #temps-de-consultation\n',
        }),
      }),
    );
    expect(stdout).toMatch(
      /### 2021\n\n\*\*\[A1\][\s\S]*\*\*\[P1\]\(#fiche-p1\)\. Projet daté\*\* \(projet, commencé\u00a0: juin 2021\)\.[\s\S]*### 2022/,
    );
    expect(stdout).toMatch(/inventée trop brève\.\u00a0» \(contexte\u202f; \[P1/);
  });
});

describe('few ateliers', () => {
  test('under five, no table crosses anything, and nothing is a trend', async () => {
    const four = Object.fromEntries(Object.entries(FIVE).slice(0, 4));
    const stdout = await print(makeWorkspace(four));
    expect(stdout).toContain('[4 ateliers sur 4 lus]');
    expect(stdout).not.toMatch(/%|par domaine|mêmes fiches parlent/);
  });

  test('a theme of which nobody spoke has a document that says so', async () => {
    const stdout = await printDocument(makeWorkspace(FIVE), '--theme', 'perennisation');
    expect(bodyOf(stdout)).toMatch(/Aucune fiche lue n’en parle\u00a0: \[0 atelier sur 5 lus\]\([^)]*\)\./);
    expect(stdout).toContain('Aucun passage ne peut être montré.');
    expect(stdout).not.toMatch(/### \d{4}|null|undefined|sur 0/);
    expect(findLostLinks(stdout)).toEqual([]);
  });

  test('with no record read in full, nothing is said to be absent', async () => {
    const cwd = makeWorkspace({
      'records/ateliers/2022-01-10-a.md': dated('2022-01-10', {
        header: 'codage: { etat: non-lu }',
        body: body('Un constat.'),
      }),
    });
    const stdout = await print(cwd);
    expect(stdout).toContain('aucune fiche n’est lue en entier avec la grille');
    expect(stdout).not.toContain('sur 0');
  });
});

describe('what became of the pistes', () => {
  test('each is followed, one by one', async () => {
    const cwd = makeWorkspace({
      'records/ateliers/2022-01-10-a.md': dated('2022-01-10', {
        header: 'suites:\n  - { piste: p1, objet: Un essai inventé, par: Mme SECRETNOM, etat: en-cours }',
        body: body(
          '→ Une piste | inventée. #temps-de-consultation ^p1',
          '→ Une autre piste. #temps-de-consultation',
          '→ Hors sujet. #perennisation ^p2',
        ),
      }),
    });
    const stdout = await print(cwd);
    expect(stdout).toContain(
      '| [n° 1](#extrait-1) Une piste \\| inventée. | Un essai inventé | non renseigné | non renseigné | en cours |',
    );
    expect(stdout).toContain('| [n° 2](#extrait-2) Une autre piste. | non renseigné | — | — | — |');
    expect(stdout).toContain('[1 piste sur 2](#preuve-themes-temps-de-consultation-pistes-suivies) a une suite notée.');
    expect(stdout).not.toMatch(/Hors sujet|SECRETNOM/);
  });
});

describe('what must not leave', () => {
  const secret = {
    ...FIVE,
    'records/ateliers/2022-06-10-secret.md': dated('2022-06-10', {
      header: 'titre: SECRETTITRE\ndiffusion: interne\ndomaine: management',
      body: body('SECRETPASSAGE inventé. #temps-de-consultation #perennisation'),
    }),
    'records/ateliers/2022-07-10-relu.md': dated('2022-07-10', {
      header: 'validation: relu',
      body: body('SECRETRELU inventé. #temps-de-consultation', '→ SECRETPISTE inventée. #temps-de-consultation'),
    }),
    'records/ateliers/2022-08-10-brouillon.md': dated('2022-08-10', { header: 'validation: brouillon' }),
  };

  test.each(['md', 'html', 'json'])('nothing internal, unvalidated or in draft is in it: %s', async (format) => {
    for (const words of [[], ['--prs', '2018-2022'], ['--annee', '2022']]) {
      const stdout = await print(makeWorkspace(secret), '--format', format, ...words);
      expect(stdout).not.toMatch(/secret|2022-08-10/i);
    }
  });

  test('an internal record counts within a PRS, as in its summary, and nowhere else: documents can be subtracted', async () => {
    const cwd = makeWorkspace(secret);
    expect(await print(cwd, '--prs', '2018-2022')).toContain('[7 ateliers sur 7 lus]');
    const whole = await print(cwd);
    expect(whole).toContain('[6 ateliers sur 6 lus]');
    expect(whole).toContain('Les fiches internes ne sont pas comptées');
    const shown = await print(cwd, '--interne');
    expect(shown).toContain('SECRETPASSAGE');
    expect(shown).toContain('**Usage interne.**');
  });

  test('passages that are counted and not shown are told by their number', async () => {
    expect(await print(makeWorkspace(secret), '--prs', '2018-2022')).toMatch(
      /\[13 passages\].*\(dont 3 dans des fiches internes ou non validées, sans extrait\)/,
    );
  });
});

describe('requests', () => {
  test.each([
    [['--theme', 'temps-de-consultaton'], /n’est pas dans la grille ; le plus proche est « temps-de-consultation »/],
    [['--theme', 'zzzzzzzz'], /« zzzzzzzz » n’est pas dans la grille\. « cops themes » la montre/],
    [['--theme'], /attend une valeur/],
    [['--theme', THEME, '--public', 'participants'], /retirez --public/],
    [['--theme', THEME, '--prs', '2018-2023'], /le plus proche est « 2018-2022 »/],
    [['--theme', THEME, '--annee', '2015'], /n’entre dans ce document \(thème « temps-de-consultation », année 2015/],
  ])('that cannot be met end with 2 and a sentence: %j', async (words, sentence) => {
    const { code, stdout, stderr } = await runCops(['report', ...words], { cwd: makeWorkspace(FIVE) });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.replace(/\s+/g, ' ')).toMatch(sentence);
  });

  test('a retired theme is refused and said to be, one on trial says that it is', async () => {
    const cwd = makeWorkspace(FIVE);
    const file = `records/themes/${THEME}.md`;
    const text = readFileSync(join(cwd, file), 'utf8');
    writeFiles(cwd, { [file]: text.replace('statut: actif', 'statut: candidat') });
    expect(await print(cwd)).toContain('Ce thème est à l’essai dans la grille.');
    const unused = 'perennisation';
    const other = readFileSync(join(cwd, `records/themes/${unused}.md`), 'utf8');
    writeFiles(cwd, { [`records/themes/${unused}.md`]: other.replace('statut: actif', 'statut: retire') });
    const { code, stdout, stderr } = await runCops(['report', '--theme', unused], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('est retiré de la grille');
  });

  test('the theme may be typed with its sign, and a shell is offered the others', async () => {
    const cwd = makeWorkspace(FIVE);
    expect(await printDocument(cwd, '--theme', `#${THEME}`)).toBe(await print(cwd));
    expect((await runCops(['complete', '--', 'report', '--theme', 'temps'], { cwd })).stdout).toContain(THEME);
  });

  test('an error in a selected record stops it, --partial says so in the document, one in a contrat does not', async () => {
    const faulty = { ...FIVE, 'records/ateliers/2022-09-10-x.md': dated('2022-09-10', { header: 'situaton: x' }) };
    const stopped = await runCops(['report', '--theme', THEME], { cwd: makeWorkspace(faulty) });
    expect([stopped.code, stopped.stdout]).toEqual([1, '']);
    expect(stopped.stderr.replace(/\s+/g, ' ')).toContain('le document n’est pas écrit, il serait incomplet');
    const partial = await runCops(['report', '--theme', THEME, '--partial'], { cwd: makeWorkspace(faulty) });
    expect(partial.code).toBe(0);
    expect(partial.stdout).toContain('[1 fichier est écarté pour ses erreurs');
    const contrat = { ...FIVE, 'records/contrats/c.md': '---\ntype: contrat\n---\n' };
    expect((await runCops(['report', '--theme', THEME], { cwd: makeWorkspace(contrat) })).code).toBe(0);
  });
});

describe.each(VERIFIABLE)('in %s', (format) => {
  const CHANGE = { md: /\[10 passages\]/, html: />10 passages</, docx: />10 passages</ } as const;

  test('it is verified as it was written, and a change by hand is named', async () => {
    const change =
      format === 'json'
        ? { from: /(?<="themes\.temps-de-consultation\.passages",\s*"value": )10/, to: '12' }
        : { from: CHANGE[format], to: format === 'md' ? '[12 passages]' : '>12 passages<' };
    const words = ['--theme', THEME, '--depuis', '2020'];
    const { held, changed } = await verifyDocument(makeWorkspace(FIVE), words, { format, ...change });
    expect(held).toMatch(/^Document du thème « temps-de-consultation », écrit avec cops [\d.]+\./);
    expect(held).not.toContain('Textes ajoutés');
    expect(changed).toContain('10 était écrit, 12 est imprimé');
  });
});

test.skipIf(!hasPdfTools)('as a PDF its passages stand in its body, and its annex on a page of its own', async () => {
  const path = join(makeFolder(), 'theme.pdf');
  expect((await runCops(['report', '--theme', THEME, '--output', path], { cwd: REGION })).code).toBe(0);
  expect(ask('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found');
  const pages = readPages(path);
  const annex = pages.findIndex((page) => /^\s*(?:Exemple fictif.*\s+)?Annexe\s/.test(page));
  expect(annex).toBeGreaterThan(1);
  expect(pages.findIndex((page) => page.includes('Quinze minutes pour annoncer'))).toBeLessThan(annex);
});

test.skipIf(!hasChromium)('as a page it has no barrier that axe-core knows', async () => {
  expect(await findBarriers(await print(REGION, '--format', 'html'))).toEqual([]);
});
