import { chmodSync, lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../../src/usage-error.ts';
import { writeFile } from '../../src/workspace/write-file.ts';
import { makeFolder } from '../support/run-cops.ts';

test('a file is written whole, with the folders that it needs', () => {
  const folder = makeFolder();
  writeFile(join(folder, 'a/b/c.md'), 'texte\n', { overwrite: false });
  expect(readFileSync(join(folder, 'a/b/c.md'), 'utf8')).toBe('texte\n');
  expect(readdirSync(join(folder, 'a/b'))).toEqual(['c.md']);
});

test('a file that is there is kept unless it may be replaced', () => {
  const path = join(makeFolder(), 'a.md');
  writeFileSync(path, 'premier');
  expect(() => writeFile(path, 'second', { overwrite: false })).toThrow(/existe déjà et n’a pas été touché/);
  expect(readFileSync(path, 'utf8')).toBe('premier');
  writeFile(path, 'second', { overwrite: true });
  expect(readFileSync(path, 'utf8')).toBe('second');
});

test('a folder without the right to write is told in French, and nothing is left there', () => {
  const folder = makeFolder();
  chmodSync(folder, 0o555);
  const write = () => writeFile(join(folder, 'a.md'), 'texte', { overwrite: true });
  // File permissions do not bind root: it steps down meanwhile.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    expect(write).toThrow(UsageError);
    expect(write).toThrow(/vous n’avez pas le droit d’écrire dans ce dossier\. Ce fichier n’a pas été écrit\./);
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['a link that leads nowhere', (path: string) => symlinkSync('nulle-part', path)],
  ['a link to a file', (path: string) => symlinkSync(import.meta.filename, path)],
  ['a device', () => undefined],
])('%s is not replaced', (name, make) => {
  const path = name === 'a device' ? '/dev/null' : join(makeFolder(), 'a.md');
  make(path);
  const before = lstatSync(path).mode;
  expect(() => writeFile(path, 'texte', { overwrite: true })).toThrow(/n’est pas un fichier ordinaire/);
  expect(lstatSync(path).mode).toBe(before);
});

test('a place that the system refuses for another reason is told without a stack trace', () => {
  expect(() => writeFile('/proc/cops-essai.md', 'texte', { overwrite: true })).toThrow(UsageError);
});
