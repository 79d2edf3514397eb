import packageJson from '../../package.json' with { type: 'json' };
import { type Provenance, stateContent } from '../synthese/provenance.ts';
import type { Synthese } from '../synthese/synthese.ts';

/** States where a summary comes from; `blobIdOf` gives the id of a file of the workspace. */
export function stateProvenance(
  synthese: Synthese,
  { template, blobIdOf }: { template: string; blobIdOf: (file: string) => string },
): Provenance {
  return { version: 1, cops: packageJson.version, template, ...stateContent(synthese, blobIdOf) };
}
