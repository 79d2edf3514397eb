import type { Figure } from '../synthese/figure.ts';
import type { Limites } from '../synthese/limites.ts';

/** A limit as the document says it: the noun in singular and plural, and what follows it. */
export interface LimitSentence {
  readonly figure: Figure;
  readonly singulier: string;
  readonly pluriel: string;
}

/** The limits that hold for this summary; those that count nothing are left unsaid. */
export function stateLimits(limites: Limites): LimitSentence[] {
  const sentences: [Figure, string, string][] = [
    [limites.brouillons, 'brouillon n’est pas compté', 'brouillons ne sont pas comptés'],
    [
      limites.nonLus,
      'fiche n’est pas lue avec la grille : elle compte dans l’activité, et dans aucun thème',
      'fiches ne sont pas lues avec la grille : elles comptent dans l’activité, et dans aucun thème',
    ],
    [
      limites.luesEnPartie,
      'fiche n’est lue qu’en partie : elle compte dans l’activité, et dans aucun thème',
      'fiches ne sont lues qu’en partie : elles comptent dans l’activité, et dans aucun thème',
    ],
    [limites.internes, 'fiche est interne', 'fiches sont internes'],
    [
      limites.nonValidees,
      'fiche n’est pas validée : elle est comptée, et n’est pas citée',
      'fiches ne sont pas validées : elles sont comptées, et ne sont pas citées',
    ],
    [
      limites.parDate,
      'fiche ne nomme pas de PRS : sa date l’y rattache',
      'fiches ne nomment pas de PRS : leur date les y rattache',
    ],
    [
      limites.datesVagues,
      'fiche est laissée de côté, sa date étant trop vague pour la période demandée',
      'fiches sont laissées de côté, leur date étant trop vague pour la période demandée',
    ],
    [
      limites.sansDepartement,
      'fiche est laissée de côté, ne nommant aucun département',
      'fiches sont laissées de côté, ne nommant aucun département',
    ],
    [
      limites.sansPrs,
      'fiche n’entre dans la période d’aucun PRS : aucune synthèse par PRS ne la compte',
      'fiches n’entrent dans la période d’aucun PRS : aucune synthèse par PRS ne les compte',
    ],
    [
      limites.autresTypes,
      'fiche est d’un type propre à cet espace de travail, qu’aucun chiffre ne compte',
      'fiches sont de types propres à cet espace de travail, qu’aucun chiffre ne compte',
    ],
    [
      limites.ecartees,
      'fichier est écarté pour ses erreurs, et compté nulle part',
      'fichiers sont écartés pour leurs erreurs, et comptés nulle part',
    ],
  ];
  return sentences
    .filter(([{ value }]) => value > 0)
    .map(([figure, singulier, pluriel]) => ({ figure, singulier, pluriel }));
}
