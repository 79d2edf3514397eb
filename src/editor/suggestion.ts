import type { Range } from '../diagnostic.ts';

/** Something that an editor may write at the cursor. */
export interface Suggestion {
  readonly kind: 'cle' | 'valeur' | 'fiche' | 'passage' | 'marque' | 'section';
  readonly label: string;
  /** One line that tells it from the others. */
  readonly detail?: string;
  /** What it means. */
  readonly explanation?: string;
  /** What it replaces. */
  readonly range: Range;
  readonly text: string;
}
