import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { coverPdf, retypePdf } from '../support/edit-pdf.ts';
import { hasChromium, printPage } from '../support/html-page.ts';
import { hasOffice, saveAs } from '../support/office.ts';
import { ask, hasPdfTools } from '../support/pdf-file.ts';
import { runCops } from '../support/run-cops.ts';
import { makeSummary } from '../support/summary-file.ts';

test.skipIf(!hasPdfTools)('saved again by another program, it is read as before', async () => {
  const { root, path } = await makeSummary('pdf');
  ask('qpdf', '--linearize', '--replace-input', path);
  const { code, stdout } = await runCops(['verify', path], { cwd: root });
  expect(code).toBe(0);
  expect(stdout).toMatch(/\d{3} chiffres .*\nLe fichier a été enregistré à nouveau.*\nCe document tient\.\n$/);
});

test.skipIf(!hasPdfTools)('a figure is read on the page: the attached list does not speak for it', async () => {
  const { root, path } = await makeSummary('pdf');
  retypePdf(path, '48 pistes', '84 pistes');
  const { code, stdout } = await runCops(['verify', path], { cwd: root });
  expect(code).toBe(1);
  expect(stdout).toContain('Changés à la main\n  - pistes (pistes.passages) : 48 était écrit, 84 est imprimé\n');
});

test.skipIf(!hasPdfTools)('words changed that are no figure are listed with what they were', async () => {
  const { root, path } = await makeSummary('pdf');
  retypePdf(path, ' sur 6 au plus', ' sur 8 au plus');
  const { code, stdout } = await runCops(['verify', path], { cwd: root });
  expect(code).toBe(0);
  expect(stdout).toMatch(/acceptés\n {2}- « .*6 interventions sur 8 au plus.* » ; était écrit « .*sur 6 au plus.* »\n/);
});

test.skipIf(!hasPdfTools)('what was set upon a figure is what one reads there', async () => {
  const { root, path } = await makeSummary('pdf');
  coverPdf(path, '48', '84');
  const { code, stdout } = await runCops(['verify', path], { cwd: root });
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /\(pistes\.passages\) : « 48 pistes formulées » était écrit, « 48 pistes formulées 84 » est imprimé/,
  );
});

test.skipIf(!hasPdfTools)('without its structure, no figure is marked any more', async () => {
  const { root, path } = await makeSummary('pdf');
  const flat = ask('qpdf', '--json-output', '--json-stream-data=inline', path, '-').replaceAll(
    '/StructTreeRoot',
    '/Autre',
  );
  writeFileSync(`${path}.json`, flat);
  ask('qpdf', '--json-input', `${path}.json`, path);
  const { code, stdout } = await runCops(['verify', path], { cwd: root });
  expect(code).toBe(1);
  expect(stdout).toContain('0 chiffre imprimé');
  expect(stdout).toContain(' : le chiffre n’y est plus marqué\n');
});

test.skipIf(!hasPdfTools)('under a password, a sentence says what to do', async () => {
  const { root, path } = await makeSummary('pdf');
  ask('qpdf', '--encrypt', 'secret', 'secret', '256', '--', '--replace-input', path);
  const { code, stdout, stderr } = await runCops(['verify', path], { cwd: root });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('protégé par un mot de passe');
});

test.skipIf(!hasPdfTools)('cut in its middle, it is no summary', async () => {
  const { root, path } = await makeSummary('pdf');
  writeFileSync(path, readFileSync(path).subarray(0, 200_000));
  const { code, stdout, stderr } = await runCops(['verify', path], { cwd: root });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('ne dit pas d’où il vient');
});

test.skipIf(!hasChromium)('printed by a browser, it says that its provenance was lost', async () => {
  const { root, path } = await makeSummary('html');
  const printed = path.replace('.html', '.pdf');
  writeFileSync(printed, await printPage(readFileSync(path, 'utf8')));
  const { code, stdout, stderr } = await runCops(['verify', printed], { cwd: root });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/Il a été écrit par « .*(?:Skia|Chromium).* » : une page imprimée par un navigateur/);
});

test.skipIf(!hasOffice)(
  'made from the Word file by LibreOffice, it says so too',
  async () => {
    const { root, path } = await makeSummary('docx');
    const printed = path.replace('.docx', '.pdf');
    writeFileSync(printed, saveAs('s.docx', readFileSync(path), 'pdf'));
    const { code, stderr } = await runCops(['verify', printed], { cwd: root });
    expect([code, stderr]).toEqual([2, expect.stringMatching(/Il a été écrit par « LibreOffice/)]);
  },
  120_000,
);
