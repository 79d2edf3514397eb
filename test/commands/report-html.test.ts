import { describe, expect, test } from 'vitest';
import { atelier } from '../support/fiches.ts';
import { findBarriers, hasChromium } from '../support/html-page.ts';
import { makeWorkspace, runCops } from '../support/run-cops.ts';

const REGION = 'examples/region-fictive';

async function page(...more: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCops(['report', '--prs', '2018-2022', '--format', 'html', ...more], {
    cwd: process.cwd(),
  });
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

interface JsonFigure {
  readonly id: string;
  readonly value: number;
}

async function figuresOf(...more: string[]): Promise<Map<string, number>> {
  const { stdout } = await runCops(['report', '--prs', '2018-2022', '--format', 'json', ...more], {
    cwd: process.cwd(),
  });
  const { sections } = JSON.parse(stdout) as { sections: Record<string, { figures: JsonFigure[] }> };
  return new Map(
    Object.values(sections).flatMap(({ figures }) => figures.map(({ id, value }) => [id, value] as const)),
  );
}

describe('a summary as one HTML file', () => {
  test('is French, has its parts, and names them', async () => {
    const html = await page('-C', REGION);
    expect(html).toMatch(/^<!doctype html><html lang="fr">/);
    for (const landmark of ['<header>', '<nav aria-label="Sommaire">', '<main id="contenu">', '<footer>'])
      expect(html).toContain(landmark);
    expect(html).toContain('<aside class="marque" aria-label="À savoir"><p>Exemple fictif');
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).toContain('<caption>Ateliers par année</caption>');
    expect(html.match(/<table>/g)?.length).toBe(html.match(/<caption>/g)?.length);
    expect(html).toContain('<th scope="col">Année</th>');
    expect(html).toContain('<th scope="row">2018</th>');
  });

  test('needs no script, no other file and no network', async () => {
    const html = await page('-C', REGION);
    expect(html.match(/<script/g)).toEqual(['<script']);
    expect(html).toContain('<script type="application/json" id="cops-provenance">');
    expect(html).not.toMatch(/\bsrc=|<link|@import|url\(|https?:\/\//);
  });

  test('every figure is marked by its id and its value, and leads to its proofs, which are there', async () => {
    const html = await page('-C', REGION);
    const known = await figuresOf('-C', REGION);
    const shown = [
      ...html.matchAll(/<a href="#([\w-]+)" aria-describedby="[\w-]+"><data value="(\d+)" data-figure="([\w.-]+)"/g),
    ];
    expect(shown.length).toBeGreaterThan(100);
    for (const [, anchor, value, id] of shown) {
      expect([id, Number(value)]).toEqual([id, known.get(id ?? '')]);
      expect(html).toContain(`<span id="${anchor}" class="lieu">`);
    }
  });

  test('no id stands twice, and every link leads somewhere', async () => {
    const html = await page('-C', REGION);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  test('pointing at a figure shows its rule, its base and its extracts', async () => {
    const html = await page('-C', REGION);
    const [, bubble = ''] =
      /data-figure="themes\.temps-de-consultation\.passages"[\s\S]*?role="tooltip" id="[\w-]+">(.*?)<\/span><\/span>/.exec(
        html,
      ) ?? [];
    expect(bubble).toContain('<span class="regle">');
    expect(bubble).toContain('<span class="extrait">«');
    expect(html).toContain('Base\u00a0: 7.');
  });

  test('what a record says is text, whatever it holds', async () => {
    const cwd = makeWorkspace({
      'records/ateliers/2022/2022-03-14-a.md': atelier({
        header: 'titre: "<script>alert(1)</script> & <b>gras</b>"',
        body: '## Situation\n\n## Synthèse\n\n- → <img src=x onerror=alert(1)> [lien](javascript:alert(1)) </script><script>. #perennisation <!-- extrait -->\n',
      }),
    });
    const { code, stdout } = await runCops(['report', '--prs', '2018-2022', '--format', 'html'], { cwd });
    expect(code).toBe(0);
    expect(stdout.match(/<script/g)).toHaveLength(1);
    expect(stdout).not.toMatch(/<img|href="javascript/);
    expect(stdout).toContain('&#x3C;script>alert(1)&#x3C;/script>');
  });

  test('two runs give the same bytes', async () => {
    expect(await page()).toBe(await page());
  });

  test('an internal summary says so on every page', async () => {
    const html = await page('--interne', '-C', REGION);
    expect(html).toContain('<aside class="marque" aria-label="À savoir"><p>Usage interne');
  });

  test.skipIf(!hasChromium)(
    'axe-core finds nothing',
    async () => {
      expect(await findBarriers(await page())).toEqual([]);
      expect(await findBarriers(await page('-C', REGION))).toEqual([]);
    },
    60_000,
  );
});
