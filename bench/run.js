// Speed as ratios within one run, since seconds say more of the machine than of the program. Never a test: the code is 0.
//   npm run bench -- [--runs N] [--only version|check|report|md|html|pdf|docx|verify|find|import|lsp]
import { parseArgs } from 'node:util';
import { measure, ratios, spread } from './measure.js';
import { MEASURES } from './plans.js';

/** @import { Comparison, Plan } from './plans.js' */

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

function readOptions() {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, only: { type: 'string' } } });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs veut un nombre entier de passages, à partir de 1');
  if (values.only && !(values.only in MEASURES))
    throw new Error(`--only veut l’un de ces mots : ${Object.keys(MEASURES).join(', ')}`);
  return { runs, only: values.only };
}
