import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateWorkspace } from './generate.js';
import { timeKeystrokes } from './keystroke.js';
import { runOnce } from './measure.js';
import { writeWordFile } from './word-file.js';

/** @import { Subject } from './measure.js' */
/** @typedef {{ name: string, base: string, subject: string, most?: number }} Comparison */
/** @typedef {{ title: string, runs: number, subjects: Record<string, Subject>, comparisons: Comparison[], time?: () => Promise<Record<string, number[]>> }} Plan */

const COPS = fileURLToPath(new URL('../bin/cops.js', import.meta.url));
const REGION = fileURLToPath(new URL('../examples/region-fictive', import.meta.url));
const READ_ONLY = fileURLToPath(new URL('./read-only.js', import.meta.url));
const EMPTY = { argv: ['-e', '0'] };

/** What is measured, by the word that `--only` takes; each makes the workspaces that it needs. */
export const MEASURES = {
  version: planVersion,
  check: planCheck,
  report: planReport,
  md: planForm('md', 5),
  html: planForm('html', 14),
  pdf: planForm('pdf', 14),
  docx: planForm('docx', 20),
  verify: planVerify,
  find: planFind,
  import: planImport,
  lsp: planLsp,
};

const folder = mkdtempSync(join(tmpdir(), 'cops-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
process.once('SIGINT', () => process.exit(130));

/** Start-up alone: short, so measured four times as often. @param {number} runs @returns {Plan[]} */
function planVersion(runs) {
  const subjects = { 'node -e 0': EMPTY, cops: { argv: [COPS, '--version'] } };
  const comparisons = [{ name: '`cops --version`', base: 'node -e 0', subject: 'cops', most: 2 }];
  return [{ title: '`cops --version`', runs: runs * 4, subjects, comparisons }];
}

/** @param {number} runs @returns {Plan[]} */
function planCheck(runs) {
  return [1000, 10_000].map((count) => {
    const workspace = join(folder, `check-${count}`);
    generateWorkspace(workspace, count);
    const title = `\`cops check\`, ${count} fiches`;
    const subjects = { lecture: read(workspace), cops: { argv: [COPS, 'check'], cwd: workspace, exit: 1 } };
    return { title, runs, subjects, comparisons: [{ name: title, base: 'lecture', subject: 'cops' }] };
  });
}

/** @param {number} runs @returns {Plan[]} */
function planReport(runs) {
  const title = '`cops report --prs 2018-2022`, 1000 fiches';
  const workspace = join(folder, 'report');
  generateWorkspace(workspace, 1000, { faulty: false });
  const cops = { argv: [COPS, 'report', '--prs', '2018-2022'], cwd: workspace };
  const subjects = { 'node -e 0': EMPTY, lecture: read(workspace), cops };
  const comparisons = ['node -e 0', 'lecture'].map((base) => ({ name: title, base, subject: 'cops' }));
  return [{ title, runs, subjects, comparisons }];
}

/** The example region in a form, with all that it takes to start. @param {string} format @param {number} most */
function planForm(format, most) {
  /** @param {number} runs @returns {Plan[]} */
  return (runs) => {
    const title = `\`cops report --format ${format}\`, region-fictive`;
    const cops = { argv: [COPS, 'report', '--prs', '2018-2022', '--format', format], cwd: REGION };
    const comparisons = [{ name: title, base: 'node -e 0', subject: 'cops', most }];
    return [{ title, runs, subjects: { 'node -e 0': EMPTY, cops }, comparisons }];
  };
}

/** Saved again by another program, so that it is read as it is and as it would be written now. @param {number} runs @returns {Plan[]} */
function planVerify(runs) {
  const title = '`cops verify synthese.pdf`, region-fictive';
  const path = join(folder, 'synthese.pdf');
  const words = ['report', '--prs', '2018-2022', '--format', 'pdf'];
  execFileSync(process.execPath, [COPS, ...words, '--output', path], { cwd: REGION, stdio: 'ignore' });
  appendFileSync(path, '\n');
  const report = { argv: [COPS, ...words], cwd: REGION };
  const cops = { argv: [COPS, 'verify', path], cwd: REGION };
  const subjects = { 'node -e 0': EMPTY, report, cops };
  const comparisons = [
    { name: title, base: 'node -e 0', subject: 'cops' },
    { name: title, base: 'report', subject: 'cops', most: 3 },
  ];
  return [{ title, runs, subjects, comparisons }];
}

/** One record or words among a thousand. @param {number} runs @returns {Plan[]} */
function planFind(runs) {
  const workspace = join(folder, 'find');
  generateWorkspace(workspace, 1000);
  /** @type {[words: string[], most: number][]} */
  const asked = [
    [['list'], 5],
    [['show', 'exemple-fictif-00900'], 5],
    [['search', 'temps', 'de', 'consultation'], 12],
  ];
  return asked.map(([words, most]) => {
    const title = `\`cops ${words.join(' ')}\`, 1000 fiches`;
    const subjects = { 'node -e 0': EMPTY, cops: { argv: [COPS, ...words], cwd: workspace } };
    return { title, runs, subjects, comparisons: [{ name: title, base: 'node -e 0', subject: 'cops', most }] };
  });
}

/** Ten pages of Word, read and understood beside the themes and PRS of a small workspace. @param {number} runs @returns {Plan[]} */
function planImport(runs) {
  const title = '`cops import --dry-run`, Word de dix pages';
  const file = join(folder, 'dix-pages.docx');
  writeFileSync(file, writeWordFile());
  const subjects = { 'node -e 0': EMPTY, cops: { argv: [COPS, 'import', '--dry-run', file], cwd: REGION } };
  return [{ title, runs, subjects, comparisons: [{ name: title, base: 'node -e 0', subject: 'cops', most: 12 }] }];
}

/** In a server that stays: a keystroke, then an empty Node, in turn. @param {number} runs @returns {Plan[]} */
function planLsp(runs) {
  const title = '`cops lsp`, de la frappe aux fautes, 1000 fiches';
  const workspace = join(folder, 'lsp');
  generateWorkspace(workspace, 1000);
  const [file = ''] = readdirSync(join(workspace, 'records/ateliers'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort();
  const time = async () => {
    /** @type {number[]} */
    const empty = [];
    const between = () => empty.push(runOnce(EMPTY));
    const options = { cops: COPS, workspace, file: join('records/ateliers', file), runs: runs * 4, between };
    return { lsp: await timeKeystrokes(options), 'node -e 0': empty };
  };
  return [
    { title, runs, subjects: {}, time, comparisons: [{ name: title, base: 'node -e 0', subject: 'lsp', most: 1.2 }] },
  ];
}

/** @param {string} workspace */
function read(workspace) {
  return { argv: [READ_ONLY, join(workspace, 'records')] };
}
