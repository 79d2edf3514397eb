import { quote } from '../french.ts';
import type { Check } from './check.ts';

/** A record lies in the folder of its type, where people look for it. */
export const typeEtDossier = {
  code: 'type-et-dossier',
  severity: 'error',
  family: 'rangement',
  scope: 'fiche',
  title: 'Fiche rangée dans un autre dossier que celui de son type',
  explanation: `Chaque type a son dossier : on y cherche ses fiches, et les réglages de l’éditeur en dépendent.
Déplacez le fichier, ou corrigez la clé « type ».`,
  example: {
    faulty: 'records/projets/2022-05-31-atelier.md',
    corrected: 'records/ateliers/2022/2022-05-31-atelier.md',
  },

  *run({ fiches }) {
    for (const fiche of fiches) {
      const folder = fiche.type && `${fiche.type.folder}/`;
      if (!folder || fiche.file.startsWith(folder)) continue;
      const here = fiche.file.slice(0, fiche.file.lastIndexOf('/') + 1);
      const message = `Cette fiche est du type ${quote(fiche.type.name)} mais se trouve dans ${quote(here)} : déplacez-la dans ${quote(folder)}, ou corrigez son type.`;
      yield { fiche, range: fiche.header.placeOf(['type']), message };
    }
  },
} satisfies Check;
