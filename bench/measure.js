import { spawnSync } from 'node:child_process';

/**
 * A command line of Node, and how it should end.
 * @typedef {object} Subject
 * @property {readonly string[]} argv
 * @property {string} [cwd]
 * @property {number} [exit] 0 where it is left out
 */

/** @typedef {{ median: number, min: number, max: number }} Spread */

/**
 * Runs subjects in turn, `runs` times after a first round that only warms the disk cache, so that a slow moment of the
 * machine falls on all of them. Returns milliseconds, by name and in the order of the rounds; throws where one ends otherwise
 * than it should, since its time would mean nothing.
 * @param {Readonly<Record<string, Subject>>} subjects @param {number} runs
 */
export function measure(subjects, runs) {
  const timed = Object.entries(subjects).map(([name, subject]) => ({
    name,
    subject,
    times: /** @type {number[]} */ ([]),
  }));
  for (let round = 0; round <= runs; round++) {
    for (const { subject, times } of timed) {
      const time = runOnce(subject);
      if (round > 0) times.push(time);
    }
  }
  return Object.fromEntries(timed.map(({ name, times }) => [name, times]));
}

/** Throws where it ends otherwise than it should. @param {Subject} subject @returns {number} milliseconds */
export function runOnce({ argv, cwd, exit = 0 }) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, argv, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  const time = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== exit)
    throw new Error(`code ${status} au lieu de ${exit} : ${String(stderr).trim().split('\n').at(-1)}`);
  return time;
}

/** @param {readonly number[]} values at least one @returns {Spread} */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (/** @type {number} */ index) => sorted[index] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return { median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2, min: at(0), max: at(sorted.length - 1) };
}

/** How many times the one takes as long as the other, round by round. @param {readonly number[]} times @param {readonly number[]} base */
export function ratios(times, base) {
  return times.map((time, round) => time / (base[round] ?? Number.NaN));
}
