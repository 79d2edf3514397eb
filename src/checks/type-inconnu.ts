import { findNearest, formatList, quote } from '../french.ts';
import type { Check } from './check.ts';

/** Every file of `records/` is of a known type: another would be read by nobody. */
export const typeInconnu = {
  code: 'type-inconnu',
  severity: 'error',
  family: 'rangement',
  scope: 'fiche',
  title: 'Fiche d’aucun type connu',
  explanation: `La clé « type » et le dossier disent ce qu’est une fiche. Un fichier .md qui n’est d’aucun type n’entre dans aucun compte.
Donnez-lui un type, ou rangez-le ailleurs que dans « records » (un README.md, lui, y a sa place).`,
  example: { faulty: 'type: atelié', corrected: 'type: atelier' },

  *run({ fiches, collection }) {
    const names = [...collection.schemas.types.keys()];
    for (const fiche of fiches) {
      if (fiche.type) continue;
      const { writtenType, header } = fiche;
      const known = formatList(names, 'ou');
      const nearest = writtenType && findNearest(writtenType, names);
      const message = writtenType
        ? `Le type ${quote(writtenType)} n’existe pas ; ${nearest ? `le plus proche est ${quote(nearest)}` : `un type est ${known}`}.`
        : `Rien ne dit ce qu’est cette fiche : ajoutez « type: » (${known}) et rangez-la dans le dossier de ce type.`;
      yield { fiche, range: writtenType ? header.placeOf(['type']) : header.placeOfKey([]), message };
    }
  },
} satisfies Check;
