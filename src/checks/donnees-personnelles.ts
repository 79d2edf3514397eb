import { findPersonalData } from '../record/personal-data.ts';
import type { Check } from './check.ts';

/** Contact details have no place in a record: it is versioned, copied and shared. */
export const donneesPersonnelles = {
  code: 'donnees-personnelles',
  severity: 'warning',
  family: 'confidentialite',
  scope: 'fiche',
  title: 'Donnée personnelle dans une fiche',
  explanation: `Une adresse électronique, un téléphone ou un numéro de sécurité sociale resterait dans l’historique et dans les copies.
Supprimez-le. Les sorties de cops le masquent (•••) ; le fichier, lui, le contient toujours.`,
  example: { faulty: 'Écrire à prenom.nom@exemple.fr', corrected: 'Écrire au secrétariat' },

  *run({ collection }) {
    for (const fiche of collection.files) {
      for (const { kind, start, end } of findPersonalData(fiche.lines.text)) {
        const message = `Il semble y avoir ici ${ARTICLES[kind]}, à supprimer, car une fiche est partagée et conservée.`;
        yield { fiche, range: fiche.lines.rangeOf(start, end), message };
      }
    }
  },
} satisfies Check;

const ARTICLES = {
  'adresse électronique': 'une adresse électronique',
  'numéro de téléphone': 'un numéro de téléphone',
  'numéro de sécurité sociale': 'un numéro de sécurité sociale',
} as const;
