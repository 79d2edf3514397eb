import { quote } from '../french.ts';
import { aCompleter } from '../record/schema-rules.ts';
import { type Check, isValide } from './check.ts';

/** A valid record has the sections of its type: an absent one may be a heading misspelt. */
export const sectionManquante = {
  code: 'section-manquante',
  severity: 'error',
  family: 'texte',
  scope: 'fiche',
  title: 'Section obligatoire absente',
  explanation: `Les titres de second niveau disent ce que sont les passages qui les suivent. Un titre absent, ou mal orthographié,
change ce qui est compté.`,
  example: { faulty: '## Synthese', corrected: '## Synthèse coconstruite' },

  *run({ fiches }) {
    for (const fiche of fiches) {
      for (const spec of fiche.type?.spec.sections ?? []) {
        if (!spec.requise || fiche.body.sections.some((section) => section.spec === spec)) continue;
        const valid = isValide(fiche);
        const message = valid
          ? `La fiche est dite « valide », mais la section ${quote(spec.titre)} manque : ajoutez la ligne « ## ${spec.titre} » et son texte.`
          : `La section ${quote(spec.titre)} sera nécessaire pour valider cette fiche : écrivez-la d’ici là.`;
        const range = fiche.header.placeOfKey(valid ? ['validation'] : []);
        yield { fiche, range, message, ...(!valid && { rule: aCompleter }) };
      }
    }
  },
} satisfies Check;
