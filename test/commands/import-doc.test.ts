import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeWorkspace, runCops } from '../support/run-cops.ts';

const DOC = readFileSync('docs/importer.md', 'utf8');
const EXAMPLE = readFileSync('examples/documents/atelier-fictif.txt', 'utf8');

/** The blocks of a page, each with the language that it names. */
function readBlocks(text: string): { language: string; content: string }[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', content = '']) => ({
    language,
    content,
  }));
}

test('the example of docs/importer.md runs as it is written', async () => {
  const [document, command, told, path, record] = readBlocks(DOC);
  expect(document?.content).toBe(EXAMPLE);
  const argv = (command?.content ?? '').trim().split(' ').slice(2);
  const cwd = makeWorkspace({ 'atelier-fictif.txt': EXAMPLE });
  const { code, stdout, stderr } = await runCops(argv, { cwd });
  expect(code).toBe(0);
  expect(stderr).toBe(told?.content);
  expect(stdout).toBe(path?.content);
  const [, , body = ''] = readFileSync(join(cwd, stdout.trim()), 'utf8').split(/^---\n/m);
  expect(body.trimStart()).toBe(record?.content);
});

test('what the page says of one line of the command is so', async () => {
  const cwd = makeWorkspace({ 'atelier-fictif.txt': EXAMPLE });
  const shown = await runCops(['import', '--dry-run', 'atelier-fictif.txt'], { cwd });
  expect(shown.stderr).toContain('Rien n’a été écrit');
  const set = await runCops(['import', '--set', 'date=2024-03-15', 'atelier-fictif.txt'], { cwd });
  expect(set.stdout).toMatch(/2024-03-15/);
});
