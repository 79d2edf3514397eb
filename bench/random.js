/**
 * Numbers that look drawn and are the same on every machine (mulberry32, public domain).
 * @param {number} seed
 */
export function drawFrom(seed) {
  let state = seed >>> 0;
  /** A number from 0 to below 1. */
  const draw = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  /** A whole number, both ends included. @param {number} low @param {number} high */
  const between = (low, high) => low + Math.floor(draw() * (high - low + 1));
  return {
    between,
    /** Whether something happens that happens that often, from 0 to 1. @param {number} share */
    chance: (share) => draw() < share,
    /** @template T @param {readonly T[]} list one of them, which is never empty @returns {T} */
    pick: (list) => /** @type {T} */ (list[between(0, list.length - 1)]),
  };
}

/** @typedef {ReturnType<typeof drawFrom>} Draw */
