import { findNearest, fold, formatList, quote } from '../french.ts';
import type { Check, Checked, Finding } from './check.ts';

/** A heading almost named as a section says nothing of its passages: « Frein » would make them mere context. */
export const sectionMalNommee = {
  code: 'section-mal-nommee',
  severity: 'warning',
  family: 'texte',
  scope: 'fiche',
  title: 'Titre qui ressemble à celui d’une section connue',
  explanation: `Le titre d’une section dit ce que sont ses passages. À une lettre près, il n’est pas reconnu, et ils sont comptés autrement.
Écrivez-le comme il est attendu, ou choisissez un titre plus différent.`,
  example: { faulty: '## Frein', corrected: '## Freins' },

  *run({ fiches }: Checked): Iterable<Finding> {
    for (const fiche of fiches) {
      const known = new Map((fiche.type?.spec.sections ?? []).map(({ mot, titre }) => [mot, titre]));
      for (const { spec, titre, range } of fiche.body.sections) {
        const folded = fold(titre);
        const named = [...known]
          .filter(([mot]) => folded.split(/[^a-z0-9]+/).includes(mot))
          .map(([, name]) => quote(name));
        const nearest = spec ? undefined : findNearest(folded, known.keys());
        if (spec || (named.length < 2 && nearest === undefined)) continue;
        const message =
          named.length > 1
            ? `Le titre ${quote(titre)} nomme plusieurs sections, ${formatList(named)} : ses passages ne sont comptés dans aucune. Donnez à chacune son titre.`
            : `Le titre ${quote(titre)} n’est pas celui d’une section connue ; le plus proche est ${quote(known.get(nearest ?? '') ?? '')}. S’il s’agit de cette section, écrivez-le ainsi.`;
        yield { fiche, range, message };
      }
      for (const { spec, titre, range } of fiche.body.subsections) {
        const message = `Le sous-titre ${quote(titre)} porte le nom d’une section, mais n’en ouvre pas : écrivez « ## ${spec.titre} » s’il s’agit d’elle.`;
        yield { fiche, range, message };
      }
    }
  },
} satisfies Check;
