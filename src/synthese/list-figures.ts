import type { Figure } from './figure.ts';
import type { Synthese } from './synthese.ts';

/** The parts of a summary that have figures. */
const SECTIONS = [
  'contrats',
  'activite',
  'projets',
  'themes',
  'pistes',
  'freins',
  'leviers',
  'suites',
  'perspectives',
  'limites',
] as const;

/** A named part of a summary, with its figures. */
export interface FigureSection {
  readonly name: (typeof SECTIONS)[number];
  readonly figures: readonly Figure[];
}

/** Every figure of a summary, once, in the order of the document. */
export function listFigures(synthese: Synthese): FigureSection[] {
  const { contrats, activite, projets, themes, themeYears, pistes, freins, leviers, suites, perspectives, limites } =
    synthese;
  const known = (figures: readonly (Figure | undefined)[]) => figures.filter((figure) => figure !== undefined);
  return [
    {
      name: 'contrats',
      figures: contrats.flatMap(({ indicateurs }) =>
        indicateurs.flatMap(({ prevu, realise, ecart }) => known([prevu, realise, ecart])),
      ),
    },
    {
      name: 'activite',
      figures: [
        activite.ateliers,
        activite.projets,
        activite.ateliersLus,
        activite.projetsLus,
        ...known(activite.annees.map(({ ateliers }) => ateliers)),
        ...(themeYears?.annees.map(({ lus }) => lus) ?? []),
        ...activite.participations.map(({ figure }) => figure),
        activite.sansParticipants,
        ...activite.domaines.map(({ ateliers }) => ateliers),
        ...activite.departements.map(({ ateliers }) => ateliers),
      ],
    },
    { name: 'projets', figures: projets.flatMap((one) => known([one.interventions, one.heures, one.projetsCibles])) },
    {
      name: 'themes',
      figures: themes.flatMap((one) => [
        one.ateliers,
        one.projets,
        one.passages,
        one.constats,
        one.pistes,
        one.sansPassage,
        ...known(themeYears?.lignes.find(({ theme }) => theme.id === one.theme.id)?.ateliers ?? []),
      ]),
    },
    { name: 'pistes', figures: [pistes.toutes, pistes.sansTheme.figure, pistes.nonLues.figure] },
    { name: 'freins', figures: [freins.figure] },
    { name: 'leviers', figures: [leviers.figure] },
    { name: 'suites', figures: [suites.toutes, ...suites.parEtat.map(({ figure }) => figure)] },
    { name: 'perspectives', figures: [perspectives.figure] },
    {
      name: 'limites',
      figures: [
        limites.brouillons,
        limites.nonLus,
        limites.luesEnPartie,
        limites.internes,
        limites.nonValidees,
        limites.parDate,
        limites.datesVagues,
        limites.sansDepartement,
        limites.sansPrs,
        limites.autresTypes,
        limites.ecartees,
        ...limites.nonRenseigne.map(({ figure }) => figure),
      ],
    },
  ];
}
