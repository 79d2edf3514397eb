import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { kindOf } from '../../src/synthese/figure-list.ts';
import { atelier, projet } from '../support/fiches.ts';
import { makeFolder, makeWorkspace, runCops, writeFiles } from '../support/run-cops.ts';

interface Figure {
  id: string;
  value: number;
  base?: number;
  sources: ({ file: string; line: number } | { interne: true })[];
}

interface Summary {
  version: number;
  sections: Record<string, { figures: Figure[] }>;
  recurrents: string[];
  extraits: { numero: number; text: string; file: string; line: number; nature: string; themes: string[] }[];
  fiches: { id: string; file: string }[];
}

/** The summary of a workspace as JSON. */
async function summarize(cwd: string, ...options: string[]): Promise<Summary> {
  const { code, stdout, stderr } = await runCops(['report', '--prs', '2018-2022', '--format', 'json', ...options], {
    cwd,
  });
  expect(stderr.replace(/^.*(avertissement|Synthèse écrite).*$/gm, '').trim()).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout) as Summary;
}

/** A document without the comment at its end that says where it comes from. */
function withoutProvenance(markdown: string): string {
  expect(markdown).toMatch(PROVENANCE);
  return markdown.replace(PROVENANCE, '');
}

const PROVENANCE = /\n<!-- cops-provenance \{.*\} -->\n$/;

function figures({ sections }: Summary): Map<string, Figure> {
  return new Map(Object.values(sections).flatMap((section) => section.figures.map((figure) => [figure.id, figure])));
}

function dated(day: string, changes: { header?: string; body?: string } = {}): string {
  return atelier({ ...changes, header: `titre: Atelier fictif du ${day}\ndate: ${day}\n${changes.header ?? ''}` });
}

