import { parseFiche, type ReadFiche } from '../../src/record/fiche.ts';
import { readCompiledSchemas } from '../../src/workspace/read-setup.ts';

/** The schemas of the package. */
export const schemas = readCompiledSchemas(undefined);

/** Reads the text of an atelier as its file would be. */
export function parseAtelier(text: string, file = 'records/ateliers/2022/2022-03-14-essai.md'): ReadFiche {
  return parseFiche(file, text, schemas);
}
