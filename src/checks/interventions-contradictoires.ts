import { formatCount } from '../french.ts';
import { type Check, fichesOf } from './check.ts';

/** Where meetings are both listed and counted, both say the same number. */
export const interventionsContradictoires = {
  code: 'interventions-contradictoires',
  severity: 'error',
  family: 'projets',
  scope: 'fiche',
  title: 'Deux nombres d’interventions différents',
  explanation: `Quand la liste « interventions » est tenue, elle fait foi. Supprimez « interventions_realisees », ou complétez la liste.`,
  example: {
    faulty: 'interventions_realisees: { nombre: 4 }\ninterventions:\n  - { date: 2023-01-17 }',
    corrected: 'interventions:\n  - { date: 2023-01-17 }',
  },

  *run(checked) {
    for (const fiche of fichesOf(checked, 'projet')) {
      const { interventions, interventions_realisees: done } = fiche.header.value;
      const told = Number((done as { nombre?: unknown } | undefined)?.nombre);
      if (!Array.isArray(interventions) || Number.isNaN(told) || told === interventions.length) continue;
      const message = `${formatCount(told, 'intervention est annoncée', 'interventions sont annoncées')} ici, et la liste en compte ${interventions.length} : la liste fait foi ; complétez-la, ou supprimez « interventions_realisees ».`;
      yield { fiche, range: fiche.header.placeOf(['interventions_realisees', 'nombre']), message };
    }
  },
} satisfies Check;
