// Speed as ratios within one run, since seconds say more of the machine than of the program. Never a test: the code is 0.
//   npm run bench -- [--runs N] [--only version|check|report|lsp]
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateWorkspace } from './generate.js';
import { timeKeystrokes } from './keystroke.js';
import { measure, ratios, runOnce, spread } from './measure.js';

/** @import { Subject } from './measure.js' */
/** @typedef {{ name: string, base: string, subject: string, most?: number }} Comparison */
/** @typedef {{ title: string, runs: number, subjects: Record<string, Subject>, comparisons: Comparison[], time?: () => Promise<Record<string, number[]>> }} Plan */

const COPS = fileURLToPath(new URL('../bin/cops.js', import.meta.url));
const READ_ONLY = fileURLToPath(new URL('./read-only.js', import.meta.url));
const EMPTY = { argv: ['-e', '0'] };
const MEASURES = { version: planVersion, check: planCheck, report: planReport, lsp: planLsp };

const folder = mkdtempSync(join(tmpdir(), 'cops-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
process.once('SIGINT', () => process.exit(130));

await bench(readOptions());

/** @param {{ runs: number, only: string | undefined }} options */
async function bench({ runs, only }) {
  const plans = Object.entries(MEASURES).flatMap(([name, plan]) => (only && only !== name ? [] : plan(runs)));
  console.log(
    `Node ${process.version}, ${process.platform}. Fiches inventées d’environ 3,2 ko, dont 1 % en faute pour \`check\`,`,
  );
  console.log(
    'aucune pour `report`, qui s’arrête sur une faute. Un rapport de 2 : deux fois le temps de la référence.\n',
  );
  console.log('| mesure | référence | rapport médian | min–max | temps médians (ms) | passages | but |');
  console.log('|---|---|--:|--:|--:|--:|---|');
  for (const plan of plans) for (const line of await measurePlan(plan)) console.log(line);
}

/** One line a comparison, or one that says why there is none. @param {Plan} plan */
async function measurePlan({ title, runs, subjects, comparisons, time }) {
  try {
    const times = time ? await time() : measure(subjects, runs);
    return comparisons.map((comparison) => formatComparison(comparison, times));
  } catch (error) {
    const reason = String(error instanceof Error ? error.message : error).replaceAll('|', '\\|');
    return [`| ${title} | | non mesuré | | | | ${reason} |`];
  }
}

/** @param {Comparison} comparison @param {Record<string, number[]>} times */
function formatComparison({ name, base, subject, most }, times) {
  const [own, reference] = [times[subject] ?? [], times[base] ?? []];
  const { median, min, max } = spread(ratios(own, reference));
  const goal = most === undefined ? '' : `≤ ${most} : ${median <= most ? 'atteint' : 'non atteint'}`;
  const both = `${spread(own).median.toFixed(0)} / ${spread(reference).median.toFixed(0)}`;
  return `| ${name} | \`${base}\` | **${french(median)}** | ${french(min)}–${french(max)} | ${both} | ${own.length} | ${goal} |`;
}

/** @param {number} value */
function french(value) {
  return value.toFixed(value < 10 ? 2 : 1).replace('.', ',');
}

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

function readOptions() {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, only: { type: 'string' } } });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs veut un nombre entier de passages, à partir de 1');
  if (values.only && !(values.only in MEASURES))
    throw new Error(`--only veut l’un de ces mots : ${Object.keys(MEASURES).join(', ')}`);
  return { runs, only: values.only };
}
