import type { Comparaison } from './comparaison.ts';
import { type DocumentKind, kindOfDocument } from './document-kind.ts';
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
  'comparaison',
  'limites',
] as const;

/** What each document has figures of: a projet's, of all that is the projet's own; a theme's, of the theme and its base. */
const SECTIONS_OF: Readonly<Record<DocumentKind, readonly (typeof SECTIONS)[number][]>> = {
  synthese: SECTIONS,
  participants: SECTIONS,
  projet: ['projets', 'themes', 'pistes', 'freins', 'leviers', 'suites', 'perspectives', 'limites'],
  theme: ['activite', 'themes', 'limites'],
};

/** A named part of a summary, with its figures. */
export interface FigureSection {
  readonly name: (typeof SECTIONS)[number];
  readonly figures: readonly Figure[];
}

/** Every figure of a summary, once, in the order of the document. */
export function listFigures(synthese: Synthese): FigureSection[] {
  const wanted = SECTIONS_OF[kindOfDocument(synthese.criteria)];
  return listSections(synthese).filter(({ name }) => wanted.includes(name));
}

function listSections(synthese: Synthese): FigureSection[] {
  const { comparaison } = synthese;
  const { themeYears } = synthese;
  const { contrats, activite, projets, themes, croisements, pistes, freins, leviers, suites, perspectives, limites } =
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
      figures: [
        ...themes.flatMap((one) => [
          one.ateliers,
          one.projets,
          one.passages,
          one.constats,
          one.pistes,
          one.pistesSuivies,
          one.sansPassage,
          ...known(themeYears?.lignes.find(({ theme }) => theme.id === one.theme.id)?.ateliers ?? []),
        ]),
        ...croisements.parDomaine.flatMap(({ cases }) => cases.map(({ ateliers }) => ateliers)),
        ...croisements.ensemble.flatMap(({ ateliers, projets: together }) => [ateliers, together]),
      ],
    },
    { name: 'pistes', figures: [pistes.toutes, pistes.suivies, pistes.sansTheme.figure, pistes.nonLues.figure] },
    { name: 'freins', figures: [freins.figure] },
    { name: 'leviers', figures: [leviers.figure] },
    { name: 'suites', figures: [suites.toutes, ...suites.parEtat.map(({ figure }) => figure)] },
    { name: 'perspectives', figures: [perspectives.figure] },
    ...(comparaison ? [{ name: 'comparaison' as const, figures: listCompared(comparaison) }] : []),
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

function listCompared({ ateliersLus, projetsLus, themes, pistes }: Comparaison): Figure[] {
  return [
    ateliersLus,
    projetsLus,
    ...themes.flatMap(({ alors }) => [alors.ateliers, alors.projets]),
    pistes.toutes,
    pistes.avecSuite,
    ...pistes.parEtat.map(({ figure }) => figure),
    pistes.sansSuite.figure,
    pistes.suitesSansPiste,
  ];
}
