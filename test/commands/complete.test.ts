import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { RULES } from '../../src/checks/index.ts';
import { COMMANDS } from '../../src/cli/index.ts';
import { listValues } from '../../src/commands/complete-values.ts';
import { buildCops } from '../support/built-cops.ts';
import { makeFolder, makeWorkspace, runCops } from '../support/run-cops.ts';

const FILES = {
  'records/ateliers/2022/2022-03-14-essai.md': '',
  'records/projets/pilote.md': '',
  'records/projets/$(touch mal).md': '',
  'records/projets/.cache.md': '',
  'records/README.md': '',
};

/** The words offered after some others, and what the shell adds to them. */
async function offer(words: readonly string[], cwd: string): Promise<{ words: string[]; directive: string }> {
  const { code, stdout, stderr } = await runCops(['complete', '--', ...words], { cwd, env: { HOME: '/nulle-part' } });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const lines = stdout.trimEnd().split('\n');
  return { words: lines.slice(0, -1).map((line) => line.split('\t')[0] ?? ''), directive: lines.at(-1) ?? '' };
}

const NO_FILES = ':4';
const FILES_TOO = ':0';
const FOLDERS = ':16';

describe('what a shell is told', () => {
  test('each command of the table, with what it does', async () => {
    const { stdout } = await runCops(['complete', '--', ''], { cwd: makeFolder() });
    for (const { name, description } of COMMANDS) expect(stdout).toContain(`${name}\t${description}\n`);
    expect((await offer(['rep'], makeFolder())).words).toEqual(['report']);
  });

  test.each([
    ['options', ['report', '--fo'], ['--format'], NO_FILES],
    ['options after others', ['report', '--brouillons', '--prs', '2018-2022', '--part'], ['--partial'], NO_FILES],
    ['short options', ['check', '-C'], ['-C'], NO_FILES],
    ['closed values', ['report', '--format', ''], ['md', 'html', 'docx', 'pdf', 'csv', 'json'], NO_FILES],
    ['closed values after a sign', ['report', '--format=j'], ['json'], NO_FILES],
    ['PRS', ['report', '--prs', ''], ['2018-2022', '2023-2028'], NO_FILES],
    ['types', ['new', ''], ['atelier', 'contrat', 'projet', 'prs', 'synthese', 'theme'], NO_FILES],
    ['the keys of a type', ['new', 'atelier', '--mod'], ['--modalite'], NO_FILES],
    ['the values of a key', ['new', 'atelier', '--modalite', 'v'], ['visioconference'], NO_FILES],
    ['records that a key names', ['new', 'atelier', '--prs', '2018'], ['2018-2022'], NO_FILES],
    ['themes that a key names', ['new', 'theme', '--parent', 'temps'], ['temps-de-consultation'], NO_FILES],
    ['commands below a command', ['suivi', 's'], ['set'], NO_FILES],
    ['their options', ['suivi', 'add', 'pilote', '--ob'], ['--objet'], NO_FILES],
    ['their closed values', ['suivi', 'set', 'pilote', '1', '--etat', 'f'], ['fait'], NO_FILES],
    ['the options of the command above', ['suivi', '--sans'], ['--sans-suite'], NO_FILES],
    ['commands behind help', ['help', 'rep'], ['report'], NO_FILES],
    ['shells', ['complete', ''], ['bash', 'zsh', 'fish'], NO_FILES],
    ['paths', ['check', ''], [], FILES_TOO],
    ['the path of an output', ['report', '--output', ''], [], FILES_TOO],
    ['folders', ['init', ''], [], FOLDERS],
    ['the folder of a workspace', ['report', '-C', ''], [], FOLDERS],
    ['nothing for a free text', ['report', '--depuis', ''], [], NO_FILES],
    ['nothing for a command that does not exist', ['inconnue', ''], [], NO_FILES],
    ['nothing for a type that does not exist', ['new', 'inconnu', '--'], ['--help', '--directory'], NO_FILES],
  ] as const)('%s', async (_, typed, words, directive) => {
    expect(await offer(typed, makeWorkspace())).toEqual({ words, directive });
  });

  test('records, and the names of the passages of the one that was typed', async () => {
    const text =
      '---\ntype: projet\ntitre: Un projet inventé\n---\n\n## Objectifs\n\n→ Une piste. ^p2\n\n→ Une autre. ^p12\n';
    const cwd = makeWorkspace({ 'records/projets/pilote.md': text });
    expect((await offer(['suivi', 'add', 'pil'], cwd)).words).toEqual(['pilote']);
    expect((await offer(['suivi', 'add', 'pilote', '--piste', ''], cwd)).words).toEqual(['p2', 'p12']);
    expect((await offer(['suivi', 'set', 'pilote', 'p1'], cwd)).words).toEqual(['p12']);
    expect((await offer(['suivi', 'set', 'inconnu', ''], cwd)).words).toEqual([]);
  });

  test.each([
    ['another folder', (root: string) => ['report', '-C', root, '--prs', '']],
    ['another folder, its sign joined', (root: string) => ['report', `--directory=${root}`, '--prs', '']],
    [
      'another folder in quotation marks, as bash gives it',
      (root: string) => ['report', '-C', `"${root}"`, '--prs', ''],
    ],
  ])('values are those of the workspace that -C names: %s', async (_, typed) => {
    expect((await offer(typed(makeWorkspace()), makeFolder())).words).toEqual(['2018-2022', '2023-2028']);
  });

  test('where there is no workspace, or one that does not read, nothing is offered and nothing said', async () => {
    expect(await offer(['report', '--prs', ''], makeFolder())).toEqual({ words: [], directive: NO_FILES });
    const broken = makeWorkspace({ 'schemas/atelier.schema.json': '{' });
    expect((await offer(['new', ''], broken)).words).toEqual([]);
    expect((await offer(['new', 'atelier', '--'], broken)).words).toEqual(['--help', '--directory']);
  });

  test('values of every kind come from names alone, and never one that a shell would run', () => {
    const directory = makeWorkspace(FILES);
    const words = (completes: Parameters<typeof listValues>[0]) =>
      listValues(completes, { directory, commands: COMMANDS, rules: RULES }).map(({ word }) => word);
    expect(words('fiche').filter((id) => /essai|pilote|touch|cache|README/.test(id))).toEqual([
      '2022-03-14-essai',
      'pilote',
    ]);
    expect(words('theme')).toHaveLength(15);
    expect(words('prs')).toEqual(['2018-2022', '2023-2028']);
    expect(words('code')).toEqual([
      ...RULES.map(({ code }) => code),
      'atelier',
      'contrat',
      'projet',
      'prs',
      'synthese',
      'theme',
    ]);
    expect(words('commande')).toEqual(COMMANDS.map(({ name }) => name));
  });
});