describe('the two real records', () => {
  test('give the summary that was reviewed', async () => {
    const markdown = await runCops(['report', '--prs', '2018-2022'], { cwd: '.' });
    expect(markdown).toMatchObject({ code: 0, stderr: '' });
    await expect(markdown.stdout).toMatchFileSnapshot('../golden/synthese-2018-2022.md');
    const json = await runCops(['report', '--prs', '2018-2022', '--format', 'json'], { cwd: '.' });
    await expect(json.stdout).toMatchFileSnapshot('../golden/synthese-2018-2022.json');
  });

  test('say what the sources say, and call nothing recurrent', async () => {
    const summary = await summarize('.');
    const all = figures(summary);
    expect(all.get('themes.temps-de-consultation.ateliers')).toMatchObject({ value: 1, base: 1 });
    expect(all.get('themes.temps-de-consultation.projets')).toMatchObject({ value: 0, base: 1 });
    expect(all.get('themes.remuneration-des-usagers.ateliers')).toMatchObject({ value: 0, base: 1 });
    expect(all.get('themes.remuneration-des-usagers.projets')).toMatchObject({ value: 1, base: 1 });
    expect(all.get('projets.onco-occitanie.interventions')).toMatchObject({ value: 4, base: 8 });
    expect(all.get('projets.onco-occitanie.heures')).toMatchObject({ value: 8, base: 16 });
    expect(all.get('projets.onco-occitanie.projets-cibles')).toMatchObject({ value: 3 });
    expect(all.get('pistes.passages')).toMatchObject({ value: 8 });
    expect(summary.recurrents).toEqual([]);
  });

  test('read well: no empty table, no empty list, no « récurrent », no name of a facilitator', async () => {
    const { stdout } = await runCops(['report', '--prs', '2018-2022'], { cwd: '.' });
    expect(stdout).not.toMatch(/récurrent/i);
    expect(stdout).not.toMatch(/\| :?-+:? \|\n\n/);
    expect(stdout).not.toMatch(/^- *$/m);
    expect(stdout).not.toMatch(/Corbeau|Pagnon/);
    expect(stdout).not.toMatch(/undefined|null|\[object/);
    expect(stdout).toContain('sur 8 au plus, à une date que le texte ne donne pas');
  });
});

describe('evidence', () => {
  test('every link inside the document finds its anchor, every link to a record the line of its extract', async () => {
    const { stdout } = await runCops(['report', '--prs', '2018-2022'], { cwd: '.' });
    const anchors = new Set([...stdout.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id));
    const targets = [...stdout.matchAll(/\]\(#([^)]+)\)/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(50);
    expect(targets.filter((target) => !anchors.has(target ?? ''))).toEqual([]);
    const summary = await summarize('.');
    for (const { text, file, line } of summary.extraits) {
      expect(stdout).toContain(`](${file}?plain=1#L${line})`);
      const written = readFileSync(file, 'utf8').split('\n')[line - 1] ?? '';
      expect(written.replace(/^[-→\s]*/, '')).toContain(text.slice(0, 40));
    }
  });

  test('every figure is of a documented kind and has a source for each unit that it counts', async () => {
    for (const figure of figures(await summarize('.')).values()) {
      const { kind } = kindOf(figure);
      const isCount = !/interventions|heures|participations/.test(kind.id);
      if (isCount) expect(figure.sources).toHaveLength(figure.value);
      else expect(figure.sources.length).toBeGreaterThan(0);
      if (figure.base !== undefined) expect(figure.value).toBeLessThanOrEqual(figure.base);
    }
  });

  test('two runs give the same bytes', async () => {
    const once = await runCops(['report', '--prs', '2018-2022'], { cwd: '.', now: new Date('2020-01-01') });
    const twice = await runCops(['report', '--prs', '2018-2022'], { cwd: 'src', now: new Date('2031-12-31') });
    expect(twice.stdout).toBe(once.stdout);
  });
});

describe('counting', () => {
  test('a theme is recurrent from as many records as the workspace sets', async () => {
    const files = Object.fromEntries(
      ['2022-01-10', '2022-02-10', '2022-03-10'].map((day) => [`records/ateliers/${day}-a.md`, dated(day)]),
    );
    expect((await summarize(makeWorkspace(files))).recurrents).toEqual(['temps-de-consultation']);
    const strict = makeWorkspace({ ...files, 'cops.yaml': 'seuils: { recurrence: 4 }\n' });
    expect((await summarize(strict)).recurrents).toEqual([]);
    const { stdout } = await runCops(['report', '--prs', '2018-2022'], { cwd: makeWorkspace(files) });
    expect(stdout).toContain('### Thèmes récurrents');
    expect(stdout).toContain('[3 ateliers sur 3 lus](#preuve-themes-temps-de-consultation-ateliers)');
  });

  test('records not read in full are no part of a base; drafts are counted only when asked for', async () => {
    const cwd = makeWorkspace({
      'records/ateliers/2022-01-10-lu.md': dated('2022-01-10'),
      'records/ateliers/2022-02-10-non-lu.md': dated('2022-02-10', { header: 'codage: { etat: non-lu }', body: BARE }),
      'records/ateliers/2022-03-10-partiel.md': dated('2022-03-10', { header: 'codage: { etat: partiel }' }),
      'records/ateliers/2022-04-10-brouillon.md': dated('2022-04-10', { header: 'validation: brouillon' }),
    });
    const all = figures(await summarize(cwd));
    expect(all.get('activite.ateliers')?.value).toBe(3);
    expect(all.get('themes.temps-de-consultation.ateliers')).toMatchObject({ value: 1, base: 1 });
    expect(all.get('limites.brouillons')?.value).toBe(1);
    expect(all.get('limites.non-lus')?.value).toBe(1);
    expect(all.get('limites.lues-en-partie')?.value).toBe(1);
    const withDrafts = figures(await summarize(cwd, '--brouillons'));
    expect(withDrafts.get('activite.ateliers')?.value).toBe(4);
    expect(withDrafts.get('themes.temps-de-consultation.ateliers')).toMatchObject({ value: 2, base: 2 });
  });

  test('nothing is counted out of zero records', async () => {
    const files = Object.fromEntries(
      ['2022-01-10', '2022-02-10', '2022-03-10'].map((day) => [`records/ateliers/${day}-a.md`, dated(day)]),
    );
    for (const count of [1, 3]) {
      const cwd = makeWorkspace(Object.fromEntries(Object.entries(files).slice(0, count)));
      const { stdout } = await runCops(['report', '--prs', '2018-2022'], { cwd });
      expect(stdout).not.toMatch(/sur 0/);
    }
  });

  test('hours are rounded, and written as French writes them', async () => {
    const cwd = makeWorkspace({
      'records/projets/a.md': projet({ header: 'convention: { interventions_max: 3, duree_intervention_h: 0.7 }' }),
    });
    const { stdout } = await runCops(['report', '--prs', '2018-2022'], { cwd });
    expect(stdout).toContain('[2,1 heures](#preuve-projets-a-heures) sur 2,1 au plus');
    expect(figures(await summarize(cwd)).get('projets.a.heures')).toMatchObject({ value: 2.1, base: 2.1 });
  });

  test('a file that is not read for its name stops the summary', async () => {
    const cwd = makeWorkspace({
      'records/ateliers/2022-01-10-a.md': dated('2022-01-10'),
      'records/ateliers/2022-02-10-b.MD': dated('2022-02-10'),
    });
    expect(await runCops(['report', '--prs', '2018-2022'], { cwd })).toMatchObject({ code: 1, stdout: '' });
  });

  test('a theme declared without a passage is told and counted nowhere; a refusal and a free code count nothing', async () => {
    const body = `## Situation\n\n## Synthèse\n\n- Un constat inventé. #?accueil <!-- pas #temps-de-consultation -->\n`;
    const cwd = makeWorkspace({
      'records/ateliers/2022-01-10-a.md': dated('2022-01-10', { header: 'themes: [perennisation]', body }),
    });
    const all = figures(await summarize(cwd));
    expect(all.get('themes.perennisation.ateliers')).toMatchObject({ value: 0, base: 1 });
    expect(all.get('themes.perennisation.sans-passage')?.value).toBe(1);
    expect(all.get('themes.temps-de-consultation.passages')?.value).toBe(0);
    const { stdout } = await runCops(['report', '--prs', '2018-2022'], { cwd });
    expect(stdout).toMatch(/pérennisation \(\+ \[1 fiche\]\([^)]*\) sans passage\)/);
    expect(stdout).toContain('Mots libres à discuter, comptés nulle part\u00a0: accueil.');
  });

  test('a record belongs by its key whatever its date, else by its date, and to nothing in the gap of 2023', async () => {
    const cwd = makeWorkspace({
      'records/ateliers/2023-05-10-cle.md': dated('2023-05-10'),
      'records/ateliers/2022-05-10-date.md': dated('2022-05-10', { header: 'prs: ABSENT' }),
      'records/ateliers/2023-06-10-trou.md': dated('2023-06-10', { header: 'prs: ABSENT' }),
      'records/ateliers/2024-06-10-apres.md': dated('2024-06-10', { header: 'prs: 2023-2028' }),
    });
    const summary = await summarize(cwd);
    expect(summary.fiches.map(({ id }) => id)).toEqual(['2022-05-10-date', '2023-05-10-cle']);
    expect(figures(summary).get('limites.par-date')?.value).toBe(1);
  });

  test('records that lie in no PRS are counted nowhere, and the summary says how many there are', async () => {
    const cwd = makeWorkspace({
      'records/ateliers/2022-01-10-a.md': dated('2022-01-10'),
      'records/ateliers/2023-03-10-trou.md': dated('2023-03-10', { header: 'prs: ABSENT' }),
      'records/projets/ouvert.md': projet({ header: 'cadres: ABSENT' }),
    });
    expect(figures(await summarize(cwd)).get('limites.sans-prs')?.value).toBe(2);
    const { stdout } = await runCops(['report', '--prs', '2018-2022'], { cwd });
    expect(stdout).toContain('2 fiches n’entrent dans la période d’aucun PRS');
  });

  test.each([
    ['interventions_realisees: { nombre: 3 }', 'à une date que le texte ne donne pas'],
    ['interventions_realisees: { nombre: 3, arrete_au: 2022-06 }', 'compte arrêté\u00a0: juin 2022'],
    [
      'interventions_realisees: ABSENT\ninterventions:\n  - { date: 2022-12-01 }\n  - { date: 2022-03 }',
      'la dernière\u00a0: 1er décembre 2022',
    ],
  ])('the meetings of a project are dated as their record dates them: %j', async (header, sentence) => {
    const cwd = makeWorkspace({ 'records/projets/a.md': projet({ header }) });
    expect((await runCops(['report', '--prs', '2018-2022'], { cwd })).stdout).toContain(sentence);
  });

  test('dates choose ateliers that lie in them whole, and projects that run in them', async () => {
    const cwd = makeWorkspace({
      'records/ateliers/2022-05-10-dedans.md': dated('2022-05-10'),
      'records/ateliers/2022-vague.md': atelier({ header: 'titre: Vague\ndate: 2022' }),
      'records/ateliers/2021-05-10-dehors.md': dated('2021-05-10'),
      'records/projets/long.md': projet({ header: 'titre: Long\ndebut: 2019' }),
      'records/projets/fini.md': projet({ header: 'titre: Fini\ndebut: 2019\nfin: 2020\nstatut: termine' }),
    });
    const summary = await summarize(cwd, '--depuis', '01/03/2022', '--jusqua', 'juin 2022');
    expect(summary.fiches.map(({ id }) => id)).toEqual(['2022-05-10-dedans', 'long']);
    expect(figures(summary).get('limites.dates-vagues')?.value).toBe(1);
  });

  test('a département chooses the records that name it, and says how many name none', async () => {
    const cwd = makeWorkspace({
      'records/ateliers/2022-05-10-a.md': dated('2022-05-10', { header: 'departements: [09, 31]' }),
      'records/ateliers/2022-06-10-b.md': dated('2022-06-10', { header: 'departements: [34]' }),
      'records/ateliers/2022-07-10-c.md': dated('2022-07-10'),
    });
    const summary = await summarize(cwd, '--departement', '9');
    expect(summary.fiches.map(({ id }) => id)).toEqual(['2022-05-10-a']);
    expect(figures(summary).get('limites.sans-departement')?.value).toBe(1);
  });

  test('participations by role are shown from three ateliers on, as totals over the period', async () => {
    const day = (month: number) => `2022-0${month}-10`;
    const files = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`records/ateliers/${day(index + 1)}-a.md`, dated(day(index + 1))]),
      );
    const few = makeWorkspace(files(2));
    expect([...figures(await summarize(few)).keys()].filter((id) => id.includes('participations'))).toEqual([]);
    const enough = figures(await summarize(makeWorkspace(files(3))));
    expect(enough.get('activite.participations.professionnel')?.value).toBe(9);
    const internal = figures(await summarize(few, '--interne'));
    expect(internal.get('activite.participations.professionnel')?.value).toBe(6);
  });
});

