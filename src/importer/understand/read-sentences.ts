import type { Prs } from '../../prs/prs.ts';
import type { FoundValue } from '../imported-record.ts';
import type { Block } from './block.ts';
import { findInAtelier, sayUnsureParticipants } from './find-atelier.ts';
import { findNamedPrs, sayUnknown } from './find-cadres.ts';
import { findDates } from './find-dates.ts';
import { findInterventions } from './find-interventions.ts';
import { findInProjet } from './find-projet.ts';
import { findProjetsCibles } from './find-projets-cibles.ts';
import { foundIn, type Sentence, toSentences } from './sentence.ts';

/** What of a document sentences are read in. */
interface Told {
  readonly type: string;
  readonly titre?: string | undefined;
  readonly blocks: readonly Block[];
  readonly prs: readonly Prs[];
}

/** Finds in the text itself what no label said; the text stays as it is. */
export function readSentences(
  { type, titre = '', blocks, prs }: Told,
  { values, warnings }: { values: FoundValue[]; warnings: string[] },
): void {
  const told = toSentences(blocks.flatMap((block) => (block.kind === 'text' ? [block.line.text] : [])));
  const sentences = [...toSentences([titre]).map((sentence) => ({ ...sentence, place: 'titre du document' })), ...told];
  const add = (value: FoundValue | undefined) => {
    if (value && !values.some(({ key }) => key === value.key)) values.push(value);
  };
  if (type === 'projet') {
    const { found, warnings: said } = findInProjet(sentences, prs);
    for (const value of found) add(value);
    add(findProjetsCibles(blocks));
    add(findInterventions(blocks));
    warnings.push(...said);
    return;
  }
  for (const value of findInAtelier(sentences)) add(value);
  if (!values.some(({ key }) => key === 'participants')) warnings.push(...sayUnsureParticipants(told));
  const named = findNamedPrs(sentences, prs);
  if (named?.prs) add(foundIn('prs', named, { value: named.prs.id }));
  else if (named) warnings.push(sayUnknown(named));
  add(findDay(told));
}

/** The first whole day that the text tells, where neither a title nor a label has the date. */
function findDay(sentences: readonly Sentence[]): FoundValue | undefined {
  for (const sentence of sentences) {
    const date = findDates(sentence.text).find(({ isDay }) => isDay);
    if (!date) continue;
    const isOfAtelier = /\b(?:atelier|rencontre|reunis?|groupe)\b/.test(sentence.folded);
    const doubt = isOfAtelier ? date.doubt : 'première date du texte : est-ce celle de l’atelier ?';
    return foundIn('date', { sentence, words: date.words }, { value: date.value, ...(doubt && { doubt }) });
  }
  return undefined;
}
