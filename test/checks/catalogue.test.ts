import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/checks/index.ts';
import { LARGEST_RECORD_BYTES } from '../../src/workspace/read-records.ts';
import { CATALOGUE, type Expected, writeControles } from '../support/controles.ts';
import { commitAll, hasGit } from '../support/git.ts';
import { makeFolder, runCops, writeFiles } from '../support/run-cops.ts';

const CODES = RULES.map(({ code }) => code);

/** What a folder under version control cannot hold, made in a copy of the fixture. */
const PREPARED: Readonly<Record<string, (root: string) => void>> = {
  'fichier-trop-gros': (root) =>
    writeFiles(root, { 'records/ateliers/2022/2022-03-14-essai.md': 'a\n'.repeat(LARGEST_RECORD_BYTES) }),
  'codage-ancien': (root) => {
    const theme = 'records/themes/temps-invente.md';
    const now = readFileSync(join(root, theme), 'utf8');
    writeFiles(root, { [theme]: now.replace('Une définition', 'Une première définition') });
    commitAll(root, '2022-01-10');
    writeFiles(root, { [theme]: now });
    commitAll(root, '2024-03-12');
  },
};

const needsGit = (code: string) => code === 'codage-ancien' && !hasGit;

async function check(code: string, kind: 'faulty' | 'corrected'): Promise<{ found: Expected; text: string }> {
  let root = join(CATALOGUE, code, kind);
  const prepare = PREPARED[code];
  if (prepare && (kind === 'faulty' || code === 'codage-ancien')) {
    const copy = makeFolder();
    cpSync(root, copy, { recursive: true });
    prepare(copy);
    root = copy;
  }
  const { stdout, stderr } = await runCops(['check', '--format', 'json', '-C', root], { cwd: process.cwd() });
  expect(stdout, stderr).not.toBe('');
  return { found: JSON.parse(stdout) as Expected, text: stdout };
}

test('the catalogue has a workspace for each check, and no other', () => {
  expect(readdirSync(CATALOGUE).sort()).toEqual([...CODES].sort());
});

describe.each(CODES)('%s', (code) => {
  test.skipIf(needsGit(code))('is found in the faulty workspace, as expected.json has it', async () => {
    const { found, text } = await check(code, 'faulty');
    expect(found.diagnostics.map((one) => one.code)).toContain(code);
    await expect(text).toMatchFileSnapshot(join('..', '..', CATALOGUE, code, 'expected.json'));
  });

  test.skipIf(needsGit(code))('and not in the corrected one, where nothing is in error', async () => {
    const { found } = await check(code, 'corrected');
    expect(found.diagnostics.filter((one) => one.code === code || isError(one.code))).toEqual([]);
  });
});

/** What was found when the catalogue was last written; nothing of a check that is new. */
function readExpected(code: string): Expected {
  const file = join(CATALOGUE, code, 'expected.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Expected) : { diagnostics: [] };
}

function isError(code: string): boolean {
  return RULES.some((rule) => rule.code === code && rule.severity === 'error');
}

test('docs/controles.md says what the program and its catalogue say', async () => {
  const messages = new Map<string, string>();
  for (const code of CODES) {
    const found = needsGit(code) ? readExpected(code) : (await check(code, 'faulty')).found;
    messages.set(code, found.diagnostics.find((one) => one.code === code)?.message ?? '');
  }
  await expect(writeControles(messages)).toMatchFileSnapshot('../../docs/controles.md');
});

describe('what is said', () => {
  const messages = CODES.flatMap((code) => {
    return readExpected(code)
      .diagnostics.filter((one) => one.code === code)
      .map(({ message }) => [code, message] as const);
  });

  test.each(messages)('%s: is a French sentence that says what to do', (_, message) => {
    expect(message).toMatch(/^[\p{Lu}\p{N}«]/u);
    expect(message).toMatch(/[.»)]$|[:?] \S.*$/u);
    expect(message).not.toMatch(
      /\b(?:undefined|null|NaN|Error|must|should|invalid|expected|schema|parse|token|string)\b/i,
    );
    expect(message).not.toMatch(/'|\.\.\./);
    expect(message.length).toBeLessThan(420);
  });
});
