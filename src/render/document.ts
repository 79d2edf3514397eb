import type { Root } from 'mdast';
import type { Extrait } from '../synthese/extraits.ts';
import type { Figure } from '../synthese/figure.ts';
import type { Provenance } from '../synthese/provenance.ts';
import type { Picture } from './pictures/picture.ts';

/** A summary ready to be printed in any format: the one tree, and what proves it. */
export interface RenderedDocument {
  readonly title: string;
  /** Links to `#preuve-…` are figures: see `figureOfLink`. */
  readonly tree: Root;
  /** Those that the template places, in their order, each once. */
  readonly pictures: readonly Picture[];
  /** Every figure of the summary by its anchor, printed or not. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** Every extract that may be shown. */
  readonly extraits: readonly Extrait[];
  readonly provenance: Provenance;
  /** Must not leave the centre: every page says so. */
  readonly interne: boolean;
  /** Long enough for a list of what it holds. */
  readonly hasContents: boolean;
  /** All is invented: every page says so. */
  readonly exemple: boolean;
}
