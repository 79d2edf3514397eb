import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atelier } from '../support/fiches.ts';
import { makeFolder, makeWorkspace, runCops, writeFiles } from '../support/run-cops.ts';

const FILES = ['LISEZMOI.md', 'cops.code-snippets', 'extensions.json', 'settings.json', 'tasks.json'];

function readJson(root: string, name: string) {
  return JSON.parse(readFileSync(join(root, '.vscode', name), 'utf8'));
}

describe('cops init --editeur vscode', () => {
  test('a new workspace has the settings beside all the rest', async () => {
    const root = makeFolder();
    const ran = await runCops(['init', '--editeur', 'vscode'], { cwd: root });
    expect(ran.code).toBe(0);
    expect(readdirSync(join(root, '.vscode')).sort()).toEqual(FILES);
    expect(existsSync(join(root, 'cops.yaml'))).toBe(true);
    for (const name of FILES.filter((file) => !file.endsWith('.md'))) expect(readJson(root, name)).toBeTypeOf('object');
  });

  test('without the option, nothing of an editor is written', async () => {
    const root = makeFolder();
    await runCops(['init'], { cwd: root });
    expect(existsSync(join(root, '.vscode'))).toBe(false);
  });

  test('a workspace that is there takes the settings, and nothing that was removed from it comes back', async () => {
    const root = makeWorkspace();
    rmSync(join(root, 'records/themes/perennisation.md'));
    const ran = await runCops(['init', '--editeur', 'vscode'], { cwd: root });
    expect(ran.code).toBe(0);
    expect(ran.stdout.trim().split('\n')).toEqual(FILES.map((name) => `.vscode/${name}`).sort());
    expect(ran.stderr).toContain('Les réglages de l’éditeur sont écrits (5 fichiers). Ouvrez le dossier dans VS Code');
    expect(readdirSync(root).sort()).toEqual(['.vscode', 'records']);
    expect(existsSync(join(root, 'records/themes/perennisation.md'))).toBe(false);
  });

  test('settings that are there are kept and named', async () => {
    const root = makeWorkspace({ '.vscode/settings.json': '{ "à": "nous" }' });
    const ran = await runCops(['init', '--editeur', 'vscode'], { cwd: root });
    expect(ran.stderr).toContain('Déjà là, et gardé tel quel : .vscode/settings.json\n');
    expect(readFileSync(join(root, '.vscode/settings.json'), 'utf8')).toBe('{ "à": "nous" }');
    const again = await runCops(['init', '--editeur', 'vscode'], { cwd: root });
    expect(again).toMatchObject({ code: 0, stdout: '' });
    expect(again.stderr).toMatch(/^Rien à faire/);
  });

  test('--dry-run writes nothing', async () => {
    const root = makeWorkspace();
    const ran = await runCops(['init', '--editeur', 'vscode', '--dry-run'], { cwd: root });
    expect(ran.stdout).toContain('.vscode/tasks.json\n');
    expect(existsSync(join(root, '.vscode'))).toBe(false);
  });

  test('an editor that is not known is refused', async () => {
    const ran = await runCops(['init', '--editeur', 'emacs'], { cwd: makeFolder() });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('La valeur « emacs » ne convient pas à --editeur ; valeurs possibles : vscode.');
  });

  test('the task reads what `check` prints, in a terminal too: every fault at its place, errors and warnings apart', async () => {
    const root = makeFolder();
    await runCops(['init', '--editeur', 'vscode'], { cwd: root });
    const body =
      '## Situation\n\n## Synthèse coconstruite\n\nUn constat [inventé]: vu. #absent\n\nÉcrire à a@exemple.fr.\n';
    writeFiles(root, { 'records/ateliers/2022/2022-03-14-essai.md': atelier({ body }) });
    const [task] = readJson(root, 'tasks.json').tasks;
    const [program, flag, name, ...words] = task.command.split(' ');
    expect([program, flag, name]).toEqual(['npx', '--no-install', 'cops']);
    const { stdout } = await runCops(words, { cwd: root, columns: 80 });
    const { diagnostics } = JSON.parse((await runCops(['check', '--format', 'json'], { cwd: root })).stdout);
    const read = stdout
      .trimEnd()
      .split('\n')
      .map((line) => {
        for (const { severity, pattern } of task.problemMatcher) {
          const match = new RegExp(pattern.regexp).exec(line);
          if (!match) continue;
          const group = (key: string) => match[pattern[key]];
          return {
            code: group('code'),
            severity,
            file: group('file'),
            line: Number(group('line')),
            column: Number(group('column')),
            message: group('message'),
          };
        }
        return line;
      });
    expect(read).toEqual(diagnostics.map(({ endLine: _, endColumn: __, ...fault }: Record<string, unknown>) => fault));
    expect(new Set(diagnostics.map(({ severity }: { severity: string }) => severity))).toEqual(
      new Set(['error', 'warning']),
    );
  });

  test('a snippet that is taken as it is makes a record that `check` reads', async () => {
    const root = makeFolder();
    await runCops(['init', '--editeur', 'vscode'], { cwd: root });
    const snippets: Record<string, { body: string }> = readJson(root, 'cops.code-snippets');
    const taken = (name: string) =>
      (snippets[name]?.body ?? '')
        .replace(/\$\{\d\|([^,|]*)[^}]*\}/g, '$1')
        .replace(/\$\{\d:([^}]*)\}/g, '$1')
        .replace(/\$CURRENT_YEAR-\$CURRENT_MONTH-\$CURRENT_DATE/, '2022-03-14')
        .replace(/\$\d/g, 'un mot')
        .replace('#theme', '#perennisation');
    const marks = ['Extrait', 'Mémo', 'Nom d’un passage'].map(taken).join(' ');
    const refusal = taken('Refus d’un thème').replace('#perennisation', '#temps-de-consultation');
    const body = `## Situation\n\n## Synthèse coconstruite\n\n${taken('Constat')}\n${taken('Piste')} ${marks} ${refusal}\n`;
    const header = `suites:\n  ${taken('Suite donnée à une piste')}`;
    writeFiles(root, { 'records/ateliers/2022/2022-03-14-essai.md': atelier({ header, body }) });
    expect(await runCops(['check'], { cwd: root })).toMatchObject({ code: 0, stdout: '' });
  });
});
