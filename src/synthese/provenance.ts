import type { Criteria } from './criteria.ts';
import { listFigures } from './list-figures.ts';
import type { Synthese } from './synthese.ts';

/** Where a summary comes from, without any clock: what is needed to make it again, and to see what changed since. */
export interface Provenance {
  readonly version: 1;
  /** Version of cops. */
  readonly cops: string;
  readonly selection: ProvenanceSelection;
  /** Git blob id of the template. */
  readonly template: string;
  /** Git blob id of each record that may be named, by path. */
  readonly fiches: Readonly<Record<string, string>>;
  /** The value of each figure as it was computed, by id: what is printed may be changed by hand later. */
  readonly chiffres: Readonly<Record<string, number>>;
  /** The blocks that were computed, where the summary is kept as a record. */
  readonly blocs?: readonly string[];
}

/** What was asked, in the words of the command line. */
export interface ProvenanceSelection {
  /** Left out where a year alone is asked for. */
  readonly prs?: string;
  readonly annee?: string;
  readonly depuis?: string;
  readonly jusqua?: string;
  readonly departement?: string;
  readonly brouillons: boolean;
  readonly interne: boolean;
}

/** What a summary holds: two that hold the same need not be made anew. */
export type Content = Pick<Provenance, 'selection' | 'fiches' | 'chiffres'>;

/** States what a summary holds; `blobIdOf` gives the id of a file of the workspace. */
export function stateContent(synthese: Synthese, blobIdOf: (file: string) => string): Content {
  const { criteria, fiches, contrats } = synthese;
  const figures = listFigures(synthese).flatMap((section) => section.figures);
  return {
    selection: describeSelection(criteria),
    fiches: Object.fromEntries(
      [...fiches, ...contrats.map(({ contrat }) => contrat)]
        .map(({ file }) => file)
        .sort()
        .map((file) => [file, blobIdOf(file)]),
    ),
    chiffres: Object.fromEntries(figures.map(({ id, value }) => [id, value])),
  };
}

/** The criteria as the command line says them. */
export function describeSelection({
  prs,
  annee,
  depuis,
  jusqua,
  departement,
  ...shown
}: Criteria): ProvenanceSelection {
  return {
    ...(prs && { prs: prs.id }),
    ...(annee && { annee: annee.iso }),
    ...(depuis && { depuis: depuis.iso }),
    ...(jusqua && { jusqua: jusqua.iso }),
    ...(departement && { departement }),
    brouillons: shown.brouillons,
    interne: shown.interne,
  };
}

/** A provenance on one line between the signs of an HTML comment; none of its texts can close it. */
export function formatProvenanceComment(provenance: Provenance): string {
  return `<!-- cops-provenance ${JSON.stringify(provenance).replaceAll('--', '-\\u002d').replaceAll('>', '\\u003e')} -->`;
}

/** A provenance from its JSON; undefined where a text is none. */
export function parseProvenance(json: string): Provenance | undefined {
  let read: unknown;
  try {
    read = JSON.parse(json);
  } catch {
    return undefined;
  }
  return isProvenance(read) ? read : undefined;
}

function isProvenance(value: unknown): value is Provenance {
  if (!isMap(value) || value.version !== 1 || typeof value.cops !== 'string') return false;
  const { selection, fiches, chiffres } = value;
  return (
    isMap(selection) &&
    isMap(fiches) &&
    Object.values(fiches).every((id) => typeof id === 'string') &&
    isMap(chiffres) &&
    Object.values(chiffres).every((number) => typeof number === 'number')
  );
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
