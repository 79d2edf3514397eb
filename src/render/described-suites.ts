import type { Suites } from '../synthese/suites.ts';
import { findPiste, formatOrNull, referenceTo } from './described-records.ts';
import { labelOf } from './labels.ts';
import type { References } from './references.ts';

/** A suite as templates see it. */
export type DescribedSuite = ReturnType<typeof describeSuite>;

/** Lays a suite out, with the number of the extract that it speaks of. */
export function describeSuite({ suite, record }: Suites['lignes'][number], references: References) {
  return {
    objet: suite.objet,
    extrait: findPiste(record, suite.piste, references),
    par: suite.par ?? null,
    echeance: formatOrNull(suite.echeance),
    le: formatOrNull(suite.le),
    etat: labelOf(suite.etat),
    ...referenceTo(record.file, references),
  };
}
