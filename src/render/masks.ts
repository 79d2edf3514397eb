import { maskPersonalData, maskTexts } from '../record/personal-data.ts';
import { makeFinder } from '../synthese/hidden-words.ts';
import type { Synthese } from '../synthese/synthese.ts';

/** Hides in all texts of a plain value what no reader may see: personal data, names of facilitators who did not agree to be named, ids and paths of internal records. */
export function maskShown<T>(value: T, { hiddenNames }: Pick<Synthese, 'hiddenNames'>): T {
  const find = makeFinder(hiddenNames);
  if (!find) return maskTexts(value);
  return maskTexts(value, (text) => maskPersonalData(maskSpans(text, find(text))));
}

function maskSpans(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let masked = '';
  let end = 0;
  for (const span of spans) {
    if (span.end <= end) continue;
    const start = Math.max(span.start, end);
    masked += text.slice(end, start) + text.slice(start, span.end).replace(/[^\s*]/gu, '•');
    end = span.end;
  }
  return masked + text.slice(end);
}
