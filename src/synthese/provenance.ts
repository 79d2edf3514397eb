import { isMap, parseJson } from '../record/json-value.ts';
import { withoutSteering } from '../record/shown-text.ts';
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
  /** Git blob id of each record that may be named, by path; of a theme too, where the document prints its definition. */
  readonly fiches: Readonly<Record<string, string>>;
  /** The value of each figure as it was computed, by id: what is printed may be changed by hand later. */
  readonly chiffres: Readonly<Record<string, number>>;
  /** The base of each figure that has one, in the same way. */
  readonly bases: Readonly<Record<string, number>>;
  /** The blocks that were computed, where the summary is kept as a record. */
  readonly blocs?: readonly string[];
  /** A print of the grille, the PRS and the settings, in the same place. */
  readonly cadre?: string;
}

/** What was asked, in the words of the command line. */
export interface ProvenanceSelection {
  readonly projet?: string;
  readonly theme?: string;
  /** Left out where it is the funder. */
  readonly public?: 'participants';
  /** Left out where a year alone is asked for. */
  readonly prs?: string;
  readonly annee?: string;
  readonly depuis?: string;
  readonly jusqua?: string;
  readonly departement?: string;
  /** The PRS that it is compared with. */
  readonly compare?: string;
  readonly brouillons: boolean;
  readonly interne: boolean;
}

/** What a summary holds: two that hold the same need not be made anew. */
export type Content = Pick<Provenance, 'selection' | 'fiches' | 'chiffres' | 'bases' | 'cadre'> & {
  /** Left out where it cannot be told. */
  readonly template?: string;
};

/** States what a summary holds; `blobIdOf` gives the id of a file of the workspace. */
export function stateContent(synthese: Synthese, blobIdOf: (file: string) => string): Content {
  const { criteria, fiches, contrats } = synthese;
  const figures = listFigures(synthese).flatMap((section) => section.figures);
  return {
    selection: describeSelection(criteria),
    fiches: Object.fromEntries(
      [...fiches, ...contrats.map(({ contrat }) => contrat), ...(criteria.theme ? [criteria.theme] : [])]
        .map(({ file }) => file)
        .sort()
        .map((file) => [file, blobIdOf(file)]),
    ),
    chiffres: Object.fromEntries(figures.map(({ id, value }) => [id, value])),
    bases: Object.fromEntries(figures.flatMap(({ id, base }) => (base === undefined ? [] : [[id, base]]))),
  };
}

/** The criteria as the command line says them. */
export function describeSelection({
  projet,
  theme,
  prs,
  annee,
  depuis,
  jusqua,
  departement,
  compare,
  ...shown
}: Criteria): ProvenanceSelection {
  return {
    ...(projet && { projet: projet.id }),
    ...(theme && { theme: theme.id }),
    ...(shown.public === 'participants' && { public: shown.public }),
    ...(prs && { prs: prs.id }),
    ...(annee && { annee: annee.iso }),
    ...(depuis && { depuis: depuis.iso }),
    ...(jusqua && { jusqua: jusqua.iso }),
    ...(departement && { departement }),
    ...(compare && { compare: compare.id }),
    brouillons: shown.brouillons,
    interne: shown.interne,
  };
}

/** A provenance on one line between the signs of an HTML comment; none of its texts can close it. */
export function formatProvenanceComment(provenance: Provenance): string {
  return `<!-- cops-provenance ${JSON.stringify(provenance).replaceAll('--', '-\\u002d').replaceAll('>', '\\u003e')} -->`;
}

/** A provenance from its JSON; undefined where a text is none, or would steer the terminal that shows it. */
export function parseProvenance(json: string): Provenance | undefined {
  const read = parseJson(json);
  return isProvenance(read) ? read : undefined;
}

function isProvenance(value: unknown): value is Provenance {
  if (!isMap(value) || value.version !== 1) return false;
  const { cops, template, selection, fiches, chiffres, bases, blocs = [] } = value;
  return (
    isText(cops) &&
    isText(template) &&
    Array.isArray(blocs) &&
    blocs.every(isText) &&
    isSelection(selection) &&
    isMapOf(fiches, isText) &&
    isMapOf(chiffres, isNumber) &&
    isMapOf(bases, isNumber) &&
    (value.cadre === undefined || isText(value.cadre))
  );
}

function isSelection(value: unknown): boolean {
  if (!isMap(value)) return false;
  const { brouillons = false, interne = false, ...asked } = value;
  return typeof brouillons === 'boolean' && typeof interne === 'boolean' && isMapOf(asked, isText);
}

function isMapOf(value: unknown, isWanted: (inner: unknown) => boolean): boolean {
  return isMap(value) && Object.entries(value).every(([key, inner]) => isText(key) && isWanted(inner));
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && withoutSteering(value) === value;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}
