import type { PrintedBlock } from './printed-document.ts';
import type { UnknownFigure } from './verdict.ts';

/** The id of each figure in the key of a block. */
const FIGURE = /\ue000([^\ue001]*)\ue001/g;

/** Figures that are printed often enough, and not under the headings under which they would be printed. */
export function findDisplaced(blocks: readonly PrintedBlock[], now: readonly PrintedBlock[]): UnknownFigure[] {
  const levels = new Map(now.flatMap(({ key, level }) => (level === undefined ? [] : [[key, level]])));
  const plain = new Set(now.flatMap(({ key, level }) => (level === undefined ? [key] : [])));
  const levelIn = ({ key, level }: PrintedBlock) =>
    level === undefined && plain.has(key) ? undefined : (levels.get(key) ?? (level === undefined ? undefined : OWN));
  const [printed, expected] = [blocks, now].map((some) => countPlaces(some, levelIn)) as [Places, Places];
  return [...expected].flatMap(([id, places]): UnknownFigure[] => {
    const own = printed.get(id) ?? new Map<string, number>();
    const [count, wanted] = [sum(own.values()), sum(places.values())];
    const placed = sum([...places].map(([place, often]) => Math.min(often, own.get(place) ?? 0)));
    return count >= wanted && placed < wanted ? [{ id, reason: 'displaced', marked: placed, printed: wanted }] : [];
  });
}

/** The level of a heading that nobody computed: what stands below it stands under it, whatever its rank. */
const OWN = Number.POSITIVE_INFINITY;

/** How often each figure stands under each path of headings. */
type Places = ReadonlyMap<string, ReadonlyMap<string, number>>;

function countPlaces(blocks: readonly PrintedBlock[], levelIn: (block: PrintedBlock) => number | undefined): Places {
  const places = new Map<string, Map<string, number>>();
  let path: readonly { readonly level: number; readonly key: string }[] = [];
  for (const block of blocks) {
    const level = levelIn(block);
    if (level !== undefined) path = [...path.filter((above) => above.level < level), { level, key: block.key }];
    const place = path.map(({ key }) => key).join('\n');
    for (const [, id = ''] of block.key.matchAll(FIGURE)) {
      const own = places.get(id) ?? new Map<string, number>();
      places.set(id, own.set(place, (own.get(place) ?? 0) + 1));
    }
  }
  return places;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
