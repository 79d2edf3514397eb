import { quoteWords } from '../left-out.ts';
import { groupLevels, toLines } from './lines.ts';
import type { Fragment, PdfPage } from './pdf-page.ts';

/** The part of a page, from above and from below, where marks stand. */
const EDGE = 0.12;
const PAGE_NUMBER = /^[-–—\s]*(?:page\s*)?\d{1,3}(?:\s*(?:\/|sur|de|of)\s*\d{1,3})?[-–—\s]*$/iu;

/** Takes out of pages what they all say again at their edges, and their numbers; says it once. */
export function leaveOutPageMarks(pages: readonly PdfPage[]): { pages: PdfPage[]; warnings: string[] } {
  const edges = pages.map((page) => edgeLevels(page));
  const counts = new Map<string, number>();
  for (const levels of edges) for (const key of new Set(levels.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(2, pages.length * 0.4);
  const isMark = (level: readonly Fragment[]) =>
    (counts.get(keyOf(level)) ?? 0) >= least || PAGE_NUMBER.test(sayLevel(level));
  const marks = edges.map((levels) => levels.filter(isMark));
  const texts = [...new Set(marks.flat().map(sayLevel))];
  return {
    pages: pages.map((page, index) => {
      const left = new Set(marks[index]?.flat());
      return { ...page, fragments: page.fragments.filter((fragment) => !left.has(fragment)) };
    }),
    warnings:
      texts.length === 0
        ? []
        : [`En-têtes, pieds et numéros de page laissés de côté : ${texts.map(quoteWords).join(', ')}.`],
  };
}

/** At most three lines at each edge: a text that begins there is none. */
function edgeLevels({ fragments, height }: PdfPage): Fragment[][] {
  const levels = groupLevels(fragments);
  const isAbove = (level: readonly Fragment[]) => (level[0]?.y ?? 0) > height * (1 - EDGE);
  const isBelow = (level: readonly Fragment[]) => (level[0]?.y ?? height) < height * EDGE;
  return [...levels.slice(0, 3).filter(isAbove), ...levels.slice(-3).filter(isBelow)];
}

/** The same words at the same height, whatever their numbers. */
function keyOf(level: readonly Fragment[]): string {
  return `${sayLevel(level).replace(/\d+/g, '#')} ${Math.round((level[0]?.y ?? 0) / 4)}`;
}

function sayLevel(level: readonly Fragment[]): string {
  return toLines(level)
    .map(({ text }) => text)
    .join(' ');
}
