import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { atelier, projet } from '../support/fiches.ts';
import { makeWorkspace, runCops } from '../support/run-cops.ts';

const FILES = {
  'records/ateliers/2022/2022-03-14-a.md': atelier({
    header: 'departements: ["09"]',
    body: `## Situation choisie par le groupe

## Synthèse coconstruite

- Les consultations inventées sont trop brèves. #temps-de-consultation ^p1 <!-- mémo (CF) : à revoir -->
- → Indemniser les usagers inventés. #remuneration-des-usagers #?mot-libre

## Notes internes

Un secret inventé de la consultation.
`,
  }),
  'records/ateliers/2023/2023-03-14-b.md': atelier({
    header: 'titre: Atelier fictif interne\ndate: 2023-03-14\nprs: 2023-2028\ndiffusion: ABSENT\nvalidation: brouillon',
  }),
  'records/projets/pilote.md': projet(),
};

describe('list', () => {
  test('gives the ateliers and projets by date, one a line', async () => {
    const { code, stdout, stderr } = await runCops(['list'], { cwd: makeWorkspace(FILES) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'Fiche',
      'pilote',
      '2022-03-14-a',
      '2023-03-14-b',
      '',
    ]);
  });

  test.each([
    [['--type', 'projet'], ['pilote']],
    [
      ['--type', 'projet', '--type', 'atelier', '--sort', 'id'],
      ['2022-03-14-a', '2023-03-14-b', 'pilote'],
    ],
    [
      ['--prs', '2018-2022'],
      ['pilote', '2022-03-14-a'],
    ],
    [
      ['--depuis', 'mars 2022', '--jusqua', '2022'],
      ['pilote', '2022-03-14-a'],
    ],
    [
      ['--theme', 'remuneration-des-usagers'],
      ['pilote', '2022-03-14-a'],
    ],
    [
      ['--theme', '#temps-de-consultation'],
      ['2022-03-14-a', '2023-03-14-b'],
    ],
    [
      ['--role', 'usager-partenaire'],
      ['2022-03-14-a', '2023-03-14-b'],
    ],
    [['--departement', '9'], ['2022-03-14-a']],
    [['--validation', 'brouillon'], ['2023-03-14-b']],
    [['--diffusion', 'interne'], ['2023-03-14-b']],
    [['--codage', 'complet', '--type', 'projet'], ['pilote']],
    [
      ['--type', 'prs'],
      ['2018-2022', '2023-2028'],
    ],
    [['--codage', 'non-lu'], []],
  ])('chooses by %j', async (words, ids) => {
    const { code, stdout } = await runCops(['list', '--format', 'json', ...words], { cwd: makeWorkspace(FILES) });
    expect(code).toBe(0);
    const { version, fiches } = JSON.parse(stdout) as { version: number; fiches: { id: string }[] };
    expect({ version, ids: fiches.map(({ id }) => id) }).toEqual({ version: 1, ids });
  });

  test.each([
    [['--type', 'ateliers'], /La valeur « ateliers » de --type n’existe pas ; la plus proche est « atelier »/],
    [['--theme', 'temps-de-consultaton'], /la plus proche est « temps-de-consultation »/],
    [['--role', 'medecin'], /valeurs possibles : professionnel, /],
    [['--prs', '2018-2023'], /Le PRS « 2018-2023 » n’a pas de fiche/],
    [['--departement', 'Ariège'], /--departement attend le numéro/],
    [['--depuis', 'hier'], /--depuis attend une date/],
    [['--depuis', '2023', '--jusqua', '2022'], /inversez-les/],
    [['--format', 'xml'], /valeurs possibles : table, json, csv/],
    [['--sort', 'taille'], /valeurs possibles : date/],
  ])('refuses %j', async (words, sentence) => {
    const { code, stdout, stderr } = await runCops(['list', ...words], { cwd: makeWorkspace(FILES) });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
  });

  test('says what it cannot list, and that nothing answers', async () => {
    const cwd = makeWorkspace({ ...FILES, 'records/projets/faux.md': '---\ntitre: [\n---\n' });
    const { code, stderr } = await runCops(['list', '--codage', 'partiel'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain('Aucune fiche ne répond à ces critères.');
    expect(stderr).toContain('1 fichier ne se lit pas, et ne peut figurer ici');
  });

  test('fits a narrow terminal, and masks personal data', async () => {
    const cwd = makeWorkspace({
      'records/projets/p.md': projet({
        header: 'titre: Écrire à camille.fictive@exemple.invalid pour un projet au titre vraiment très long',
      }),
    });
    const { stdout } = await runCops(['list'], { cwd, columns: 60 });
    for (const line of stripVTControlCharacters(stdout).split('\n')) expect(line.length).toBeLessThanOrEqual(64);
    expect((await runCops(['list', '--format', 'csv'], { cwd })).stdout).not.toContain('@exemple');
    expect(stdout).toContain('…');
  });
});

describe('show', () => {
  test('gives the header, and each passage with its nature, place and themes', async () => {
    const cwd = makeWorkspace(FILES);
    const { code, stdout } = await runCops(['show', '2022-03-14-a'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('date : 14 mars 2022');
    expect(stdout).toContain('constat · ligne 24 · #temps-de-consultation · ^p1');
    expect(stdout).toContain('piste · ligne 25 · #remuneration-des-usagers · #?mot-libre');
    expect(stdout).not.toContain('secret');
    const same = await runCops(['show', 'records/ateliers/2022/2022-03-14-a.md'], { cwd });
    expect(same.stdout).toBe(stdout);
    const json = JSON.parse((await runCops(['show', '2022-03-14-a', '--format', 'json'], { cwd })).stdout);
    expect(json).toMatchObject({
      version: 1,
      id: '2022-03-14-a',
      passages: [{ line: 24, nom: 'p1' }, { nature: 'piste' }],
    });
  });

  test('--shared gives the words of the group alone', async () => {
    const { code, stdout } = await runCops(['show', '2022-03-14-a', '--shared'], { cwd: makeWorkspace(FILES) });
    expect(code).toBe(0);
    expect(stdout).toContain('- Les consultations inventées sont trop brèves.\n- → Indemniser les usagers inventés.\n');
    expect(stdout).not.toMatch(/#temps|#\?|\^p1|mémo|secret|Notes internes|Camille|effectif|<!--/);
  });

  test.each([
    ['an internal record', ['show', '2023-03-14-b', '--shared'], /est interne : rien n’en est donné/],
    ['an unknown id', ['show', 'pilot'], /Aucune fiche ne se nomme « pilot » ; la plus proche est « pilote »/],
    ['no id', ['show'], /Il manque « fiche »/],
    ['two forms at once', ['show', 'pilote', '--shared', '--format', 'json'], /ne se combine pas/],
  ])('refuses %s', async (_, words, sentence) => {
    const { code, stdout, stderr } = await runCops(words, { cwd: makeWorkspace(FILES) });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
  });

  test('--shared finds what the end of a line cuts: a name, a number; and leaves comments of every kind out', async () => {
    const cut = (text: string) =>
      runCops(['show', '2022-03-14-a', '--shared'], {
        cwd: makeWorkspace({
          'records/ateliers/2022/2022-03-14-a.md': atelier({ body: `## Situation\n\n## Synthèse\n\n${text}\n` }),
        }),
      });
    expect((await cut('Animé par Camille\nFictive.')).stderr).toMatch(/nomme Camille Fictive \(ligne \d+\)/);
    expect((await cut('> Animé par Camille\n> Fictive.')).code).toBe(2);
    expect((await cut('Appeler le 06 12 34\n56 78 demain.')).stdout).toMatch(/Appeler le •+\n•+ demain/);
    expect((await cut('Un.\n\n[//]: # (remarque secrète)')).stdout).not.toContain('secrète');
    expect((await cut('Un \u001b[31mrouge.')).stdout).not.toContain('\u001b');
  });

  test('--shared refuses a text that names a facilitator who has not agreed, and a record with an error', async () => {
    const body = '## Situation\n\n## Synthèse\n\nCamille Fictive l’a dit.\n';
    const named = makeWorkspace({ 'records/ateliers/2022/2022-03-14-a.md': atelier({ body }) });
    const { code, stderr } = await runCops(['show', '2022-03-14-a', '--shared'], { cwd: named });
    expect(code).toBe(2);
    expect(stderr).toMatch(/nomme Camille Fictive \(ligne \d+\), qui n’a pas donné son accord/);
    const faulty = makeWorkspace({ 'records/projets/a.md': projet({ body: 'Un #mot au milieu.\n' }) });
    expect((await runCops(['show', 'a', '--shared'], { cwd: faulty })).code).toBe(2);
  });
});

describe('search', () => {
  test('finds words without their accents or plurals, and marks them', async () => {
    const { code, stdout, stderr } = await runCops(['search', 'consultation', 'breve'], { cwd: makeWorkspace(FILES) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '1 passage.\n' });
    expect(stdout).toContain('Les **consultations** inventées sont trop **brèves**.');
    expect(stdout).toContain('records/ateliers/2022/2022-03-14-a.md:24 · constat · #temps-de-consultation');
  });

  test('finds a family of words, the words of a title, and nothing of internal notes or memos', async () => {
    const cwd = makeWorkspace(FILES);
    expect((await runCops(['search', 'indemnité'], { cwd })).stdout).toContain('**Indemniser**');
    expect((await runCops(['search', 'interne'], { cwd })).stdout).toContain(
      'records/ateliers/2023/2023-03-14-b.md:3 · titre',
    );
    for (const word of ['secret', 'revoir']) {
      const { code, stdout, stderr } = await runCops(['search', word], { cwd });
      expect({ code, stdout, stderr }).toEqual({
        code: 0,
        stdout: '',
        stderr: 'Aucun passage ne contient ces mots.\n',
      });
    }
  });

  test('says it when no passage holds all the words', async () => {
    const { stderr } = await runCops(['search', 'indemniser', 'rémunération'], { cwd: makeWorkspace(FILES) });
    expect(stderr).toMatch(/aucun ne contient tous les mots/);
  });

  test('keeps to the filters, the limit and the form asked for', async () => {
    const cwd = makeWorkspace(FILES);
    const find = async (...words: string[]) =>
      JSON.parse((await runCops(['search', 'inventé', '--format', 'json', ...words], { cwd })).stdout) as {
        results: { file: string }[];
      };
    expect((await find('--limit', '0')).results.length).toBeGreaterThan(3);
    expect((await find('--limit', '1')).results).toHaveLength(1);
    const { results } = await find('--type', 'projet', '--limit', '0');
    expect(new Set(results.map(({ file }) => file))).toEqual(new Set(['records/projets/pilote.md']));
    const drafts = await find('--validation', 'brouillon', '--limit', '0');
    expect(new Set(drafts.results.map(({ file }) => file))).toEqual(new Set(['records/ateliers/2023/2023-03-14-b.md']));
  });

  test.each([
    [['le', 'la'], /que des mots trop courants/],
    [['a', '--limit', 'x'], /--limit attend un nombre/],
    [['usager', '--theme', 'inconnu'], /La valeur « inconnu » de --theme/],
  ])('refuses %j', async (words, sentence) => {
    const { code, stderr } = await runCops(['search', ...words], { cwd: makeWorkspace(FILES) });
    expect(code).toBe(2);
    expect(stderr).toMatch(sentence);
  });
});

describe('themes', () => {
  test('counts as a summary does, over the records read in full, drafts aside', async () => {
    const cwd = makeWorkspace(FILES);
    const { code, stdout, stderr } = await runCops(['themes', '--format', 'json'], { cwd });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'Sur 2 fiches lues en entier, de 2 fiches hors brouillons.\n',
    });
    const { themes } = JSON.parse(stdout) as { themes: { id: string }[] };
    expect(themes.find(({ id }) => id === 'remuneration-des-usagers')).toMatchObject({
      ateliers: 1,
      ateliers_lus: 1,
      projets: 1,
      projets_lus: 1,
      passages: 2,
      pistes: 1,
    });
  });

  test('shows a theme under the one that it is part of, and survives a circle', async () => {
    const theme = (parent: string) =>
      `---\ntype: theme\ntitre: Thème fictif\ndefinition: Inventée\nparent: ${parent}\n---\n`;
    const cwd = makeWorkspace({
      'records/themes/enfant.md': theme('temps-de-consultation'),
      'records/themes/a.md': theme('b'),
      'records/themes/b.md': theme('a'),
      'records/projets/p.md': projet(),
    });
    const { stdout } = await runCops(['themes'], { cwd });
    expect(stdout).toMatch(/^Temps de consultation.*\n {2}Thème fictif +enfant/m);
    expect(stdout.match(/^ *Thème fictif/gm)).toHaveLength(3);
  });

  test('narrows to a PRS, and refuses an unknown one', async () => {
    const cwd = makeWorkspace(FILES);
    expect((await runCops(['themes', '--prs', '2023-2028'], { cwd })).stderr).toContain('Sur 0 fiche lue en entier');
    expect((await runCops(['themes', '--prs', 'x'], { cwd })).code).toBe(2);
  });
});
