import type { PhrasingContent } from 'mdast';
import { compareText } from '../diagnostic.ts';
import { formatCount } from '../french.ts';
import type { Figure } from '../synthese/figure.ts';
import type { LinkToLine, References } from './references.ts';

/** Where something lies: its name, and a link to it where there is one. */
interface Place {
  readonly text: string;
  readonly url: string | undefined;
}

/** The sources of a figure: numbers of extracts, records as a whole, else lines of records; internal ones by their count alone. */
export function listSources(
  { sources, id }: Pick<Figure, 'sources' | 'id'>,
  { references, linkToLine }: { references: References; linkToLine: LinkToLine },
): PhrasingContent[] {
  const wholeRecords = /\.(?:ateliers|projets|annees\.\d{4})$/.test(id);
  const places = sources.flatMap((source): Place[] => {
    if ('interne' in source) return [];
    const { file, line } = source;
    const reference = references.ofFile(file);
    if (reference && (wholeRecords || line === 1)) return [{ text: reference.repere, url: `#${reference.ancre}` }];
    const numero = references.extraitAt(file, line);
    if (numero !== undefined) return [{ text: String(numero), url: `#extrait-${numero}` }];
    return [{ text: `${reference?.repere ?? file}, ligne ${line}`, url: linkToLine(file, line) }];
  });
  const unique = [...new Map(places.map((place) => [`${place.text}\n${place.url}`, place])).values()];
  const shown = unique
    .map((place) => ({ place, key: padNumbers(place.text) }))
    .sort((a, b) => compareText(a.key, b.key))
    .map(({ place }) => toNode(place));
  const hidden = sources.filter((source) => 'interne' in source).length;
  const internal: PhrasingContent = {
    type: 'text',
    value: `${formatCount(hidden, 'non montré', 'non montrés')} (fiche interne ou brouillon)`,
  };
  return [...shown, ...(hidden > 0 ? [internal] : [])].flatMap((node, index) =>
    index === 0 ? [node] : [{ type: 'text', value: ', ' }, node],
  );
}

function toNode({ text, url }: Place): PhrasingContent {
  return url === undefined
    ? { type: 'text', value: text }
    : { type: 'link', url, children: [{ type: 'text', value: text }] };
}

/** A text with its numbers padded, so that A2 comes before A10. */
function padNumbers(text: string): string {
  return text.replace(/\d+/g, (digits) => digits.padStart(6, '0'));
}
