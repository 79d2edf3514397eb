import packageJson from '../../package.json' with { type: 'json' };
import { listFigures } from '../synthese/list-figures.ts';
import { describeSelection, type Provenance } from '../synthese/provenance.ts';
import type { Synthese } from '../synthese/synthese.ts';

/** States where a summary comes from; `blobIdOf` gives the id of a file of the workspace. */
export function stateProvenance(
  synthese: Synthese,
  { template, blobIdOf }: { template: string; blobIdOf: (file: string) => string },
): Provenance {
  const { criteria, fiches, contrats } = synthese;
  const figures = listFigures(synthese).flatMap((section) => section.figures);
  return {
    version: 1,
    cops: packageJson.version,
    selection: describeSelection(criteria),
    template,
    fiches: Object.fromEntries(
      [...fiches, ...contrats.map(({ contrat }) => contrat)]
        .map(({ file }) => file)
        .sort()
        .map((file) => [file, blobIdOf(file)]),
    ),
    chiffres: Object.fromEntries(figures.map(({ id, value }) => [id, value])),
  };
}
