import { quote } from '../french.ts';
import { isToSort } from '../record/section-title.ts';
import type { Check } from './check.ts';

/** What an import did not understand waits for a person: until then its passages are mere context. */
export const texteAClasser = {
  code: 'texte-a-classer',
  severity: 'warning',
  family: 'texte',
  scope: 'fiche',
  title: 'Texte importé qui attend sa place',
  explanation: `Ce que « cops import » n’a pas compris d’un document est gardé sous « À classer » : rien n’en est perdu, mais ses passages
sont lus comme du contexte. Rangez chaque texte dans sa section ou dans l’en-tête, puis retirez ce titre.`,
  example: {
    faulty: '## À classer\n\nLe manque de temps freine l’équipe.',
    corrected: '## Freins\n\nLe manque de temps freine l’équipe.',
  },

  *run({ fiches }) {
    for (const fiche of fiches) {
      for (const { titre, range } of fiche.body.sections) {
        if (!isToSort(titre)) continue;
        const message = `Ce qui suit ${quote(titre)} vient d’un document importé et n’a pas encore de place : rangez-le dans les sections ou l’en-tête, puis retirez ce titre.`;
        yield { fiche, range, message };
      }
    }
  },
} satisfies Check;
