import { fold } from '../french.ts';
import { maskPersonalData, maskTexts } from '../record/personal-data.ts';
import type { Synthese } from '../synthese/synthese.ts';

/** Hides in all texts of a plain value what no reader may see: personal data, and the names of facilitators who did not agree to be named. */
export function maskShown<T>(value: T, { hiddenNames }: Pick<Synthese, 'hiddenNames'>): T {
  const pattern = patternOf(hiddenNames.everywhere);
  if (!pattern) return maskTexts(value);
  return maskTexts(value, (text) => maskPersonalData(text.replace(pattern, (name) => name.replace(/[^\s]/gu, '•'))));
}

/** Names of two words or more, in either order, with or without accents; a single word may be any word. */
function patternOf(names: readonly string[]): RegExp | undefined {
  const forms = names
    .map((name) => name.split(/[\s,]+/).filter(Boolean))
    .filter((words) => words.length > 1)
    .flatMap((words) => [words, [...words.slice(1), ...words.slice(0, 1)]])
    .flatMap((words) => [words, words.map(fold)])
    .map((words) => words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\s,]+'));
  return forms.length === 0
    ? undefined
    : new RegExp(`(?<!\\p{L})(?:${[...new Set(forms)].join('|')})(?!\\p{L})`, 'giu');
}
