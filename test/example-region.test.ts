import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runCops } from './support/run-cops.ts';

const REGION = 'examples/region-fictive';
const README = readFileSync(`${REGION}/README.md`, 'utf8');
/** On another day, other suites would be late. */
const NOW = new Date('2026-01-15T12:00:00Z');

const run = (...words: string[]) => runCops([...words, '-C', REGION], { cwd: process.cwd(), now: NOW });

describe('the invented region', () => {
  test('has the warnings that its README announces, and no error', async () => {
    const { code, stdout } = await run('check', '--format', 'json');
    const { diagnostics, counts } = JSON.parse(stdout) as {
      diagnostics: { code: string; file: string; severity: string }[];
      counts: Record<string, number>;
    };
    expect(code).toBe(0);
    expect(counts).toMatchObject({ atelier: 12, projet: 4, theme: 15, prs: 2, contrat: 1 });
    const found = diagnostics.map(({ code: rule, file }) => `${rule} ${/([^/]+)\.md$/.exec(file)?.[1]}`);
    const announced = [...README.matchAll(/^\| `([\w-]+)` \| `([\w-]+)` \|/gm)].map(([, rule, id]) => `${rule} ${id}`);
    expect(found.sort()).toEqual(announced.sort());
  });

  test('uses every theme of the grille', async () => {
    const { themes } = JSON.parse((await run('themes', '--format', 'json')).stdout) as {
      themes: { titre: string; passages: number }[];
    };
    expect(themes.filter(({ passages }) => passages === 0)).toEqual([]);
    expect(themes).toHaveLength(15);
  });

  test('gives the summary that was reviewed', async () => {
    const { code, stdout } = await run('report', '--prs', '2018-2022');
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot('golden/region-fictive-2018-2022.md');
  });

  test('shows in its summary nothing of what is internal', async () => {
    const { stdout: internal } = await run('list', '--diffusion', 'interne', '--format', 'json');
    const { fiches } = JSON.parse(internal) as { fiches: { id: string; titre: string }[] };
    expect(fiches.length).toBeGreaterThanOrEqual(2);
    for (const format of ['md', 'json']) {
      const { stdout } = await run('report', '--prs', '2018-2022', '--format', format);
      for (const { id, titre } of fiches) {
        expect(stdout).not.toContain(id);
        expect(stdout).not.toContain(titre);
      }
    }
  });

  test('has suites in every state', async () => {
    const { stdout } = await run('report', '--prs', '2018-2022', '--brouillons', '--interne', '--format', 'json');
    const { sections } = JSON.parse(stdout) as { sections: { suites: { figures: { id: string; value: number }[] } } };
    const states = sections.suites.figures.filter(({ id, value }) => id !== 'suites.toutes' && value > 0);
    expect(states.map(({ id }) => id).sort()).toEqual([
      'suites.abandonne',
      'suites.en-cours',
      'suites.fait',
      'suites.prevu',
    ]);
  });
});
