import { formatList, quote } from '../french.ts';
import { asList, type Check, fichesOf } from './check.ts';

/** A priority that a projet names is one of its PRS. */
export const prioriteInconnue = {
  code: 'priorite-inconnue',
  severity: 'error',
  family: 'prs',
  scope: 'fiche',
  title: 'Priorité absente du PRS',
  explanation: 'La priorité d’un cadre est l’identifiant de l’une des priorités que la fiche de ce PRS énumère.',
  example: {
    faulty: 'cadres:\n  - { prs: 2018-2022, priorite: parcours }',
    corrected: 'cadres:\n  - { prs: 2018-2022, priorite: partenariat-soignant-soigne }',
  },

  *run(checked) {
    for (const fiche of fichesOf(checked, 'projet')) {
      for (const [index, { prs, priorite }] of asList(fiche.header.value.cadres).entries()) {
        const known = typeof prs === 'string' ? checked.collection.prs.get(prs) : undefined;
        if (!known || typeof priorite !== 'string' || known.priorites.some(({ id }) => id === priorite)) continue;
        const ids = known.priorites.map(({ id }) => quote(id));
        const some = ids.length > 1 ? `ses priorités sont ${formatList(ids)}` : `sa seule priorité est ${ids[0]}`;
        const advice = ids.length > 0 ? some : 'sa fiche n’en énumère aucune';
        const message = `La priorité ${quote(priorite)} n’est pas dans la fiche du PRS ${quote(known.id)} : ${advice}.`;
        yield { fiche, range: fiche.header.placeOf(['cadres', index, 'priorite']), message };
      }
    }
  },
} satisfies Check;
