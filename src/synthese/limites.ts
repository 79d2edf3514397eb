import type { Coded } from '../record/coded.ts';
import type { Passage } from '../record/passage.ts';
import { type Criteria, isNarrowed } from './criteria.ts';
import { type Figure, type FigureMaker, wholeRecords } from './figure.ts';
import type { LeftOut } from './left-out.ts';
import type { Selection } from './select.ts';
import { isRead } from './themes.ts';

/** What a reader must know to judge the figures: what was left out, and why. */
export interface Limites {
  readonly brouillons: Figure;
  readonly nonLus: Figure;
  readonly luesEnPartie: Figure;
  readonly internes: Figure;
  /** Counted, and not quoted because no one has validated them yet. */
  readonly nonValidees: Figure;
  readonly parDate: Figure;
  readonly datesVagues: Figure;
  readonly sansDepartement: Figure;
  /** Of the whole workspace: in the period of no PRS, and so in no summary. */
  readonly sansPrs: Figure;
  /** Of the whole workspace: of types that no figure counts. */
  readonly autresTypes: Figure;
  /** Records left out for their faults; only the shareable ones are named. */
  readonly ecartees: Figure;
  /** `#?mot` of the records read: to be discussed, in no figure. */
  readonly motsLibres: readonly string[];
  /** Keys that records leave out. */
  readonly nonRenseigne: readonly { readonly cle: string; readonly figure: Figure }[];
}

/** Says what a summary leaves out. */
export function stateLimites(
  selection: Selection,
  { maker, criteria }: { maker: FigureMaker; criteria: Criteria },
): Limites {
  const { interne } = criteria;
  // Their number would tell where and when the internal ones are.
  const faulty = selection.faulty.filter(({ internal }) => interne || !isNarrowed(criteria) || !internal);
  const { ateliers, projets } = selection;
  const records: Coded[] = [...ateliers, ...projets];
  const count = (id: string, found: readonly Coded[], base?: number) =>
    maker.count(`limites.${id}`, wholeRecords(found), base);
  const missing = (cle: string, found: readonly Coded[], base: number) => ({
    cle,
    figure: count(`non-renseigne.${cle}`, found, base),
  });
  return {
    brouillons: hideUnless(interne, count('brouillons', selection.brouillons), selection.brouillons),
    nonLus: count(
      'non-lus',
      records.filter(({ lecture }) => lecture === 'non-lu'),
      records.length,
    ),
    luesEnPartie: count(
      'lues-en-partie',
      records.filter(({ lecture }) => lecture === 'partiel'),
      records.length,
    ),
    internes: count(
      'internes',
      records.filter(({ diffusion }) => diffusion === 'interne'),
      records.length,
    ),
    nonValidees: count(
      'non-validees',
      records.filter(({ validation }) => validation !== 'valide'),
      records.length,
    ),
    parDate: count('par-date', selection.byDate, records.length),
    datesVagues: count('dates-vagues', selection.vagueDates),
    sansDepartement: count('sans-departement', selection.noDepartement),
    sansPrs: hideUnless(
      interne,
      count('sans-prs', selection.noPrs),
      selection.noPrs.filter(({ validation }) => validation === 'brouillon'),
    ),
    autresTypes: stateLeftOut('limites.autres-types', selection.ownTypes, interne),
    ecartees: stateLeftOut('limites.ecartees', faulty, interne),
    motsLibres: listFreeCodes(records.filter((record) => isRead(record) && maker.isShown(record))),
    nonRenseigne: [
      missing(
        'domaine',
        ateliers.filter(({ domaine }) => domaine === undefined),
        ateliers.length,
      ),
      missing(
        'departements',
        records.filter(({ departements }) => departements.length === 0),
        records.length,
      ),
      missing(
        'interventions',
        projets.filter(({ interventions }) => !interventions),
        projets.length,
      ),
    ].filter(({ figure }) => figure.value > 0),
  };
}

/** A draft is not shown, even one that is to be shared: only its number is said, after the sources that are shown. */
function hideUnless(interne: boolean, figure: Figure, drafts: readonly Coded[]): Figure {
  if (interne) return figure;
  const hidden = new Set(drafts.map(({ file }) => file));
  const shown = figure.sources.filter((source) => 'file' in source && !hidden.has(source.file));
  const others = Array.from({ length: figure.sources.length - shown.length }, () => ({ interne: true }) as const);
  return { ...figure, sources: [...shown, ...others] };
}

function stateLeftOut(id: string, files: readonly LeftOut[], interne: boolean): Figure {
  const shown = files.filter(({ shareable }) => interne || shareable);
  const sources = [
    ...shown.map(({ file }) => ({ file, line: 1 })),
    ...Array.from({ length: files.length - shown.length }, () => ({ interne: true }) as const),
  ];
  return { id, value: files.length, sources };
}

function listFreeCodes(records: readonly Coded[]): string[] {
  const passages: Passage[] = records.flatMap((record) => [...record.passages]);
  return [...new Set(passages.flatMap(({ libres }) => libres.map(({ word }) => word)))].sort((a, b) =>
    a < b ? -1 : 1,
  );
}
