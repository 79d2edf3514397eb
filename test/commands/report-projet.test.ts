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
import { ask, hasPdfTools, readWords } from '../support/pdf-file.ts';
import { makeFolder, makeWorkspace, runCops, writeFiles } from '../support/run-cops.ts';

const FILE = 'records/projets/a.md';
const TITLE = 'titre: Accompagnement fictif';
const print = (content: string, ...words: string[]) =>
  printDocument(makeWorkspace({ [FILE]: content }), '--projet', 'a', ...words);

const FOLLOWED = projet({
  header: `${TITLE}
suites:
  - { piste: p1, objet: Une réunion inventée, par: Structure Fictive, echeance: 2022-06, etat: fait }
  - { objet: Une lettre inventée, etat: prevu }`,
  body: `## Objectifs

Un objectif inventé.

## Perspectives

- → Faire relire un livret inventé. #mobilisation-des-usagers ^p1
- → Ouvrir une permanence inventée. #mobilisation-des-usagers

## Notes internes

- SECRETNOTE
`,
});

describe('the document of the real project', () => {
  test('is the one that was reviewed', async () => {
    await expect(await printDocument('.', '--projet', 'onco-occitanie')).toMatchFileSnapshot(
      '../golden/projet-onco-occitanie.md',
    );
  });

  test('says who, in which frameworks, how far, and what its text does not say', async () => {
    const stdout = await printDocument('.', '--projet', 'onco-occitanie');
    expect(stdout).toMatch(/^# Accompagnement d’Onco-Occitanie par le COPS, où en est le projet\n/);
    expect(stdout).toContain('Onco-Occitanie, dispositif spécifique régional en cancérologie (DSR-C)');
    expect(stdout).toContain('2018-2022\u00a0: Promouvoir un partenariat soignant-soigné');
    expect(stdout).toContain('| Réunions tenues | [4](#preuve-projets-onco-occitanie-interventions) sur 8 au plus |');
    expect(stdout).toContain('| Heures tenues | [8](#preuve-projets-onco-occitanie-heures) sur 16 au plus |');
    for (const row of ['Fin de l’accompagnement', 'Date de la convention'])
      expect(stdout).toContain(`| ${row} | non renseigné |`);
  });

  test('holds every passage in its own words, once, at its place, and nothing of another record', async () => {
    const stdout = await printDocument('.', '--projet', 'onco-occitanie');
    const lines = readFileSync('records/projets/onco-occitanie.md', 'utf8').split('\n');
    const places = [...stdout.matchAll(/^- <a id="extrait-\d+"><\/a>\*\*\d+\.\*\* (.*) \(\[P1, ligne (\d+)\]/gm)];
    expect(places).toHaveLength(14);
    for (const [, text = '', line] of places)
      expect(lines[Number(line) - 1]).toContain(text.slice(0, 40).replaceAll('\u00a0', ' '));
    expect(stdout).not.toMatch(/maladies-rares|Corbeau|Pagnon|mémo|undefined|null|\[object/);
    expect(stdout).not.toMatch(/\| :?-+:? \|\n\n|^- *$/m);
  });
});

describe('its annex', () => {
  test.each([
    ['a project with suites', () => print(FOLLOWED)],
    ['one of which nothing is known', () => print(projet({ header: `${TITLE}\nvalidation: relu` }))],
    ['the real one', () => printDocument('.', '--projet', 'onco-occitanie')],
  ])('proves the figures that are printed, and no other: %s', async (_, run) => {
    const stdout = await run();
    const { printed, proved } = listFigureAnchors(stdout);
    expect(printed.length).toBeGreaterThan(2);
    expect(proved).toEqual(printed);
    expect(findLostLinks(stdout)).toEqual([]);
  });
});

describe('pistes and suites', () => {
  test('each piste stands with what became of it, a suite without a piste too', async () => {
    const stdout = await print(FOLLOWED);
    expect(stdout).toContain(
      '| [n° 2](#extrait-2) Faire relire un livret inventé. | Une réunion inventée | Structure Fictive | juin 2022 | faite |',
    );
    expect(stdout).toContain('| [n° 3](#extrait-3) Ouvrir une permanence inventée. | non renseigné | — | — | — |');
    expect(stdout).toContain('| sans piste nommée | Une lettre inventée | non renseigné | non renseigné | prévue |');
    expect(stdout).toMatch(/\[2 pistes écrites\]\([^)]+\), dont \[1 a une suite notée\]\(#preuve-pistes-suivies\)/);
    expect(stdout).not.toContain('SECRETNOTE');
  });

  test('a section that the schema knows and the text has not is said to be unknown', async () => {
    expect(await print(FOLLOWED)).toMatch(/### Freins\n\nNon renseigné\./);
  });
});

describe('what is not known', () => {
  const BARE = `---\ntype: projet\ntitre: Projet nu\ndiffusion: partageable\nvalidation: relu\n---\n\n## Objectifs\n`;

  test('is said so, never as 0', async () => {
    const stdout = await print(BARE);
    expect(bodyOf(stdout).match(/[Nn]on renseigné/g)?.length).toBeGreaterThan(10);
    expect(stdout).toContain('La fiche n’est pas lue en entier avec la grille du centre');
    expect(stdout).toContain('Aucune piste ni aucune suite n’est écrite dans la fiche.');
    expect(bodyOf(stdout)).not.toMatch(/\[0/);
  });

  test('meetings that are listed are listed, with their objects', async () => {
    const stdout = await print(
      projet({
        header: `${TITLE}\ninterventions_realisees: ABSENT\ninterventions:\n  - { date: 2022-03 }\n  - { date: 2021-11-02, objet: "Un | objet *inventé*" }`,
      }),
    );
    expect(stdout).toMatch(/\| 2 novembre 2021 \| Un \\\| objet \\\*inventé\\\* \|\n\| mars 2022 \| non renseigné \|/);
  });

  test('a record that nobody has validated is not quoted', async () => {
    const stdout = await print(FOLLOWED.replace('validation: valide', 'validation: relu'));
    expect(stdout).toContain('La fiche du projet n’est pas encore validée');
    expect(stdout).not.toMatch(/objectif inventé|livret|permanence|réunion inventée/);
  });
});

describe('what must not leave', () => {
  test.each([
    ['internal', 'diffusion: interne', /Le projet « a » est interne.*« diffusion: partageable »/],
    ['internal by default', 'diffusion: ABSENT', /est interne/],
    ['a draft', 'validation: brouillon', /est un brouillon.*« validation: relu »/],
  ])('a project that is %s is refused, and shown with --interne alone, marked', async (_, header, sentence) => {
    const cwd = makeWorkspace({ [FILE]: projet({ header: `${TITLE}\n${header}` }) });
    for (const format of ['md', 'html', 'docx', 'json']) {
      const { code, stdout, stderr } = await runCops(['report', '--projet', 'a', '--format', format], { cwd });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr.replace(/\s+/g, ' ')).toMatch(sentence);
    }
    expect(await printDocument(cwd, '--projet', 'a', '--interne')).toContain('**Usage interne.**');
  });

  test('a name without agreement, and personal data, are in no format', async () => {
    const cwd = makeWorkspace({
      [FILE]: projet({
        header: `${TITLE}\nsuites:\n  - { objet: Un appel, par: Mme SECRETNOM, etat: fait }`,
        body: '## Objectifs\n\nÉcrire à prenom@exemple.fr ou au 06 12 34 56 78.\n',
      }),
      'records/ateliers/2022-01-10-secret.md': atelier({ header: 'date: 2022-01-10\ndiffusion: interne' }),
    });
    for (const format of ['md', 'html', 'json']) {
      const stdout = await printDocument(cwd, '--projet', 'a', '--format', format);
      expect(stdout).toContain('•••');
      expect(stdout).not.toMatch(/SECRETNOM|exemple\.fr|12 34 56|2022-01-10-secret/);
    }
  });

  test('texts that look like Markdown, HTML or Liquid stay texts', async () => {
    const hostile = '{{ prs.titre }} <script>x</script> [lien](http://exemple.org) | # titre';
    const stdout = await print(
      projet({
        header: `titre: "${hostile}"\nconvention: { public: "${hostile}" }\nprojets_cibles:\n  - { titre: "${hostile}" }`,
        body: `## Objectifs\n\nUn texte {% raw %} inventé.\n\n## ${hostile}\n\nUn autre texte inventé.\n`,
      }),
    );
    expect(stdout).not.toMatch(/(?<!\\)<script>|(?<!\\)\]\(http/);
    expect(stdout).toContain('{{ prs.titre }}');
    expect(stdout).toContain('{% raw %}');
    const html = await print(projet({ header: `titre: "${hostile}"` }), '--format', 'html');
    expect(html).not.toContain('<script>x');
  });
});

describe('requests', () => {
  const cwd = () => makeWorkspace({ [FILE]: projet({ header: TITLE }) });

  test.each([
    [
      ['--projet', 'aa'],
      /Aucun projet n’a l’identifiant « aa » ; le plus proche est « a »\. Les projets de cet espace :/,
    ],
    [['--projet'], /attend une valeur/],
    [['--projet', 'a', '--prs', '2018-2022'], /--projet montre un seul projet, en entier : retirez --prs\./],
    [['--projet', 'a', '--annee', '2022'], /retirez --annee/],
    [['--projet', 'a', '--depuis', '2022', '--jusqua', '2023'], /retirez --depuis et --jusqua/],
    [['--projet', 'a', '--departement', '31'], /retirez --departement/],
    [['--projet', 'a', '--theme', 'perennisation'], /retirez --theme/],
    [['--projet', 'a', '--public', 'participants'], /retirez --public/],
    [['--projet', 'a', '--brouillons'], /retirez --brouillons/],
  ])('that mean nothing end with 2 and a sentence: %j', async (words, sentence) => {
    const { code, stdout, stderr } = await runCops(['report', ...words], { cwd: cwd() });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.replace(/\s+/g, ' ')).toMatch(sentence);
  });

  test('an error in the project stops it, one in another record does not, one in the grille does', async () => {
    const faulty = makeWorkspace({ [FILE]: projet({ header: 'debut: hier' }) });
    const own = await runCops(['report', '--projet', 'a'], { cwd: faulty });
    expect([own.code, own.stdout]).toEqual([2, '']);
    expect(own.stderr).toContain('La fiche du projet « a » a une erreur');
    const checked = makeWorkspace({ [FILE]: projet({ header: `${TITLE}\ninterventions_realisees: { nombre: 9 }` }) });
    expect(await runCops(['report', '--projet', 'a'], { cwd: checked })).toMatchObject({ code: 1, stdout: '' });
    const partial = await runCops(['report', '--projet', 'a', '--partial'], { cwd: checked });
    expect([partial.code, partial.stdout]).toEqual([2, '']);
    const others = {
      [FILE]: projet({ header: TITLE }),
      'records/ateliers/2022-02-10-b.md': 'sans en-tête',
      'records/projets/b.md': projet({ header: 'debut: hier' }),
      'records/contrats/c.md': '---\ntype: contrat\n---\n',
    };
    expect((await runCops(['report', '--projet', 'a'], { cwd: makeWorkspace(others) })).code).toBe(0);
    const grille = { ...others, 'records/themes/perennisation.md': '---\ntype: theme\n---\n' };
    expect((await runCops(['report', '--projet', 'a'], { cwd: makeWorkspace(grille) })).code).toBe(1);
  });

  test('a provenance that asks for what is no word is none of ours', async () => {
    const root = cwd();
    const printed = await printDocument(root, '--projet', 'a');
    for (const selection of [
      '{"projet":5,"brouillons":false}',
      '{"projet":{"id":"a"}}',
      '{"projet":"a","interne":"oui"}',
    ]) {
      writeFiles(root, { 'x.md': printed.replace(/"selection":\{[^}]*\}/, `"selection":${selection}`) });
      const { code, stdout, stderr } = await runCops(['verify', 'x.md'], { cwd: root });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('ce n’est pas une synthèse écrite par cops');
    }
  });

  test('one that became internal since can no longer be verified, and the sentence says why', async () => {
    const root = cwd();
    writeFiles(root, { 'x.md': await printDocument(root, '--projet', 'a') });
    writeFiles(root, { [FILE]: projet({ header: `${TITLE}\ndiffusion: interne` }) });
    const { code, stdout, stderr } = await runCops(['verify', 'x.md'], { cwd: root });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('est interne');
  });

  test('the workspace’s own template replaces the package’s', async () => {
    const own = makeWorkspace({
      [FILE]: projet({ header: TITLE }),
      'templates/rapports/projet.md': '# {{ projet.titre }} : {{ projet.interventions | chiffre }}\n',
    });
    expect(await printDocument(own, '--projet', 'a')).toMatch(/^# Accompagnement fictif\u00a0: \[3\]\(#preuve-/);
  });

  test('a shell is offered the ids of projects', async () => {
    const { stdout } = await runCops(['complete', '--', 'report', '--projet', ''], { cwd: cwd() });
    expect(stdout).toMatch(/^a$/m);
  });

  test('the same records give the same bytes, and JSON says what it is of', async () => {
    const root = cwd();
    const twice = [await printDocument(root, '--projet', 'a'), await printDocument(root, '--projet', 'a')];
    expect(twice[0]).toBe(twice[1]);
    const json = JSON.parse(await printDocument(root, '--projet', 'a', '--format', 'json'));
    expect(json.projet).toEqual({ id: 'a', titre: 'Accompagnement fictif' });
    expect(Object.keys(json.sections)).not.toContain('activite');
    expect(json.fiches.map(({ id }: { id: string }) => id)).toEqual(['a']);
  });
});

describe.each(VERIFIABLE)('in %s', (format) => {
  const CHANGE = { md: /\[3 réunions tenues\]/, html: />3 réunions tenues</, docx: />3 réunions tenues</ } as const;

  test('it is verified as it was written, and a change by hand is named', async () => {
    const cwd = makeWorkspace({ [FILE]: projet({ header: TITLE }) });
    const change =
      format === 'json'
        ? { from: /(?<="projets\.a\.interventions",\s*"value": )3/, to: '5' }
        : { from: CHANGE[format], to: format === 'md' ? '[5 réunions tenues]' : '>5 réunions tenues<' };
    const { held, changed } = await verifyDocument(cwd, ['--projet', 'a'], { format, ...change });
    expect(held).toMatch(/^Document du projet « a », écrit avec cops [\d.]+\./);
    expect(held).not.toContain('Textes ajoutés');
    expect(changed).toContain('interventions (projets.a.interventions) : 3 était écrit, 5 est imprimé');
  });
});

test.skipIf(!hasPdfTools)('as a PDF it is sound, its annex on a page of its own', async () => {
  const path = join(makeFolder(), 'projet.pdf');
  const { code } = await runCops(['report', '--projet', 'onco-occitanie', '--output', path], { cwd: '.' });
  expect(code).toBe(0);
  expect(ask('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found');
  expect(ask('pdfinfo', path)).toMatch(/^Tagged: +yes$/m);
  expect(readWords(path)).toContain('Promouvoir un partenariat soignant-soigné');
});

test.skipIf(!hasChromium)('as a page it has no barrier that axe-core knows', async () => {
  expect(await findBarriers(await print(FOLLOWED, '--format', 'html'))).toEqual([]);
});
