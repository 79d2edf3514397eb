import type { FigureKind } from './figure-list.ts';

/** The kinds of figures that a theme has. */
export const THEME_FIGURE_KINDS: readonly FigureKind[] = [
  {
    id: 'themes.<theme>.ateliers',
    label: 'ateliers',
    meaning: 'Ateliers dont un passage au moins porte le thème, sur les ateliers lus en entier.',
  },
  {
    id: 'themes.<theme>.projets',
    label: 'projets',
    meaning: 'Projets dont un passage au moins porte le thème, sur les projets lus en entier.',
  },
  {
    id: 'themes.<theme>.passages',
    label: 'passages',
    meaning: 'Passages qui portent le thème, de toute nature, dans les fiches lues en entier.',
  },
  { id: 'themes.<theme>.constats', label: 'constats', meaning: 'Parmi ces passages, les constats.' },
  { id: 'themes.<theme>.pistes', label: 'pistes', meaning: 'Parmi ces passages, les pistes.' },
  {
    id: 'themes.<theme>.pistes-suivies',
    label: 'pistes dont la suite est notée',
    meaning: 'Parmi ces pistes, celles qu’une suite de leur fiche nomme.',
  },
  {
    id: 'themes.<theme>.sans-passage',
    label: 'fiches sans passage',
    meaning: 'Fiches dont l’en-tête déclare le thème sans passage à l’appui ; comptées dans aucun autre chiffre.',
  },
  {
    id: 'themes.<theme>.domaines.<domaine>',
    label: 'domaine <domaine>',
    meaning:
      'Ateliers de ce domaine dont un passage au moins porte le thème, sur les ateliers de ce domaine qui peuvent être montrés et sont lus en entier ; à partir de cinq ateliers qui disent leur domaine.',
  },
  {
    id: 'themes.<theme>.avec.<autre>.ateliers',
    label: 'ateliers, avec <autre>',
    meaning:
      'Ateliers qui portent les deux thèmes, dans un même passage ou non, sur les ateliers lus en entier ; à partir de cinq ateliers, si assez de fiches les portent tous deux.',
  },
  {
    id: 'themes.<theme>.avec.<autre>.projets',
    label: 'projets, avec <autre>',
    meaning: 'De même, les projets qui portent les deux thèmes, sur les projets lus en entier.',
  },
  {
    id: 'themes.<theme>.annees.<annee>',
    label: 'ateliers de <annee>',
    meaning:
      'Ateliers de l’année dont un passage au moins porte le thème, sur les ateliers de l’année lus en entier, à partir de cinq ateliers lus et de deux années ; absent d’une année où aucun n’est lu.',
  },
];