describe('the script', () => {
  test.each([
    ['bash', /complete -F _cops_complete cops/],
    ['zsh', /compdef _cops cops/],
    ['fish', /complete -c cops/],
  ])('of %s is printed', async (shell, awaited) => {
    const { code, stdout, stderr } = await runCops(['complete', shell], { cwd: makeFolder() });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(awaited);
  });

  test.each([
    [[], 'attend le nom de votre terminal : bash, zsh ou fish'],
    [['bahs'], '« bahs » n’est pas connu ; le plus proche est « bash »'],
    [['powershell'], '« powershell » n’est pas connu. « cops complete » attend'],
  ])('asked for %j is refused in French', async (words, awaited) => {
    const { code, stdout, stderr } = await runCops(['complete', ...words], { cwd: makeFolder() });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(awaited);
  });

  test('the help says how to install it in each shell', async () => {
    const { stdout } = await runCops(['complete', '--help'], { cwd: makeFolder() });
    for (const line of ['eval "$(cops complete bash)"', 'eval "$(cops complete zsh)"', 'completions/cops.fish'])
      expect(stdout).toContain(line);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe('in a real bash', () => {
  let bin = '';
  beforeAll(() => {
    bin = buildCops();
  });

  /** What bash offers for a line, its cursor at the end; `words` as bash would cut it. */
  function press(words: readonly string[], cwd: string): string[] {
    const place = makeFolder();
    mkdirSync(join(place, 'bin'));
    symlinkSync(bin, join(place, 'bin', 'cops'));
    const quoted = words.map((word) => `'${word}'`).join(' ');
    const script = `
      eval "$(cops complete bash)"; eval "$(cops complete bash)"
      COMP_WORDS=(cops ${quoted}); COMP_CWORD=${words.length}
      _cops_complete; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const path = `${join(place, 'bin')}:${process.env.PATH}`;
    writeFileSync(join(place, 'essai.sh'), script);
    const ran = spawnSync('bash', ['--norc', join(place, 'essai.sh')], {
      cwd,
      encoding: 'utf8',
      env: { PATH: path, HOME: place },
    });
    expect({ code: ran.status, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
    return ran.stdout.trimEnd().split('\n');
  }

  test.each([
    ['a command', ['rep'], ['report']],
    ['a value', ['report', '--format', 'j'], ['json']],
    ['a value after a sign, which bash cuts off', ['report', '--format', '=', 'j'], ['json']],
    ['a value after a sign alone', ['report', '--format', '='], ['md', 'html', 'docx', 'pdf', 'csv', 'json']],
    ['a PRS', ['report', '--prs', '2018'], ['2018-2022']],
    ['a path', ['check', 'rec'], ['records']],
    ['a folder', ['init', 'rec'], ['records']],
  ])('%s is completed', (_, words, awaited) => {
    expect(press(words, makeWorkspace())).toEqual(awaited);
  });

  test('nothing that was typed is run', () => {
    const root = makeWorkspace();
    expect(press(['report', '--prs', '$(touch mal)', '--format', 'j'], root)).toEqual(['json']);
    expect(press(['report', '--prs', '`touch mal`', ';', 'touch', 'mal', '--format', ''], root)).toEqual([
      'md',
      'html',
      'docx',
      'pdf',
      'csv',
      'json',
    ]);
    expect(existsSync(join(root, 'mal'))).toBe(false);
  });
});
