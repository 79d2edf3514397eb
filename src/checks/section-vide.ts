import { quote } from '../french.ts';
import type { Fiche } from '../record/fiche.ts';
import type { SectionSpec } from '../record/passage.ts';
import { aCompleter } from '../record/schema-rules.ts';
import { type Check, isValide } from './check.ts';

/** A required section says something, unless a key of the header says it all. */
export const sectionVide = {
  code: 'section-vide',
  severity: 'error',
  family: 'texte',
  scope: 'fiche',
  title: 'Section obligatoire vide',
  explanation:
    'Une section obligatoire contient du texte. Elle ne peut rester vide que si une clé de l’en-tête dit tout.',
  example: { faulty: '## Synthèse coconstruite', corrected: '## Synthèse coconstruite\n\n- Un constat du groupe.' },

  *run({ fiches }) {
    for (const fiche of fiches) {
      for (const { spec, titre, range, empty } of fiche.body.sections) {
        if (!empty || !spec?.requise || isSaidByKey(fiche, spec)) continue;
        const valid = isValide(fiche);
        const message = valid
          ? `La fiche est dite « valide », mais la section ${quote(titre)} est vide : écrivez-la, ou revenez à « validation: relu ».`
          : `La section ${quote(titre)} est encore vide ; elle sera nécessaire pour valider cette fiche : complétez-la d’ici là.`;
        yield { fiche, range, message, ...(!valid && { rule: aCompleter }) };
      }
    }
  },
} satisfies Check;

function isSaidByKey({ header }: Fiche, { cle }: SectionSpec): boolean {
  return cle !== undefined && header.value[cle] !== undefined;
}
