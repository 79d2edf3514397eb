import { formatNumber } from '../french.ts';
import { type Check, fichesOf } from './check.ts';

/** No more meetings are held than the agreement allows. */
export const interventionsDepassees = {
  code: 'interventions-depassees',
  severity: 'error',
  family: 'projets',
  scope: 'fiche',
  title: 'Plus d’interventions réalisées que la convention n’en prévoit',
  explanation: 'Le nombre d’interventions réalisées ne dépasse pas « interventions_max ». Corrigez l’un ou l’autre.',
  example: {
    faulty: 'convention: { interventions_max: 8 }\ninterventions_realisees: { nombre: 9 }',
    corrected: 'convention: { interventions_max: 8 }\ninterventions_realisees: { nombre: 8 }',
  },

  *run(checked) {
    for (const fiche of fichesOf(checked, 'projet')) {
      const { value, placeOf, placeOfKey } = fiche.header;
      const max = Number((value.convention as { interventions_max?: unknown } | undefined)?.interventions_max);
      const done = Array.isArray(value.interventions)
        ? value.interventions.length
        : safeCount(value.interventions_realisees);
      if (!(done > max)) continue;
      const range = value.interventions
        ? placeOfKey(['interventions'])
        : placeOf(['interventions_realisees', 'nombre']);
      const message = `${done} interventions réalisées, alors que la convention en prévoit ${formatNumber(max)} au plus : corrigez l’un des deux nombres.`;
      yield { fiche, range, message };
    }
  },
} satisfies Check;

function safeCount(realisees: unknown): number {
  return Number((realisees as { nombre?: unknown } | undefined)?.nombre ?? Number.NaN);
}
