/** Quotations and lists one inside the other on a single line: reading them would take ages, and nobody means it. */
const NESTED = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){100}.*/m;

/** Signs of emphasis, links and comments by thousands in one paragraph: the parser would try each with each. */
const MOST_SIGNS = 1500;

/** Lines between blank ones. */
const PARAGRAPHS = /(?:[^\n]+\n?)+/g;

/** Where a Markdown text is too nested or too crowded for its parser; undefined where it may be parsed. */
export function findNested(text: string): { readonly start: number; readonly end: number } | undefined {
  const nested = NESTED.exec(text);
  if (nested) return { start: nested.index, end: nested.index + nested[0].length };
  const crowded = [...text.matchAll(PARAGRAPHS)].find(([paragraph]) => isCrowded(paragraph));
  return crowded && { start: crowded.index, end: crowded.index + 1 };
}

function isCrowded(paragraph: string): boolean {
  return paragraph.length > MOST_SIGNS && (paragraph.match(/[*_~`[\]<]/g)?.length ?? 0) > MOST_SIGNS;
}
