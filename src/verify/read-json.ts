import { formatNumber } from '../french.ts';
import { isMap, parseJson } from '../record/json-value.ts';
import { parseProvenance } from '../synthese/provenance.ts';
import type { PrintedBlock, PrintedDocument, PrintedFigure } from './printed-document.ts';

/** Reads a summary in JSON; undefined where it does not say where it comes from. */
export function readJson(text: string): PrintedDocument | undefined {
  const read = parseJson(text);
  if (!isMap(read)) return undefined;
  const { provenance: said, ...content } = read;
  const provenance = parseProvenance(JSON.stringify(said ?? null));
  if (!provenance) return undefined;
  return { provenance, figures: readFigures(content.sections), blocks: [...listLeaves(content, '')] };
}

/** Each as it would be printed: « 7 sur 8 ». */
function readFigures(sections: unknown): PrintedFigure[] {
  const lists = isMap(sections) ? Object.values(sections) : [];
  return lists
    .flatMap((section) => (isMap(section) && Array.isArray(section.figures) ? section.figures : []))
    .flatMap((figure): PrintedFigure[] => {
      if (!isMap(figure) || typeof figure.id !== 'string') return [];
      const base = figure.base === undefined ? [] : ['sur', sayValue(figure.base)];
      return [{ id: figure.id, text: [sayValue(figure.value), ...base].join(' ') }];
    });
}

function sayValue(value: unknown): string {
  return typeof value === 'number' ? formatNumber(value) : JSON.stringify(value ?? null);
}

/** What of a figure is compared as a figure. */
const OF_FIGURES: ReadonlySet<string> = new Set(['id', 'value', 'base']);

/**
 * Every other value, behind the keys that lead to it, whose order says nothing; what stands in a list has no rank, since a
 * new element moves the others.
 */
function* listLeaves(value: unknown, path: string): Iterable<PrintedBlock> {
  if (Array.isArray(value)) {
    for (const one of value) yield* listLeaves(one, `${path}[]`);
  } else if (isMap(value)) {
    const isFigure = typeof value.id === 'string' && /^sections\.[^.]+\.figures\[\]$/.test(path);
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [key, inner] of entries)
      if (!isFigure || !OF_FIGURES.has(key))
        yield* listLeaves(inner, isFigure ? `${value.id}.${key}` : path ? `${path}.${key}` : key);
  } else {
    const text = `${path} : ${JSON.stringify(value)}`;
    yield { text, key: text };
  }
}
