import { anchorOfFigure } from '../render/references.ts';
import type { Provenance } from '../synthese/provenance.ts';

/** The ids of the figures that a provenance lists, by the anchors that links lead to. */
export function namesOfFigures({ chiffres }: Provenance): (anchor: string) => string | undefined {
  const ids = new Map(Object.keys(chiffres).map((id) => [anchorOfFigure({ id }), id]));
  return (anchor) => ids.get(anchor);
}
