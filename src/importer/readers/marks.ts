/** Signs of the private use area around a rank: they stand in a text for what a library would not carry. */
const MARK = /\ue010(\d+)\ue011/g;
/** Stands for a tab, which reading HTML would make a space. */
const TAB = /\ue012/g;

/** What a text holds where a memo stands. */
export function markOf(rank: number): string {
  return `\ue010${rank}\ue011`;
}

/** A text whose tabs outlive HTML. */
export function keepTabs(text: string): string {
  return text.replaceAll('\t', '\ue012');
}

/** A text without its marks, and with its tabs. */
export function withoutMarks(text: string): string {
  return text.replace(MARK, '').replace(TAB, '\t');
}

/** The ranks of the marks that a text holds. */
export function ranksIn(text: string): number[] {
  return [...text.matchAll(MARK)].map(([, rank]) => Number(rank));
}
