import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readNumbers } from '../../src/verify/french-numbers.ts';
import { hasOffice, saveAs } from '../support/office.ts';
import { makeFolder, runCops } from '../support/run-cops.ts';

const REGION = 'examples/region-fictive';

async function print(...more: string[]): Promise<Uint8Array> {
  const output = join(makeFolder(), 's.docx');
  const { code, stderr } = await runCops(['report', '--prs', '2018-2022', '-C', REGION, '--output', output, ...more], {
    cwd: process.cwd(),
  });
  expect(code, stderr).toBe(0);
  return readFileSync(output);
}

function part(bytes: Uint8Array, name: string): string {
  const found = unzipSync(bytes)[name];
  return found ? strFromU8(found) : '';
}

/** What a Word file says of its figures: their ids and what is printed. */
function printedFigures(bytes: Uint8Array): [id: string, printed: string][] {
  const custom = part(bytes, 'docProps/custom.xml');
  const [, list = '[]'] = /name="cops-chiffres"[^>]*><vt:lpwstr>(.*?)<\/vt:lpwstr>/s.exec(custom) ?? [];
  const ids = JSON.parse(list.replaceAll('&quot;', '"')) as string[];
  const links = part(bytes, 'word/document.xml').matchAll(
    /<w:hyperlink\b[^>]*w:anchor="preuve_(\d+)"[^>]*>(.*?)<\/w:hyperlink>/gs,
  );
  return [...links].map(([, number, runs = '']) => [ids[Number(number)] ?? '', runs.replace(/<[^>]+>/g, '')]);
}

describe('a summary as a Word file', () => {
  test('has real styles, outline levels, a table of contents and header rows that come again', async () => {
    const document = part(await print(), 'word/document.xml');
    for (const style of ['Title', 'Heading1', 'Heading2', 'Heading3', 'Quote', 'Caption', 'ListParagraph'])
      expect(document).toContain(`<w:pStyle w:val="${style}"/>`);
    expect(document).toContain('TOC \\h \\o &quot;1-2&quot;');
    expect(document).toContain('>L’essentiel<');
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(document.match(/<w:tbl>/g)?.length ?? 0);
    expect(part(await print(), 'word/styles.xml')).toContain('w:lang w:val="fr-FR"');
  });

  test('each figure is marked, as it is printed, and leads to its proofs', async () => {
    const bytes = await print();
    const { stdout } = await runCops(['report', '--prs', '2018-2022', '--format', 'json', '-C', REGION], {
      cwd: process.cwd(),
    });
    const { sections } = JSON.parse(stdout) as {
      sections: Record<string, { figures: { id: string; value: number }[] }>;
    };
    const known = new Map(
      Object.values(sections).flatMap(({ figures }) => figures.map(({ id, value }) => [id, value])),
    );
    const printed = printedFigures(bytes);
    expect(printed.length).toBeGreaterThan(100);
    for (const [id, text] of printed) expect(`${id} ${readNumbers(text)[0]}`).toBe(`${id} ${known.get(id)}`);
    const document = part(bytes, 'word/document.xml');
    const names = [...document.matchAll(/<w:bookmarkStart\b[^>]*w:name="([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const [, target] of document.matchAll(/<w:hyperlink\b[^>]*w:anchor="([^"]+)"/g))
      expect(names).toContain(target);
    for (const name of names) expect(name?.length).toBeLessThanOrEqual(40);
  });

  test('two runs give the same bytes, without a clock', async () => {
    const first = await print();
    expect(Buffer.compare(first, await print())).toBe(0);
    expect(part(first, 'docProps/core.xml')).not.toMatch(/\d{4}-\d\d-\d\dT/);
  });

  test('an invented or an internal summary says so on every page', async () => {
    const header = (bytes: Uint8Array) => part(bytes, 'word/header1.xml');
    expect(header(await print())).toContain('Exemple fictif');
    expect(header(await print('--interne'))).toContain('Usage interne');
  });

  test.skipIf(!hasOffice)(
    'LibreOffice opens it, and saves it with its figures and where it comes from',
    async () => {
      const bytes = await print();
      const saved = saveAs('s.docx', bytes, 'docx');
      expect(printedFigures(saved)).toEqual(printedFigures(bytes));
      expect(part(saved, 'docProps/custom.xml')).toContain('cops-provenance');
      expect(saveAs('s.docx', bytes, 'pdf').subarray(0, 5).toString()).toBe('%PDF-');
    },
    120_000,
  );
});
