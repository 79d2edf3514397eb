import { findNearest, fold, quote } from '../french.ts';
import type { Check } from './check.ts';

/** A heading almost named as a section says nothing of its passages: « Frein » would make them mere context. */
export const sectionMalNommee = {
  code: 'section-mal-nommee',
  severity: 'warning',
  title: 'Titre qui ressemble à celui d’une section connue',
  explanation: `Le titre d’une section dit ce que sont ses passages. À une lettre près, il n’est pas reconnu, et ils sont comptés autrement.
Écrivez-le comme il est attendu, ou choisissez un titre plus différent.`,
  example: { faulty: '## Frein', corrected: '## Freins' },

  *run({ fiches }) {
    for (const fiche of fiches) {
      const known = new Map((fiche.type?.spec.sections ?? []).map(({ mot, titre }) => [mot, titre]));
      for (const { spec, titre, range } of fiche.body.sections) {
        const nearest = spec ? undefined : findNearest(fold(titre), known.keys());
        if (nearest === undefined) continue;
        const message = `Le titre ${quote(titre)} n’est pas celui d’une section connue ; le plus proche est ${quote(known.get(nearest) ?? nearest)}. S’il s’agit de cette section, écrivez-le ainsi.`;
        yield { fiche, range, message };
      }
    }
  },
} satisfies Check;