const BARE = '## Situation choisie par le groupe\n\n## Synthèse coconstruite\n\n- Un constat inventé, non lu.\n';

describe('what may be shared', () => {
  const secrets = {
    'records/ateliers/2022-01-10-secretinterne.md': dated('2022-01-10', {
      header: `titre: SECRETTITRE\ndiffusion: ABSENT\nsujet: SECRETSUJET\nsuites:\n  - { objet: SECRETSUITE, etat: prevu }`,
      body: '## Situation\n\n## Synthèse\n\n- SECRETPASSAGE inventé. #temps-de-consultation\n- → SECRETPISTE inventée.\n',
    }),
    'records/projets/secretprojet.md': projet({ header: 'titre: SECRETPROJET\ndiffusion: interne' }),
    'records/ateliers/2022-02-10-relu.md': dated('2022-02-10', {
      header: 'validation: relu',
      body: '## Situation\n\n## Synthèse\n\n- SECRETRELU inventé. #temps-de-consultation\n',
    }),
    'records/ateliers/2022-03-10-notes.md': dated('2022-03-10', {
      header:
        'coanimation:\n  - { nom: SECRETNOM, role: professionnel }\n  - { nom: Accord Donné, role: patient-partenaire-formateur, accord_publication: true }\nsuites:\n  - { objet: Revoir le groupe inventé, par: SECRETNOM, etat: fait }\n  - { objet: Revoir encore, par: "secretnom, médecin", etat: fait }\n  - { objet: Revoir enfin, par: Mme SECRETINCONNUE, etat: fait }',
      body: '## Situation\n\n## Synthèse\n\n- Un constat. <!-- mémo : SECRETMEMO --> #temps-de-consultation\n\n## Notes internes\n\nSECRETNOTE\n',
    }),
  };

  test.each(['md', 'json'])('nothing internal is in a shareable summary: %s', async (format) => {
    const cwd = makeWorkspace(secrets);
    const { code, stdout } = await runCops(['report', '--prs', '2018-2022', '--format', format], { cwd });
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/SECRET/i);
    expect(stdout).toContain(format === 'json' ? '"interne": true' : 'non montré');
    if (format === 'md') expect(stdout).toContain('Accord Donné');
    if (format === 'md')
      expect(stdout).toContain('. 1 suite, notée dans une fiche interne ou non validée, n’est pas montrée.\n');
  });

  test('internal records are counted all the same', async () => {
    const all = figures(await summarize(makeWorkspace(secrets)));
    expect(all.get('activite.ateliers')?.value).toBe(3);
    expect(all.get('activite.projets')?.value).toBe(1);
    expect(all.get('themes.temps-de-consultation.ateliers')).toMatchObject({ value: 3, base: 3 });
    expect(all.get('suites.toutes')?.value).toBe(4);
    expect(all.get('limites.internes')?.value).toBe(2);
  });

  test('--interne shows all but internal notes and memos, and says so at the top', async () => {
    const { stdout } = await runCops(['report', '--prs', '2018-2022', '--interne'], { cwd: makeWorkspace(secrets) });
    for (const word of ['SECRETTITRE', 'SECRETPISTE', 'SECRETPROJET', 'SECRETNOM', 'SECRETSUITE'])
      expect(stdout).toContain(word);
    expect(stdout).not.toMatch(/SECRETNOTE|SECRETMEMO|SECRETRELU/);
    expect(stdout.split('\n').slice(0, 4).join('\n')).toContain('Usage interne');
  });

  test('a place, a field or a date that only an internal record has is told by no table', async () => {
    const cwd = makeWorkspace({
      ...Object.fromEntries(
        ['2021-01-10', '2021-02-10', '2021-03-10', '2021-04-10', '2022-05-10'].map((day) => [
          `records/ateliers/${day}-a.md`,
          dated(day, { header: 'departements: [31]\ndomaine: formation' }),
        ]),
      ),
      'records/ateliers/2019-06-10-secret.md': dated('2019-06-10', {
        header: 'diffusion: interne\ndepartements: [82]\ndomaine: management',
      }),
    });
    const ids = [...figures(await summarize(cwd)).keys()];
    expect(ids).toContain('activite.departements.31');
    expect(ids).toContain('activite.annees.2022');
    expect(ids.filter((id) => /82|management|2019/.test(id))).toEqual([]);
    expect([...figures(await summarize(cwd, '--interne')).keys()]).toContain('activite.departements.82');
  });

  test('dates and a département choose among shareable records only, and show no participations', async () => {
    const cwd = makeWorkspace({
      ...Object.fromEntries(
        ['2022-01-10', '2022-02-10', '2022-03-10'].map((day) => [
          `records/ateliers/${day}-a.md`,
          dated(day, { header: 'departements: [31]' }),
        ]),
      ),
      'records/ateliers/2022-04-10-secret.md': dated('2022-04-10', {
        header: 'diffusion: interne\ndepartements: [82]',
      }),
    });
    const narrowed = figures(await summarize(cwd, '--depuis', '2022-01'));
    expect(narrowed.get('activite.ateliers')?.value).toBe(3);
    expect([...narrowed.keys()].filter((id) => id.includes('participations'))).toEqual([]);
    const alone = await runCops(['report', '--prs', '2018-2022', '--departement', '82'], { cwd });
    expect(alone).toMatchObject({ code: 2, stdout: '' });
    const { stdout } = await runCops(['report', '--prs', '2018-2022', '--depuis', '2022-01'], { cwd });
    expect(stdout).toContain('les fiches internes ne sont pas comptées');
  });

  test('a role of participants does not tell which atelier it was in', async () => {
    const days = ['2022-01-10', '2022-02-10', '2022-03-10'];
    const cwd = makeWorkspace(Object.fromEntries(days.map((day) => [`records/ateliers/${day}-a.md`, dated(day)])));
    const own = 'participants:\n  - { role: proche-aidant, effectif: 1 }';
    writeFiles(cwd, { 'records/ateliers/2022-03-10-a.md': dated('2022-03-10', { header: own }) });
    const figure = figures(await summarize(cwd)).get('activite.participations.proche-aidant');
    expect(figure).toMatchObject({ value: 1 });
    expect(figure?.sources).toHaveLength(3);
  });

  test('a draft is told by its number alone, even one that is to be shared', async () => {
    const cwd = makeWorkspace({
      'records/ateliers/2022-01-10-a.md': dated('2022-01-10'),
      'records/ateliers/2022-02-10-ebauche.md': dated('2022-02-10', { header: 'validation: brouillon' }),
    });
    const { stdout } = await runCops(['report', '--prs', '2018-2022'], { cwd });
    expect(stdout).toContain('[1 brouillon n’est pas compté]');
    expect(stdout).not.toContain('ebauche');
  });

  test('a count says how many of its passages are not shown, and announces no empty list', async () => {
    const body = '## Situation\n\n## Synthèse\n\n- → Une piste inventée. #temps-de-consultation\n';
    const cwd = makeWorkspace({
      'records/ateliers/2022-01-10-a.md': dated('2022-01-10', { body, header: 'diffusion: interne' }),
      'records/ateliers/2022-02-10-b.md': dated('2022-02-10', { body: BARE }),
    });
    const { stdout } = await runCops(['report', '--prs', '2018-2022'], { cwd });
    expect(stdout).toContain('(dans des fiches internes ou non validées, sans extrait).');
    expect(stdout).not.toMatch(/[\s\u00a0]:\n\n(?!-)/);
  });

  test.each(['md', 'json'])('personal data in a text is masked: %s', async (format) => {
    const body =
      '## Situation\n\n## Synthèse\n\n- Écrire à prenom@exemple.fr ou au 06 12 34 56 78. #temps-de-consultation\n';
    const cwd = makeWorkspace({
      'records/ateliers/2022-01-10-a.md': dated('2022-01-10', { body, header: 'sujet: voir autre@exemple.fr' }),
    });
    const { stdout } = await runCops(['report', '--prs', '2018-2022', '--format', format], { cwd });
    expect(stdout).toContain('•••');
    expect(stdout).not.toMatch(/exemple\.fr|exemple\\\.fr|12 34 56/);
  });
});

