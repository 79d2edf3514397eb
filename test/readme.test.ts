import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, runCops, writeFiles } from './support/run-cops.ts';

/** The questions of `new atelier`, answered by options: its prompts have tests of their own. */
const ANSWERS = [
  '--titre',
  'Atelier fictif',
  '--date',
  '2024-03-14',
  '--sujet',
  'Un sujet',
  '--situation',
  'Une situation',
];

describe.each(['README.md', 'README.en.md'])('%s', (readme) => {
  const text = readFileSync(readme, 'utf8');

  test('every command that it shows runs, in the order shown', async () => {
    const cwd = makeFolder();
    for (const path of ['records', 'cops.yaml', 'examples']) cpSync(path, join(cwd, path), { recursive: true });
    const shown = [...text.matchAll(/^npx cops (.*)$/gm)].map(([, words]) => words ?? '');
    expect(shown.length).toBeGreaterThan(1);
    for (const words of shown) {
      const argv = [...words.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
      if (words.startsWith('new') && !words.includes('--titre') && !words.includes('.docx')) argv.push(...ANSWERS);
      const { code, stderr } = await runCops(argv, { cwd });
      expect(code, `cops ${words}\n${stderr}`).toBe(0);
    }
  });

  test('every file that it links to is there', () => {
    for (const [, path] of text.matchAll(/\]\((?!http)([^)#]+)\)/g)) expect(existsSync(path ?? ''), path).toBe(true);
  });
});

test('the record that README.md shows has no error', async () => {
  const [, record = ''] = /```markdown\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
  const cwd = makeFolder();
  cpSync('records/themes', join(cwd, 'records/themes'), { recursive: true });
  cpSync('records/prs', join(cwd, 'records/prs'), { recursive: true });
  writeFiles(cwd, { 'records/ateliers/2022/2022-05-31-exemple.md': record });
  const { code, stdout } = await runCops(['check', 'records/ateliers'], { cwd });
  expect({ code, errors: stdout.match(/erreur/g) }).toEqual({ code: 0, errors: null });
});

test('the commands of the program are those that README.md lists', async () => {
  const { stdout } = await runCops(['--help'], { cwd: '.' });
  const commands = [...stdout.matchAll(/^ {2}([a-z]+)[ \n]/gm)]
    .map(([, name]) => name)
    .filter((name) => name !== 'help');
  const listed = [...readFileSync('README.md', 'utf8').matchAll(/^\| `cops ([a-z]+)/gm)].map(([, name]) => name);
  expect(listed).toEqual(commands);
});

test('the name of the package in the docs is that of this version', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  for (const file of ['README.md', 'README.en.md', 'docs/ci.md'])
    for (const [name] of readFileSync(file, 'utf8').matchAll(/cops-\d[\d.]*\.tgz/g))
      expect(name).toBe(`cops-${version}.tgz`);
});
