import type { Fragment } from './pdf-page.ts';

/** A text as pdf.js places it. */
export interface TextItem {
  readonly str: string;
  readonly width: number;
  readonly transform: readonly number[];
  readonly fontName: string;
}

/** The texts of a page, with the letters of their fonts by name; those that stand upright come last. */
export function gatherFragments(items: readonly TextItem[], fontNames: ReadonlyMap<string, string>): Fragment[] {
  const fragments: Fragment[] = [];
  const upright: Fragment[] = [];
  let spaced = false;
  let gap: number | undefined;
  const isTab = findTabs(items);
  for (const { str, width, transform, fontName } of items) {
    const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform;
    if (str.trim() === '') {
      spaced ||= str !== '';
      gap = str === '' ? undefined : width;
      continue;
    }
    const name = fontNames.get(fontName) ?? '';
    const fragment = {
      text: str.replace(/\s+/g, ' '),
      x,
      right: x + width,
      y,
      size: Math.hypot(c, d),
      bold: /bold|black|heavy|semibold|demi/i.test(name),
      italic: /italic|oblique/i.test(name),
      spaced,
      tabbed: gap !== undefined && isTab(x, gap),
    };
    gap = undefined;
    // Letters that climb a margin have no place among lines.
    if (Math.abs(b) > Math.abs(a)) upright.push({ ...fragment, right: x + fragment.size, spaced: true });
    else fragments.push(fragment);
    spaced = /\s$/.test(str);
  }
  return [...fragments, ...upright];
}

/** Word processors of the metric world stop tabs there, in points: 1,25 cm. */
const TAB_STOP = 35.433;

/** Whether a blank is a tab: it ends at a stop, and is not as wide as the spaces of the page, which must be of one width. */
function findTabs(items: readonly TextItem[]): (x: number, width: number) => boolean {
  const left = items.reduce(
    (least, { str, transform }) => (str.trim() ? Math.min(least, transform[4] ?? 0) : least),
    Infinity,
  );
  const widths = items.filter(({ str }) => str === ' ').map(({ width }) => Math.round(width * 10));
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [usual = 0, count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (count < 4 || count * 2 < widths.length) return () => false;
  return (x, width) => {
    const stops = (x - left) / TAB_STOP;
    return stops > 0.5 && Math.abs(stops - Math.round(stops)) < 0.01 && Math.abs(width - usual / 10) > 0.3;
  };
}
