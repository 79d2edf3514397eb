import { FILE_START, type Position, type Range } from '../diagnostic.ts';
import type { EditedFiche } from './edited-fiche.ts';
import { findMention } from './mention.ts';

/** A place in a file of the workspace. */
export interface Target {
  readonly file: string;
  readonly range: Range;
}

/** Where what the word under a cursor names is written: the record of a theme or of a PRS, a priority in its PRS, a passage here. */
export function define(edited: EditedFiche, position: Position): Target | undefined {
  const mention = findMention(edited, position);
  const { files, prs } = edited.collection;
  if (mention?.kind === 'fiche') return { file: mention.file, range: FILE_START };
  if (mention?.kind === 'passage') {
    const passages = files.find(({ file }) => file === edited.file)?.body?.passages ?? [];
    const passage = passages.find(({ nom }) => nom === mention.nom);
    return passage && { file: edited.file, range: passage.range };
  }
  if (mention?.kind !== 'priorite') return undefined;
  const owner = prs.get(mention.prs);
  const fiche = files.find(({ file }) => file === owner?.file)?.fiche;
  const index = owner?.priorites.findIndex(({ id }) => id === mention.id) ?? -1;
  return fiche && index >= 0 ? { file: fiche.file, range: fiche.header.placeOf(['priorites', index]) } : undefined;
}
