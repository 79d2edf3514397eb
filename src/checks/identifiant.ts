import { FILE_START } from '../diagnostic.ts';
import { quote, slugify } from '../french.ts';
import { WELL_FORMED_ID } from '../record/identifier.ts';
import type { Check } from './check.ts';

/** A record's id is its file name: it stands in links and figures, so it keeps to plain letters. */
export const identifiant = {
  code: 'identifiant',
  severity: 'error',
  family: 'rangement',
  scope: 'fiche',
  title: 'Nom de fichier qui ne peut pas servir d’identifiant',
  explanation: `Le nom du fichier, sans « .md », est l’identifiant permanent de la fiche : des minuscules sans accent, des chiffres et
des tirets. Renommez le fichier.`,
  example: { faulty: 'Atelier Été.md', corrected: 'atelier-ete.md' },

  *run({ fiches }) {
    for (const fiche of fiches) {
      if (WELL_FORMED_ID.test(fiche.id)) continue;
      const better = slugify(fiche.id);
      const advice = better ? `, par exemple ${quote(`${better}.md`)}` : '';
      const message = `Le nom ${quote(`${fiche.id}.md`)} ne peut pas servir d’identifiant : il faut des minuscules sans accent, des chiffres et des tirets${advice}.`;
      yield { fiche, range: FILE_START, message };
    }
  },
} satisfies Check;
