import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect } from 'vitest';
import { runCops } from './run-cops.ts';

/** The formats that `cops verify` reads. */
export const VERIFIABLE = ['md', 'html', 'docx', 'json'] as const;

/** A document in Markdown; its command must end well and say nothing. */
export async function printDocument(cwd: string, ...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCops(['report', ...words], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

/** A document before its annex, without the comment at its end. */
export function bodyOf(markdown: string): string {
  return markdown.slice(0, markdown.indexOf('\n## Annexe'));
}

/** Links of a document that lead to no place of it. */
export function findLostLinks(markdown: string): string[] {
  const anchors = new Set([...markdown.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id));
  expect(anchors.size).toBeGreaterThan(0);
  return [...markdown.matchAll(/\]\(#([^)]+)\)/g)].flatMap(([, id = '']) => (anchors.has(id) ? [] : [id]));
}

/** The figures that a document prints before its annex, and those that its annex proves, by anchor. */
export function listFigureAnchors(markdown: string): { printed: string[]; proved: string[] } {
  const sorted = (found: Iterable<RegExpMatchArray>) => [...new Set([...found].map(([, id = '']) => id))].sort();
  return {
    printed: sorted(bodyOf(markdown).matchAll(/\]\(#(preuve-[^)]+)\)/g)),
    proved: sorted(markdown.matchAll(/<a id="(preuve-[^"]+)">/g)),
  };
}

/** Writes a document in a format, has it verified as it is, then with one printed number changed by hand. */
export async function verifyDocument(
  cwd: string,
  words: readonly string[],
  { format, from, to }: { format: (typeof VERIFIABLE)[number]; from: RegExp; to: string },
): Promise<{ held: string; changed: string }> {
  const path = join(cwd, `document.${format}`);
  const written = await runCops(['report', ...words, '--output', path], { cwd });
  expect([written.code, written.stdout]).toEqual([0, '']);
  expect(written.stderr).toMatch(/^Document écrit dans /);
  const held = await runCops(['verify', path], { cwd });
  expect([held.code, held.stderr]).toEqual([0, '']);
  changeText(path, from, to);
  const changed = await runCops(['verify', path], { cwd });
  expect(changed.code).toBe(1);
  const again = await runCops(['report', ...words, '--output', path], { cwd });
  expect(again.code).toBe(0);
  return { held: held.stdout, changed: changed.stdout };
}

function changeText(path: string, from: RegExp, to: string): void {
  const apply = (text: string) => {
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    return changed;
  };
  if (!path.endsWith('.docx')) {
    writeFileSync(path, apply(readFileSync(path, 'utf8')));
    return;
  }
  const parts = unzipSync(readFileSync(path));
  const name = 'word/document.xml';
  writeFileSync(path, zipSync({ ...parts, [name]: strToU8(apply(strFromU8(parts[name] ?? new Uint8Array()))) }));
}
