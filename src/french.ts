import { distance } from 'fastest-levenshtein';

/** « 1 atelier », « 3 ateliers », « 0 atelier »: French takes the plural from two on. */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(count)} ${count >= 2 ? plural : singular}`;
}

/** A number as French writes it: decimal comma, no dependence on the machine's locale. */
export function formatNumber(value: number): string {
  return String(value).replace('.', ',');
}

/** « a », « a et b », « a, b et c »; the last link may be « ou ». */
export function formatList(items: readonly string[], link: 'et' | 'ou' = 'et'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${link} ${items.at(-1)}`;
}

/** Words of a person between French quotation marks. */
export function quote(text: string): string {
  return `« ${text} »`;
}

/** Lower case without accents: « Écoute » and « ecoute » are one word. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .replace(/[’ʼ]/g, "'")
    .toLowerCase();
}

/** The identifier that a text suggests: lower-case ASCII words joined by hyphens. */
export function slugify(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The candidate that a misspelt word most likely stands for; none where all are far away. */
export function findNearest(word: string, candidates: Iterable<string>): string | undefined {
  const sought = fold(word);
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const far = distance(sought, fold(candidate));
    if (!best || far < best.distance) best = { candidate, distance: far };
  }
  return best && best.distance <= Math.max(2, Math.floor(sought.length / 3)) ? best.candidate : undefined;
}

/** « Temps de consultation » inside a sentence; an acronym keeps its capital. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
