import type { Figure } from './figure.ts';
import { THEME_FIGURE_KINDS } from './theme-figure-kinds.ts';

/** A kind of figure: its id, of which a part in angle brackets stands for the id of a record or a value, and what it counts. */
export interface FigureKind {
  readonly id: string;
  /** French, as a label before the value. */
  readonly label: string;
  /** French, what is counted, and out of what. */
  readonly meaning: string;
}

/** Every kind of figure that a summary may hold; docs/chiffres.md is made from it. */
export const FIGURE_KINDS: readonly FigureKind[] = [
  { id: 'activite.ateliers', label: 'ateliers', meaning: 'Ateliers comptés dans la synthèse.' },
  { id: 'activite.projets', label: 'projets', meaning: 'Projets comptés dans la synthèse.' },
  {
    id: 'activite.ateliers-lus',
    label: 'ateliers lus en entier',
    meaning: 'Ateliers lus en entier avec la grille, sur les ateliers comptés : la base des thèmes.',
  },
  {
    id: 'activite.projets-lus',
    label: 'projets lus en entier',
    meaning: 'Projets lus en entier avec la grille, sur les projets comptés.',
  },
  {
    id: 'activite.annees.<annee>',
    label: '<annee>',
    meaning:
      'Ateliers de l’année, à partir de cinq ateliers et de deux années ; absent tant que le centre n’existait pas.',
  },
  {
    id: 'activite.annees.<annee>.lus',
    label: 'lus en entier, <annee>',
    meaning:
      'Parmi ces ateliers de l’année, ceux qui sont lus en entier avec la grille : la base des thèmes par année.',
  },
  {
    id: 'activite.participations.<role>',
    label: '<role>',
    meaning: 'Participations de ce rôle, en total sur la période ; une personne peut compter plusieurs fois.',
  },
  {
    id: 'activite.ateliers-sans-participants',
    label: 'sans participants renseignés',
    meaning: 'Ateliers qui ne disent pas qui a participé, sur les ateliers comptés.',
  },
  {
    id: 'activite.domaines.<domaine>',
    label: 'domaine <domaine>',
    meaning: 'Ateliers de ce domaine, sur les ateliers comptés.',
  },
  {
    id: 'activite.departements.<departement>',
    label: 'département <departement>',
    meaning: 'Ateliers qui nomment ce département, sur les ateliers comptés.',
  },
  {
    id: 'projets.<projet>.interventions',
    label: 'interventions',
    meaning: 'Interventions réalisées, sur le maximum de la convention.',
  },
  {
    id: 'projets.<projet>.heures',
    label: 'heures',
    meaning: 'Interventions réalisées multipliées par leur durée, sur le maximum de la convention, en heures.',
  },
  {
    id: 'projets.<projet>.projets-cibles',
    label: 'projets ciblés',
    meaning: 'Projets de la structure auxquels des usagers pourraient prendre part.',
  },
  ...THEME_FIGURE_KINDS,
  { id: 'pistes.passages', label: 'pistes', meaning: 'Pistes de toutes les fiches comptées.' },
  {
    id: 'pistes.suivies',
    label: 'pistes dont la suite est notée',
    meaning: 'Parmi ces pistes, celles qu’une suite de leur fiche nomme.',
  },
  {
    id: 'pistes.sans-theme',
    label: 'pistes sans thème',
    meaning: 'Pistes sans thème, dans les fiches lues en entier.',
  },
  {
    id: 'pistes.fiches-non-lues',
    label: 'pistes de fiches non lues en entier',
    meaning: 'Pistes de fiches qui ne sont pas lues en entier : leur thème est inconnu.',
  },
  { id: 'freins.passages', label: 'freins', meaning: 'Passages des sections « Freins » des projets comptés.' },
  { id: 'leviers.passages', label: 'leviers', meaning: 'Passages des sections « Leviers » des projets comptés.' },
  { id: 'suites.toutes', label: 'suites', meaning: 'Suites renseignées dans les fiches comptées.' },
  {
    id: 'suites.<etat>',
    label: 'suites, état <etat>',
    meaning: 'Parmi ces suites, celles de cet état : prevu, en-cours, fait, abandonne.',
  },
  {
    id: 'perspectives.passages',
    label: 'perspectives',
    meaning: 'Passages des sections « Perspectives » des projets comptés, contextes et pistes.',
  },
  {
    id: 'contrats.<contrat>.<rang>.prevu',
    label: 'prévu, indicateur <rang>',
    meaning: 'Cible de l’indicateur de ce rang dans le contrat.',
  },
  {
    id: 'contrats.<contrat>.<rang>.realise',
    label: 'réalisé, indicateur <rang>',
    meaning:
      'Réalisé : le chiffre que l’indicateur nomme, compté sur la période du contrat, ou la valeur écrite avec sa source ; absent si ce chiffre n’existe pas ici.',
  },
  {
    id: 'contrats.<contrat>.<rang>.ecart',
    label: 'écart, indicateur <rang>',
    meaning: 'Réalisé moins prévu.',
  },
  {
    id: 'comparaison.ateliers-lus',
    label: 'ateliers lus en entier alors',
    meaning: 'Ateliers de la période précédente lus en entier avec la grille, sur ceux qu’elle compte.',
  },
  {
    id: 'comparaison.projets-lus',
    label: 'projets lus en entier alors',
    meaning: 'Projets de la période précédente lus en entier avec la grille, sur ceux qu’elle compte.',
  },
  {
    id: 'comparaison.themes.<theme>.ateliers',
    label: '<theme>, ateliers alors',
    meaning:
      'Ateliers de la période précédente dont un passage au moins porte le thème, sur les ateliers lus en entier alors.',
  },
  {
    id: 'comparaison.themes.<theme>.projets',
    label: '<theme>, projets alors',
    meaning:
      'Projets de la période précédente dont un passage au moins porte le thème, sur les projets lus en entier alors.',
  },
  {
    id: 'comparaison.pistes.toutes',
    label: 'pistes alors',
    meaning: 'Pistes des fiches de la période précédente.',
  },
  {
    id: 'comparaison.pistes.avec-suite',
    label: 'pistes qui ont une suite',
    meaning: 'Parmi ces pistes, celles que nomme une suite au moins, d’après ce que leur fiche dit aujourd’hui.',
  },
  {
    id: 'comparaison.pistes.sans-suite',
    label: 'pistes sans suite',
    meaning: 'Parmi ces pistes, celles qu’aucune suite ne nomme.',
  },
  {
    id: 'comparaison.pistes.<etat>',
    label: 'pistes, suite <etat>',
    meaning:
      'Parmi ces pistes, celles dont une suite au moins est de cet état ; une piste peut compter sous plusieurs états.',
  },
  {
    id: 'comparaison.suites-sans-piste',
    label: 'suites qui ne nomment pas de piste',
    meaning: 'Suites des fiches de la période précédente qui ne nomment aucune piste de leur fiche.',
  },
  { id: 'limites.brouillons', label: 'brouillons', meaning: 'Brouillons de la période, non comptés.' },
  {
    id: 'limites.non-lus',
    label: 'fiches non lues',
    meaning: 'Fiches comptées dans l’activité et dans aucun thème, faute d’être lues avec la grille.',
  },
  {
    id: 'limites.lues-en-partie',
    label: 'fiches lues en partie',
    meaning: 'Fiches comptées dans l’activité et dans aucun thème, leur lecture n’étant pas finie.',
  },
  { id: 'limites.internes', label: 'fiches internes', meaning: 'Fiches internes, comptées et jamais montrées.' },
  {
    id: 'limites.non-validees',
    label: 'fiches non validées',
    meaning: 'Fiches comptées et non citées, faute d’être validées.',
  },
  {
    id: 'limites.par-date',
    label: 'fiches rattachées par leur date',
    meaning: 'Fiches qui ne nomment pas le PRS, et y entrent par leur date.',
  },
  {
    id: 'limites.dates-vagues',
    label: 'fiches de date trop vague',
    meaning: 'Fiches laissées de côté, leur date étant trop vague pour la période demandée.',
  },
  {
    id: 'limites.sans-departement',
    label: 'fiches sans département',
    meaning: 'Fiches laissées de côté, un département étant demandé et elles n’en nommant aucun.',
  },
  {
    id: 'limites.sans-prs',
    label: 'fiches dans aucun PRS',
    meaning:
      'Fiches de tout l’espace qui ne nomment pas de PRS et n’entrent dans la période d’aucun : aucune synthèse par PRS ne les compte.',
  },
  {
    id: 'limites.autres-types',
    label: 'fiches de types propres à l’espace',
    meaning: 'Fiches de tout l’espace dont le type n’est décrit que par lui : aucun chiffre ne les compte.',
  },
  {
    id: 'limites.ecartees',
    label: 'fiches écartées pour leurs erreurs',
    meaning:
      'Fichiers laissés de côté avec --partial, à cause d’une erreur ; sans les fiches internes si une année, des dates ou un département sont demandés.',
  },
  {
    id: 'limites.non-renseigne.<cle>',
    label: '<cle>, non renseigné',
    meaning: 'Fiches comptées qui ne renseignent pas cette clé.',
  },
];

/** The kind of a figure, and what stands for the part in angle brackets nearest to its end. */
export function kindOf({ id }: Pick<Figure, 'id'>): { kind: FigureKind; value?: string } {
  const exact = FIGURE_KINDS.find((kind) => kind.id === id);
  if (exact) return { kind: exact };
  const steps = id.split('.');
  for (const kind of FIGURE_KINDS) {
    const pattern = kind.id.split('.');
    if (pattern.length !== steps.length) continue;
    if (!pattern.every((step, index) => step.startsWith('<') || step === steps[index])) continue;
    const value = steps[pattern.findLastIndex((step) => step.startsWith('<'))];
    return { kind, ...(value !== undefined && { value }) };
  }
  throw new Error(`figure-list: no kind describes ${id}`);
}
