import packageJson from '../../package.json' with { type: 'json' };
import type { Criteria } from '../synthese/criteria.ts';
import { listFigures } from '../synthese/list-figures.ts';
import type { Synthese } from '../synthese/synthese.ts';

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
