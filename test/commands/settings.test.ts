import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atelier } from '../support/fiches.ts';
import { commitAll, hasGit } from '../support/git.ts';
import { makeFolder, makeWorkspace, runCops, writeFiles } from '../support/run-cops.ts';

const ATELIER = 'records/ateliers/2022/2022-03-14-essai.md';
const THEME = '---\ntype: theme\ntitre: Essai\ndefinition: Une définition inventée.\n---\n';
const PRS = '---\ntype: prs\ntitre: PRS inventé\ndebut: 2018\nfin: 2022\n---\n';
const BODY = '## Situation\n\n## Synthèse\n\n- → Une piste inventée. #essai\n';

/** A workspace whose themes lie beside it. */
function makeSplit(settings: string): string {
  const top = makeFolder();
  writeFiles(top, {
    'grille/essai.md': THEME,
    'centre/cops.yaml': settings,
    'centre/records/prs/2018-2022.md': PRS,
    [`centre/${ATELIER}`]: atelier({ body: BODY }),
  });
  return join(top, 'centre');
}

describe('a grille outside the workspace', () => {
  test('is read, listed, shown and counted', async () => {
    const cwd = makeSplit('grille: ../grille\n');
    expect(await runCops(['check'], { cwd })).toMatchObject({ code: 0, stdout: '' });
    expect((await runCops(['themes'], { cwd })).stdout).toMatch(/Essai +essai +1\/1/);
    expect((await runCops(['list', '--type', 'theme', '--format', 'json'], { cwd })).stdout).toContain(
      '"file": "../grille/essai.md"',
    );
    expect((await runCops(['show', 'essai'], { cwd })).stdout).toContain('Une définition inventée.');
    expect((await runCops(['search', 'piste', '--theme', 'essai'], { cwd })).stdout).toContain('Une **piste**');
    expect((await runCops(['report', '--prs', '2018-2022'], { cwd })).code).toBe(0);
    expect((await runCops(['complete', '--', 'list', '--theme', ''], { cwd })).stdout).toContain('essai');
  });

  test('is mended, and its path may be given, as any other', async () => {
    const cwd = makeSplit('grille: ../grille\n');
    writeFiles(cwd, { '../grille/essai.md': THEME.replace('definition:', 'statut: Actif\ndefinition:') });
    expect((await runCops(['check', '../grille/essai.md'], { cwd })).stdout).toContain('../grille/essai.md:4:9');
    expect((await runCops(['check', '--fix'], { cwd })).stderr).toContain('Corrigé : ../grille/essai.md');
    expect((await runCops(['check'], { cwd })).code).toBe(0);
  });

  test.skipIf(!hasGit)('is among what changed, and has its own path for a forge', async () => {
    const cwd = makeSplit('grille: ../grille\n');
    commitAll(join(cwd, '..'));
    writeFiles(cwd, { '../grille/essai.md': THEME.replace('definition:', 'statut: zut\ndefinition:') });
    const { code, stdout } = await runCops(['check', '--changed', '--format', 'github'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error file=grille\/essai\.md,/);
  });

  test('takes the new themes', async () => {
    const cwd = makeSplit('grille: ../grille/\n');
    const { stdout } = await runCops(['new', 'theme', '--titre', 'Un autre', '--definition', 'Inventée.'], { cwd });
    expect(stdout.trim()).toBe('../grille/un-autre.md');
  });

  test('a theme in the usual folder is in the wrong place', async () => {
    const cwd = makeSplit('grille: ../grille\n');
    writeFiles(cwd, { 'records/themes/autre.md': THEME });
    expect((await runCops(['check'], { cwd })).stdout).toContain('déplacez-la dans « ../grille/ »');
  });

  test.each([
    ['../absente', '[grille-introuvable]', 'Le dossier de la grille, « ../absente », n’existe pas'],
    ['../centre', '[grille-introuvable]', 'contient toutes les fiches de l’espace'],
    ['.', '[grille-introuvable]', 'contient toutes les fiches de l’espace'],
    ['records/ateliers', '[grille-introuvable]', 'est celui du type « atelier »'],
    ['/etc', '[valeur-inattendue]', 'le chemin d’un dossier depuis celui de cops.yaml'],
    ['C:\\themes', '[valeur-inattendue]', 'le chemin d’un dossier depuis celui de cops.yaml'],
  ])('« %s » is refused in its place', async (grille, code, sentence) => {
    const cwd = makeSplit(`nom: Essai\ngrille: ${grille}\n`);
    mkdirSync(join(cwd, 'records', 'themes'), { recursive: true });
    const { code: exit, stdout } = await runCops(['check'], { cwd });
    expect(exit).toBe(1);
    expect(stdout).toContain('cops.yaml:2:9: erreur');
    expect(stdout).toContain(code);
    expect(stdout).toContain(sentence);
  });
});

describe('an invented workspace says so in every output', () => {
  const cwd = () => makeWorkspace({ 'cops.yaml': 'exemple: true\n', [ATELIER]: atelier() });

  test.each([
    ['list', ['list'], 'stdout', /^Exemple fictif : /],
    ['list in JSON', ['list', '--format', 'json'], 'stdout', /^\{\n {2}"version": 1,\n {2}"exemple": true,/],
    ['list in CSV', ['list', '--format', 'csv'], 'stdout', /;exemple\r\n.*;fictif\r\n/],
    ['themes', ['themes'], 'stdout', /^Exemple fictif : /],
    ['themes in JSON', ['themes', '--format', 'json'], 'stdout', /"exemple": true/],
    ['themes in CSV', ['themes', '--format', 'csv'], 'stdout', /;fictif\r\n/],
    ['search', ['search', 'consultations'], 'stdout', /^Exemple fictif : /],
    ['search in JSON', ['search', 'consultations', '--format', 'json'], 'stdout', /"exemple": true/],
    ['show', ['show', '2022-03-14-essai'], 'stdout', /^Exemple fictif : /],
    ['show in JSON', ['show', '2022-03-14-essai', '--format', 'json'], 'stdout', /"exemple": true/],
    ['show --shared', ['show', '2022-03-14-essai', '--shared'], 'stdout', /^# .*\n\n> Exemple fictif : /],
    ['report', ['report', '--prs', '2018-2022'], 'stdout', /^# .*\n\n> \*\*Exemple fictif\u00a0: /],
    ['report in JSON', ['report', '--prs', '2018-2022', '--format', 'json'], 'stdout', /"exemple": true/],
    ['check', ['check'], 'stderr', /^Exemple fictif : /],
    ['check in JSON', ['check', '--format', 'json'], 'stdout', /"exemple": true/],
  ] as const)('%s', async (_, argv, stream, mark) => {
    const ran = await runCops(argv, { cwd: cwd() });
    expect(ran.code).toBe(0);
    expect(ran[stream]).toMatch(mark);
  });

  test('even a summary whose template forgot it, and a real workspace never', async () => {
    const template = '# Un titre\n\nUn texte inventé.\n';
    const invented = makeWorkspace({
      'cops.yaml': 'exemple: true\n',
      'templates/rapports/synthese.md': template,
      [ATELIER]: atelier(),
    });
    const real = makeWorkspace({ 'cops.yaml': 'exemple: false\n', [ATELIER]: atelier() });
    expect((await runCops(['report', '--prs', '2018-2022'], { cwd: invented })).stdout).toContain('Exemple fictif');
    for (const argv of [['list'], ['report', '--prs', '2018-2022'], ['check']]) {
      const { stdout, stderr } = await runCops(argv, { cwd: real });
      expect(stdout + stderr).not.toContain('Exemple fictif');
    }
  });
});

test('settings that nest without end are a fault, not a crash', async () => {
  const cwd = makeWorkspace({ 'cops.yaml': `nom: ${'['.repeat(20_000)}\n`, [ATELIER]: atelier() });
  const { code, stdout } = await runCops(['check'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toContain('cops.yaml:1:1: erreur');
});
