import { findBodyStart, splitComputed, type TextPart } from '../record/computed-text.ts';
import type { Fiche } from '../record/fiche.ts';
import { type Provenance, parseProvenance } from './provenance.ts';
import type { TypedCriteria } from './read-criteria.ts';

/** The type of a summary that is kept as a record: no figure depends on one. */
export const SYNTHESE = 'synthese';

/** The keys of its header that choose no records. */
const OWN_KEYS: readonly string[] = ['type', 'titre', 'diffusion', 'validation'];

/** What the header of a synthese asks for, in the words of the command line. */
export function selectionOf({ header: { value } }: Pick<Fiche, 'header'>): TypedCriteria {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !OWN_KEYS.includes(key)));
}

/** Where the blocks of a synthese come from; undefined where its text no longer says it. */
export function provenanceOf(fiche: Pick<Fiche, 'lines'>): Provenance | undefined {
  const part = partsOf(fiche).find(({ kind }) => kind === 'provenance');
  return part?.kind === 'provenance' ? parseProvenance(part.json) : undefined;
}

/** Whether the text of a synthese may leave the centre: it is shareable, and its blocks were not computed to show internal records. */
export function mayLeave(fiche: Pick<Fiche, 'header' | 'lines'>): boolean {
  const { diffusion, interne } = fiche.header.value;
  return diffusion === 'partageable' && interne !== true && !showsInternal(fiche);
}

/** Whether the blocks of a synthese were computed with internal records and names, whatever its header says since. */
export function showsInternal(fiche: Pick<Fiche, 'lines'>): boolean {
  return provenanceOf(fiche)?.selection.interne === true;
}

/** The parts of a synthese: what is computed, and the words of its author. */
export function partsOf({ lines: { text } }: Pick<Fiche, 'lines'>): readonly TextPart[] {
  return splitComputed(text, findBodyStart(text)).parts;
}

/** What a part says, its internal notes as empty lines: they are shown nowhere. */
export function readPart({ lines, body }: Pick<Fiche, 'lines' | 'body'>, { start, end }: TextPart): string {
  const { line: first } = lines.positionAt(start);
  const isInternal = (line: number) => body.internalLines.some((range) => line >= range.first && line <= range.last);
  return lines.text
    .slice(start, end)
    .split('\n')
    .map((text, index) => (isInternal(first + index) ? '' : text))
    .join('\n');
}

/** A text without its comments: notes that an author keeps for herself. */
export function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?-->/g, '');
}
