import { EXEMPLE_FICTIF, type Settings } from '../collection.ts';

/** What comes before a text made from an invented workspace; nothing for a real one. */
export function markText({ exemple }: Pick<Settings, 'exemple'>): string {
  return exemple ? `${EXEMPLE_FICTIF}\n\n` : '';
}

/** The key that marks a JSON so. */
export function markJson({ exemple }: Pick<Settings, 'exemple'>): { exemple?: true } {
  return exemple ? { exemple } : {};
}

/** A table with the column that marks each of its rows so; its first row holds the titles. */
export function markRows<T>(
  rows: readonly (readonly (T | string)[])[],
  { exemple }: Pick<Settings, 'exemple'>,
): readonly (readonly (T | string)[])[] {
  return exemple ? rows.map((row, index) => [...row, index === 0 ? 'exemple' : 'fictif']) : rows;
}