describe('faults', () => {
  const faulty = {
    'records/ateliers/2022-01-10-a.md': dated('2022-01-10'),
    'records/ateliers/2022-02-10-b.md': dated('2022-02-10', { header: 'situaton: x' }),
  };

  test('an error in a selected record stops the summary, and nothing is on stdout', async () => {
    const { code, stdout, stderr } = await runCops(['report', '--prs', '2018-2022'], { cwd: makeWorkspace(faulty) });
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('records/ateliers/2022-02-10-b.md:');
    expect(stderr).toContain('--partial');
  });

  test('--partial goes on and names what was left out, without naming what is not shareable', async () => {
    const cwd = makeWorkspace({ ...faulty, 'records/ateliers/2022-03-10-secret.md': 'sans en-tête' });
    const { code, stdout } = await runCops(['report', '--prs', '2018-2022', '--partial'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain(
      '[2 fichiers sont écartés pour leurs erreurs, et comptés nulle part](#preuve-limites-ecartees)',
    );
    expect(stdout).toContain('2022-02-10-b.md');
    expect(stdout).not.toContain('secret');
  });

  test('an error in a record of another period stops nothing', async () => {
    const other = dated('2024-02-10', { header: 'prs: 2023-2028\nsituaton: x' });
    const cwd = makeWorkspace({
      'records/ateliers/2022-01-10-a.md': dated('2022-01-10'),
      'records/ateliers/2024-02-10-b.md': other,
    });
    expect((await summarize(cwd)).fiches).toHaveLength(1);
  });

  test.each([
    ['a record whose period cannot be read', { 'records/ateliers/2022-02-10-b.md': '---\ntitre: "x\n---\n' }],
    ['a theme', { 'records/themes/perennisation.md': '---\ntype: theme\n---\n' }],
    ['another PRS', { 'records/prs/2023-2028.md': '---\ntype: prs\n---\n' }],
    ['cops.yaml', { 'cops.yaml': 'seuils: { recurence: 3 }\n' }],
  ])('an error in %s stops the summary', async (_, files) => {
    const cwd = makeWorkspace({ 'records/ateliers/2022-01-10-a.md': dated('2022-01-10'), ...files });
    expect(await runCops(['report', '--prs', '2018-2022'], { cwd })).toMatchObject({ code: 1, stdout: '' });
  });

  test.each([
    [[], /Dites de quel PRS.*\n {2}--prs 2018-2022 .*\n {2}--prs 2023-2028/],
    [['--prs', '2018-2023'], /« 2018-2023 » n’a pas de fiche ; le plus proche est « 2018-2022 »/],
    [['--prs', '2023-2028'], /Aucun atelier ni projet n’entre dans cette synthèse/],
    [['--prs', '2018-2022', '--depuis', 'hier'], /--depuis attend une date/],
    [['--prs', '2018-2022', '--depuis', '2022', '--jusqua', '2021'], /inversez-les/],
    [['--prs', '2018-2022', '--departement', '99'], /« 99 » n’en est pas un/],
    [['--prs', '2018-2022', '--format', 'odt'], /valeurs possibles : md, html/],
    [['--prs'], /attend une valeur/],
  ])('a request that cannot be met ends with 2 and a sentence: %j', async (options, sentence) => {
    const cwd = makeWorkspace({ 'records/ateliers/2022-01-10-a.md': dated('2022-01-10') });
    const { code, stdout, stderr } = await runCops(['report', ...options], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
  });
});

describe('--output', () => {
  const files = { 'records/ateliers/2022-01-10-a.md': dated('2022-01-10') };

  test('writes the file whole, links relative to it, and replaces it the next time', async () => {
    const cwd = makeWorkspace(files);
    for (let run = 0; run < 2; run++) {
      const { code, stdout } = await runCops(['report', '--prs', '2018-2022', '--output', 'syntheses/prs.md'], { cwd });
      expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
      expect(readdirSync(join(cwd, 'syntheses'))).toEqual(['prs.md']);
    }
    const written = readFileSync(join(cwd, 'syntheses/prs.md'), 'utf8');
    expect(written).toContain('](../records/ateliers/2022-01-10-a.md?plain=1#L');
  });

  test('outside the workspace a place is told without a link that would lead nowhere', async () => {
    const elsewhere = join(makeFolder(), 'prs.md');
    await runCops(['report', '--prs', '2018-2022', '--output', elsewhere], { cwd: makeWorkspace(files) });
    const written = readFileSync(elsewhere, 'utf8');
    expect(written).not.toContain('?plain=1');
    expect(written).toContain('A1, ligne');
  });

  test.each([
    ['records/ateliers/2022-01-10-a.md', /la place des fiches/],
    ['cops.yaml', /la place des fiches/],
    ['notes.md', /n’est pas une synthèse/],
    ['dossier', /c’est un dossier/],
    ['notes.md/synthese.md', /Ce fichier n’a pas été écrit/],
  ])('%s is not replaced', async (output, sentence) => {
    const cwd = makeWorkspace({ ...files, 'notes.md': 'Mes notes inventées.\n' });
    mkdirSync(join(cwd, 'dossier'));
    const { code, stdout, stderr } = await runCops(['report', '--prs', '2018-2022', '--output', output], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(readFileSync(join(cwd, 'notes.md'), 'utf8')).toBe('Mes notes inventées.\n');
    expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('nothing is written where the summary is stopped', async () => {
    const cwd = makeWorkspace({ 'records/ateliers/2022-01-10-a.md': 'sans en-tête' });
    expect((await runCops(['report', '--prs', '2018-2022', '--output', 'x.md'], { cwd })).code).toBe(1);
    expect(existsSync(join(cwd, 'x.md'))).toBe(false);
  });
});

describe('templates', () => {
  const files = { 'records/ateliers/2022-01-10-a.md': dated('2022-01-10') };

  test('the workspace’s own template replaces the package’s', async () => {
    const cwd = makeWorkspace({
      ...files,
      'templates/rapports/synthese.md': '# {{ prs.titre }} : {{ activite.ateliers | compte: "atelier" }}\n',
    });
    const { stdout } = await runCops(['report', '--prs', '2018-2022'], { cwd });
    expect(withoutProvenance(stdout)).toBe(
      '# Projet Régional de Santé Occitanie 2018-2022\u00a0: [1 atelier](#preuve-activite-ateliers)\n',
    );
  });

  test.each([
    [
      '# Titre\n\n{{ inconnu }}\n',
      /templates\/rapports\/synthese\.md », ligne 3, colonne 4 a une erreur : la variable « inconnu » n’existe pas/,
    ],
    ['{{ titre | inconnu }}', /ligne 1.*le filtre « inconnu » n’existe pas/],
    ['{% inconnu %}', /la balise « inconnu » n’existe pas/],
    ['\n{% if titre %}', /n’est pas fermée/],
    ['{% for i in (1..10000000000) %}x{% endfor %}', /un texte sans fin/],
    ['{% for x %}{% endfor %}', /mal écrite/],
    ['{% include "absent" %}', /n’existe pas/],
    ['{{ titre', /n’est pas fermée/],
  ])('a faulty template is told with its line: %j', async (template, sentence) => {
    const cwd = makeWorkspace({ ...files, 'templates/rapports/synthese.md': template });
    const { code, stdout, stderr } = await runCops(['report', '--prs', '2018-2022'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test.each([
    '# dièse',
    '- tiret',
    '+ plus',
    '1. un',
    '12) douze',
    '=',
    ': x',
    '> cité',
    '*gras* _i_',
    '![i](u)',
    '&amp;',
    'http://exemple.invalid',
    'www.exemple.invalid',
    '~~x~~',
    '[^1]',
    '[ ] fait',
    '<b>',
    'a | b',
    '`x`',
    'C:\\n',
  ])('words that Markdown would read otherwise stay as they are, wherever they stand: %s', async (words) => {
    const written = JSON.stringify(words);
    const suites = `suites:\n  - { objet: ${written}, etat: fait }`;
    const cwd = makeWorkspace({
      'templates/rapports/synthese.md':
        '{% for a in ateliers %}\n- {{ a.situation }}\n{% endfor %}\n\n{{ ateliers[0].situation }}\n\n| a |\n| - |\n{% for s in suites.lignes -%}\n| {{ s.objet }} |\n{% endfor %}\n',
      'records/ateliers/2022-01-10-a.md': dated('2022-01-10', { header: `situation: ${written}\n${suites}` }),
    });
    const { stdout } = await runCops(['report', '--prs', '2018-2022'], { cwd });
    const tree = unified().use(remarkParse).use(remarkGfm).parse(withoutProvenance(stdout));
    expect(tree.children.map(({ type }) => type)).toEqual(['list', 'paragraph', 'table']);
    const plain = (node: Nodes): string =>
      'value' in node ? node.value : 'children' in node ? node.children.map(plain).join('') : '';
    const texts = tree.children.map((node) => plain(node).replace(/[\u00a0\u202f]/g, ' '));
    expect(texts).toEqual([words, words, `a${words}`]);
  });

  test('words of a record are words: no Markdown, HTML or Liquid of theirs acts in the document', async () => {
    const words = '{{ titre }} <script>x</script> [lien](http://exemple.invalid) *gras* | barre # dièse';
    const cwd = makeWorkspace({
      'records/ateliers/2022-01-10-a.md': dated('2022-01-10', { header: `sujet: '${words}'` }),
    });
    const { stdout } = await runCops(['report', '--prs', '2018-2022'], { cwd });
    expect(stdout).toContain('{{ titre }}');
    expect(stdout).toContain('\\<script>');
    expect(stdout).not.toMatch(/(?<!\\)<script>/);
    expect(stdout).not.toContain('](http://exemple.invalid)');
  });
});

test('a workspace of the author’s own is summed up where it lies', async () => {
  const cwd = makeWorkspace({ 'records/ateliers/2022-01-10-a.md': dated('2022-01-10') });
  writeFiles(cwd, { 'sous/dossier/x.txt': '' });
  writeFileSync(join(cwd, 'cops.yaml'), 'nom: Centre inventé\n');
  const { code, stdout } = await runCops(['report', '--prs', '2018-2022', '-C', '..'], {
    cwd: join(cwd, 'sous', 'dossier'),
  });
  expect(code).toBe(0);
  expect(stdout).toContain('Centre inventé, région Occitanie');
});

describe('a name for the output that cannot be', () => {
  test.each([
    [['--output', 'x.xlsx'], 'pour un tableur, écrivez les tables dans un dossier'],
    [['--output', 'x.doc'], 'Une synthèse n’a pas la forme « .doc » ; les noms finissent par .md, .html'],
    [['--output', 'x.docx', '--format', 'html'], '« --format html » et le nom « x.docx » disent deux formes'],
    [['--output', '../nulle-part/x.md'], 'n’existe pas : créez-le, ou corrigez le chemin'],
  ])('%j', async (words, sentence) => {
    const cwd = makeWorkspace({ 'records/ateliers/2022-01-10-a.md': dated('2022-01-10') });
    const before = readdirSync(cwd);
    const { code, stdout, stderr } = await runCops(['report', '--prs', '2018-2022', ...words], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
    expect(readdirSync(cwd)).toEqual(before);
  });

  test('a folder of the workspace that is not there yet is made', async () => {
    const cwd = makeWorkspace({ 'records/ateliers/2022-01-10-a.md': dated('2022-01-10') });
    const { code } = await runCops(['report', '--prs', '2018-2022', '--output', 'envois/x.md'], { cwd });
    expect(code).toBe(0);
    expect(readdirSync(join(cwd, 'envois'))).toEqual(['x.md']);
  });
});
