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
import { atelier } from '../support/fiches.ts';
import { findBarriers, hasChromium } from '../support/html-page.ts';
import { ask, hasPdfTools, readPages } from '../support/pdf-file.ts';
import { makeFolder, makeWorkspace, runCops } from '../support/run-cops.ts';

const REGION = 'examples/region-fictive';
const WORDS = ['--prs', '2018-2022', '--public', 'participants'];
const print = (cwd: string, ...words: string[]) => printDocument(cwd, ...WORDS, ...words);

function dated(day: string, { header = '', body }: { header?: string; body?: string } = {}): string {
  return atelier({
    header: `titre: Atelier fictif du ${day}\ndate: ${day}\n${header}`,
    ...(body !== undefined && { body }),
  });
}

const body = (...passages: string[]) =>
  `## Situation\n\n## Synthèse\n\n${passages.map((one) => `- ${one}\n`).join('')}`;

/** The pages of a PDF before its annex. */
async function readBodyPages(cwd: string): Promise<string[]> {
  const path = join(makeFolder(), 'participants.pdf');
  expect((await runCops(['report', ...WORDS, '--output', path], { cwd })).code).toBe(0);
  expect(ask('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found');
  const pages = readPages(path);
  const annex = pages.findIndex((page) => /^\s*(?:Exemple fictif.*\s+)?Annexe\s/.test(page));
  expect(annex).toBeGreaterThan(0);
  return pages.slice(0, annex);
}

describe('what those who took part read, in the invented region', () => {
  test('is the document that was reviewed', async () => {
    await expect(await print(REGION)).toMatchFileSnapshot('../golden/participants-2018-2022.md');
  });

  test('begins with the themes of the most records, each with extracts that a person chose', async () => {
    const stdout = bodyOf(await print(REGION));
    const themes = [...stdout.matchAll(/^\*\*([^*]+)\.\*\* Vous en avez parlé dans/gm)].map(([, title]) => title);
    expect(themes).toHaveLength(5);
    expect(themes[0]).toBe('Mobilisation des usagers');
    expect(stdout).toMatch(/\*\*Vous avez aussi parlé de\*\*\u00a0: .*, et 2 autres sujets\./);
    expect(stdout).toMatch(/« ?\u00a0?Recrutement par le bouche-à-oreille/);
  });

  test('says what is done first, what was given up last, and how many more there are', async () => {
    const stdout = bodyOf(await print(REGION));
    const states = [...stdout.matchAll(/^\*\*(C’est [^*]+)\*\*/gm)].map(([, state]) => state);
    expect(states).toEqual(['C’est fait', 'C’est en cours', 'C’est prévu', 'C’est abandonné']);
    expect(stdout).toMatch(/\*\*C’est fait\*\*\u00a0: \[7 actions\]\(#preuve-suites-fait\)/);
    expect(stdout).toMatch(/, et 2 autres\n/);
  });

  test('uses no word of the trade', async () => {
    const stdout = bodyOf(await print(REGION)).replace(/^- .*$|\(#[^)]*\)/gm, '');
    expect(stdout).not.toMatch(/\b(?:pistes?|suites? donnée|constats?|extraits?|grille|codage|corpus|récurrent)/i);
    expect(stdout).toContain('Une proposition, c’est ce que votre groupe demande de faire.');
    expect(stdout).toContain('Dites-le à l’équipe\u00a0: Centre imaginaire du partenariat en santé.');
  });

  test('proves the figures that it prints, and no other, with the passages that it needs alone', async () => {
    const stdout = await print(REGION);
    const { printed, proved } = listFigureAnchors(stdout);
    expect(proved).toEqual(printed);
    expect(findLostLinks(stdout)).toEqual([]);
    const quoted = stdout.match(/<a id="extrait-/g)?.length ?? 0;
    expect(quoted).toBeGreaterThan(20);
    expect(quoted).toBeLessThan(70);
  });

  test.skipIf(!hasPdfTools)('takes two A4 pages, then its annex', async () => {
    expect(await readBodyPages(REGION)).toHaveLength(2);
  });
});

describe('lengths', () => {
  const LONG = 'Un mot inventé, puis un autre ; '.repeat(60).trim();
  const THEMES = ['temps-de-consultation', 'perennisation', 'confiance-et-ecoute', 'information-et-ressources'];
  const more = [...THEMES, 'postures-et-culture', 'savoirs-experientiels', 'mobilisation-des-usagers'];
  const suites = ['fait', 'en-cours', 'prevu', 'abandonne'].flatMap((etat) =>
    Array.from({ length: 12 }, () => `  - { objet: "${LONG}", par: "${LONG}", etat: ${etat} }`),
  );
  const files = {
    'records/ateliers/2022-01-10-a.md': dated('2022-01-10', {
      header: `suites:\n${suites.join('\n')}`,
      body: body(...more.flatMap((theme) => [`${LONG} #${theme}`, `Encore ${theme}, ${LONG} #${theme}`])),
    }),
  };

  test.skipIf(!hasPdfTools)('however long the texts, two pages hold it', async () => {
    expect(await readBodyPages(makeWorkspace(files))).toHaveLength(2);
  });

  test('a text that is cut says so, and stands whole in the annex', async () => {
    const stdout = await print(makeWorkspace(files));
    expect(bodyOf(stdout)).toContain('[…]');
    expect(bodyOf(stdout)).not.toContain(LONG.slice(0, 400));
    expect(stdout.replaceAll('\u202f', ' ')).toContain(LONG.slice(0, 400));
    expect(stdout).toMatch(/et 7 autres\n/);
  });
});

describe('choosing', () => {
  test('an extract that a person chose comes before the first by date, else the first by date do', async () => {
    const said = (first: string) => body(`${first} un. #perennisation`, `${first} deux. #perennisation`);
    const cwd = makeWorkspace({
      'records/ateliers/2022-01-10-a.md': dated('2022-01-10', { body: said('Janvier') }),
      'records/ateliers/2022-02-10-a.md': dated('2022-02-10', { body: said('Février') }),
    });
    const stdout = bodyOf(await print(cwd));
    expect(stdout).toContain('Janvier un.');
    expect(stdout).toContain('Janvier deux.');
    expect(stdout).not.toContain('Février');
    expect(stdout).toContain('et 2 autres passages');
    const chosen = makeWorkspace({
      'records/ateliers/2022-01-10-a.md': dated('2022-01-10', { body: said('Janvier') }),
      'records/ateliers/2022-02-10-a.md': dated('2022-02-10', {
        body: body('Février choisi. #perennisation <!-- extrait -->'),
      }),
    });
    const other = bodyOf(await print(chosen));
    expect(other).toContain('Février choisi.');
    expect(other).not.toContain('Janvier');
    expect(other).toContain('La synthèse complète donne tous les sujets et tous les passages.');
  });

  test('a passage of two themes is quoted once', async () => {
    const cwd = makeWorkspace({
      'records/ateliers/2022-01-10-a.md': dated('2022-01-10', {
        body: body('Une parole inventée. #perennisation #confiance-et-ecoute'),
      }),
    });
    expect(bodyOf(await print(cwd)).match(/Une parole inventée/g)).toHaveLength(1);
  });
});

describe('little to say', () => {
  test('no theme, no proposal, no name of the centre: sentences, and no empty list', async () => {
    const cwd = makeWorkspace({
      'records/ateliers/2022-01-10-a.md': dated('2022-01-10', {
        header: 'codage: { etat: non-lu }',
        body: body('Un constat inventé.'),
      }),
    });
    const stdout = await print(cwd);
    expect(stdout).toContain('Vos paroles ne sont pas encore rangées par sujet.');
    expect(stdout).toContain('Aucune proposition n’est écrite dans les comptes rendus.');
    expect(stdout).toContain('Dites-le à la personne qui vous a remis ce document.');
    expect(stdout).not.toMatch(/^- *$|null|undefined|\u00a0:\n\n(?!-)/m);
    expect(findLostLinks(stdout)).toEqual([]);
  });

  test('proposals without an answer are said to have none yet', async () => {
    const cwd = makeWorkspace({ 'records/ateliers/2022-01-10-a.md': dated('2022-01-10') });
    const stdout = bodyOf(await print(cwd));
    expect(stdout).toMatch(/Vous en avez fait \[1\]\([^)]+\)\. Pour aucune d’elles, une suite n’est encore notée\./);
    expect(stdout).not.toContain('C’est');
  });

  test('--partial says that a report is not counted', async () => {
    const cwd = makeWorkspace({
      'records/ateliers/2022-01-10-a.md': dated('2022-01-10'),
      'records/ateliers/2022-02-10-b.md': dated('2022-02-10', { header: 'situaton: x' }),
    });
    const { code, stdout } = await runCops(['report', ...WORDS, '--partial'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('[1 compte rendu a une erreur\u00a0: il n’est pas compté](#preuve-limites-ecartees).');
  });
});

describe('what must not leave', () => {
  const secret = {
    'records/ateliers/2022-01-10-a.md': dated('2022-01-10'),
    'records/ateliers/2022-02-10-secret.md': dated('2022-02-10', {
      header: 'titre: SECRETTITRE\ndiffusion: interne\nsuites:\n  - { objet: SECRETSUITE, etat: fait }',
      body: body('SECRETPASSAGE. #temps-de-consultation'),
    }),
    'records/ateliers/2022-03-10-relu.md': dated('2022-03-10', {
      header: 'validation: relu\nsuites:\n  - { objet: SECRETRELU, etat: fait }',
      body: body('SECRETRELU. #temps-de-consultation'),
    }),
    'records/ateliers/2022-04-10-noms.md': dated('2022-04-10', {
      header: 'suites:\n  - { objet: Un appel, par: Mme SECRETNOM, etat: fait }',
      body: body('Un constat. <!-- mémo : SECRETMEMO --> #temps-de-consultation'),
    }),
  };

  test.each(['md', 'html', 'json'])('nothing internal is in it: %s', async (format) => {
    const stdout = await print(makeWorkspace(secret), '--format', format);
    expect(stdout).not.toMatch(/secret/i);
  });

  test('actions that are counted and not shown are the others', async () => {
    const stdout = bodyOf(await print(makeWorkspace(secret)));
    expect(stdout).toMatch(/\[3 actions\]\(#preuve-suites-fait\)/);
    expect(stdout).toContain('- Un appel, et 2 autres\n');
  });

  test('personal data in a text is masked', async () => {
    const cwd = makeWorkspace({
      'records/ateliers/2022-01-10-a.md': dated('2022-01-10', {
        body: body('Écrire à prenom@exemple.fr ou au 06 12 34 56 78. #temps-de-consultation'),
      }),
    });
    const stdout = await print(cwd);
    expect(stdout).toContain('•••');
    expect(stdout).not.toMatch(/exemple\.fr|12 34 56/);
  });
});

describe('requests', () => {
  test.each([
    [[...WORDS, '--interne'], /Un document pour les participants quitte le centre : retirez --interne/],
    [['--prs', '2018-2022', '--public', 'tous'], /valeurs possibles : financeur, participants/],
    [['--public', 'participants'], /Dites de quel PRS/],
    [[...WORDS, '--annee', '2015'], /n’entre dans ce document/],
  ])('that cannot be met end with 2 and a sentence: %j', async (words, sentence) => {
    const cwd = makeWorkspace({ 'records/ateliers/2022-01-10-a.md': dated('2022-01-10') });
    const { code, stdout, stderr } = await runCops(['report', ...words], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.replace(/\s+/g, ' ')).toMatch(sentence);
  });

  test('« financeur » is the summary itself, and may be said', async () => {
    const whole = await printDocument(REGION, '--prs', '2018-2022');
    expect(await printDocument(REGION, '--prs', '2018-2022', '--public', 'financeur')).toBe(whole);
  });

  test('a year, or dates, narrow it as they do a summary', async () => {
    const stdout = await print(REGION, '--annee', '2019');
    expect(stdout).toContain('Année 2019, Projet Régional de Santé fictif');
    expect(stdout).toContain('[2 ateliers](#preuve-activite-ateliers)');
    expect(await printDocument(REGION, '--annee', '2019', '--public', 'participants')).toContain('\nAnnée 2019\n');
  });
});

describe.each(VERIFIABLE)('in %s', (format) => {
  const CHANGE = { md: /\[1 atelier\]/, html: />1 atelier</, docx: />1 atelier</ } as const;

  test('it is verified as it was written, and a change by hand is named', async () => {
    const cwd = makeWorkspace({ 'records/ateliers/2022-01-10-a.md': dated('2022-01-10') });
    const change =
      format === 'json'
        ? { from: /(?<="activite\.ateliers",\s*"value": )1/, to: '4' }
        : { from: CHANGE[format], to: format === 'md' ? '[4 ateliers]' : '>4 ateliers<' };
    const { held, changed } = await verifyDocument(cwd, WORDS, { format, ...change });
    expect(held).toMatch(/^Document pour les participants du PRS « 2018-2022 », écrit avec cops [\d.]+\./);
    expect(held).not.toContain('Textes ajoutés');
    expect(changed).toContain('ateliers (activite.ateliers) : 1 était écrit, 4 est imprimé');
  });
});

test.skipIf(!hasChromium)('as a page it has no barrier that axe-core knows, and no list of contents', async () => {
  const html = await print(REGION, '--format', 'html');
  expect(html).not.toContain('<nav');
  expect(await findBarriers(html)).toEqual([]);
});
