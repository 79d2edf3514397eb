/** A part of two lists, of which what is common is sought. */
type Stretch = readonly [from: number, to: number, otherFrom: number, otherTo: number];
type Pair = readonly [index: number, other: number];

/**
 * The indexes of texts that stand in the same order in both lists: those at both ends, then between texts that each list holds
 * once. Where several are the same, the first is paired with the first.
 */
export function alignTexts(texts: readonly string[], others: readonly string[]): readonly Pair[] {
  const aligned: Pair[] = [];
  const waiting: Stretch[] = [[0, texts.length, 0, others.length]];
  for (let stretch = waiting.pop(); stretch; stretch = waiting.pop()) {
    const inner = trim(stretch, { texts, others }, aligned);
    const once = pairTexts(inner, { texts, others }, true);
    const anchors = keepRising(once.length > 0 ? once : pairTexts(inner, { texts, others }, false));
    aligned.push(...anchors);
    if (once.length > 0) waiting.push(...cutAt(anchors, inner));
  }
  return aligned;
}

interface Lists {
  readonly texts: readonly string[];
  readonly others: readonly string[];
}

/** Takes what is the same at both ends; gives what is left. */
function trim([from, to, otherFrom, otherTo]: Stretch, { texts, others }: Lists, aligned: Pair[]): Stretch {
  let [start, end, otherStart, otherEnd] = [from, to, otherFrom, otherTo];
  while (start < end && otherStart < otherEnd && texts[start] === others[otherStart])
    aligned.push([start++, otherStart++]);
  while (start < end && otherStart < otherEnd && texts[end - 1] === others[otherEnd - 1])
    aligned.push([--end, --otherEnd]);
  return [start, end, otherStart, otherEnd];
}

/** The places of the same texts, in the order of the first list; only of those that each list holds `once`, or the first with the first. */
function pairTexts([from, to, otherFrom, otherTo]: Stretch, { texts, others }: Lists, once: boolean): Pair[] {
  const places = groupPlaces(others, otherFrom, otherTo);
  if (places.size === 0) return [];
  return [...groupPlaces(texts, from, to)]
    .flatMap(([text, own]): Pair[] => {
      const theirs = places.get(text) ?? [];
      if (once && (own.length > 1 || theirs.length > 1)) return [];
      return theirs.slice(0, own.length).map((other, rank) => [own[rank] as number, other]);
    })
    .sort(([a], [b]) => a - b);
}

function groupPlaces(texts: readonly string[], from: number, to: number): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (let index = from; index < to; index++) {
    const text = texts[index] as string;
    const own = places.get(text);
    if (own) own.push(index);
    else places.set(text, [index]);
  }
  return places;
}

/** As many pairs as can stand in the order of both lists. */
function keepRising(pairs: readonly Pair[]): Pair[] {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, [, other]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] as number] as Pair)[1] < other) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? (ends[low - 1] as number) : -1);
    ends[low] = index;
  }
  const kept: Pair[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] as number) kept.push(pairs[index] as Pair);
  return kept.reverse();
}

/** What stands before, between and behind anchors. */
function cutAt(anchors: readonly Pair[], [from, to, otherFrom, otherTo]: Stretch): Stretch[] {
  const bounds: Pair[] = [[from - 1, otherFrom - 1], ...anchors, [to, otherTo]];
  return bounds.slice(1).flatMap(([index, other], rank): Stretch[] => {
    const [last, otherLast] = bounds[rank] as Pair;
    return last + 1 < index && otherLast + 1 < other ? [[last + 1, index, otherLast + 1, other]] : [];
  });
}
