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
  for (const { str, width, transform, fontName } of items) {
    const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform;
    if (str.trim() === '') {
      spaced ||= str !== '';
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
    };
    // Letters that climb a margin have no place among lines.
    if (Math.abs(b) > Math.abs(a)) upright.push({ ...fragment, right: x + fragment.size, spaced: true });
    else fragments.push(fragment);
    spaced = /\s$/.test(str);
  }
  return [...fragments, ...upright];
}
