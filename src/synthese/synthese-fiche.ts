import { splitComputed } from '../record/computed-text.ts';
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
export function provenanceOf({ lines: { text } }: Pick<Fiche, 'lines'>): Provenance | undefined {
  const part = splitComputed(text).parts.find(({ kind }) => kind === 'provenance');
  return part?.kind === 'provenance' ? parseProvenance(part.json) : undefined;
}

/** Whether the text of a synthese may leave the centre: it is shareable, and its blocks show nothing internal. */
export function mayLeave({ header: { value } }: Pick<Fiche, 'header'>): boolean {
  return value.diffusion === 'partageable' && value.interne !== true;
}
