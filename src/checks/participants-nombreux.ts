import { formatCount } from '../french.ts';
import { asList, type Check, fichesOf } from './check.ts';

/** The centre's workshops gather at most this many people: more is likely a slip of the pen. */
const MOST_PARTICIPANTS = 8;

/** A workshop gathers eight people at most: a larger number is likely a slip. */
export const participantsNombreux = {
  code: 'participants-nombreux',
  severity: 'warning',
  family: 'ateliers',
  scope: 'fiche',
  title: 'Plus de huit participants',
  explanation: 'Un atelier réunit huit personnes au plus, sans compter les deux qui l’animent. Vérifiez les effectifs.',
  example: {
    faulty: 'participants:\n  - { role: professionnel, effectif: 40 }',
    corrected: 'participants:\n  - { role: professionnel, effectif: 4 }',
  },

  *run(checked) {
    for (const fiche of fichesOf(checked, 'atelier')) {
      const total = asList(fiche.header.value.participants).reduce(
        (sum, { effectif }) => sum + (Number.isInteger(effectif) ? Number(effectif) : 0),
        0,
      );
      if (total <= MOST_PARTICIPANTS) continue;
      const message = `${formatCount(total, 'participant')} au total, alors qu’un atelier en réunit ${MOST_PARTICIPANTS} au plus : vérifiez les effectifs (les deux personnes qui animent ne sont pas à compter).`;
      yield { fiche, range: fiche.header.placeOfKey(['participants']), message };
    }
  },
} satisfies Check;
