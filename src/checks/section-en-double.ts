import { quote } from '../french.ts';
import type { Check } from './check.ts';

/** A section stands once: a second one of the same name is most often a paste too many. */
export const sectionEnDouble = {
  code: 'section-en-double',
  severity: 'warning',
  family: 'texte',
  scope: 'fiche',
  title: 'Section écrite deux fois',
  explanation: 'Deux sections du même nom : un collage de trop, souvent. Réunissez-les, ou supprimez la copie.',
  example: { faulty: '## Freins\n…\n## Freins\n…', corrected: '## Freins\n…' },

  *run({ fiches }) {
    for (const fiche of fiches) {
      const seen = new Map<object, number>();
      for (const { spec, titre, range } of fiche.body.sections) {
        if (!spec) continue;
        const first = seen.get(spec);
        if (first === undefined) seen.set(spec, range.start.line);
        else
          yield {
            fiche,
            range,
            message: `La section ${quote(titre)} a déjà été ouverte ligne ${first} : réunissez les deux.`,
          };
      }
    }
  },
} satisfies Check;
