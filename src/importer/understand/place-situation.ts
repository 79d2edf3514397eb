import type { FoundValue } from '../imported-record.ts';
import type { Part } from './outline.ts';

/** A situation in one sentence is no longer. */
const LONGEST = 400;

/**
 * The section that a key says it all for: its only paragraph becomes the value of that key, and leaves the section. Of several,
 * the first is the value, and all stay.
 */
export function placeSituation(part: Part, found: { readonly values: FoundValue[]; readonly served: string[] }): Part {
  const { spec, heading, blocks } = part;
  const key = spec?.cle;
  const [first, ...others] = blocks;
  if (!key || first?.kind !== 'text' || first.line.text.length > LONGEST) return part;
  if (found.values.some((value) => value.key === key)) return part;
  const words = first.line.text;
  const place = `section « ${heading?.line.text ?? spec.titre} »`;
  const isAlone = others.length === 0 && first.line.content.every(({ type }) => type === 'text');
  const doubt = 'premier paragraphe de la section, qui en a d’autres';
  found.values.push({
    key,
    value: words.replace(/^«\s*([^«»]+?)\s*»$/, '$1'),
    words,
    place,
    ...(!isAlone && others.length > 0 && { doubt }),
  });
  if (!isAlone) return part;
  found.served.push(words);
  return { ...part, blocks: [] };
}
