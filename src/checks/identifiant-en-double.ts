import { FILE_START } from '../diagnostic.ts';
import { quote } from '../french.ts';
import { idOf } from '../record/fiche.ts';
import type { Check } from './check.ts';

/** An id names one record in the whole workspace, whatever its type and folder. */
export const identifiantEnDouble = {
  code: 'identifiant-en-double',
  severity: 'error',
  family: 'rangement',
  title: 'Deux fiches du même nom',
  explanation: `L’identifiant d’une fiche est unique dans tout l’espace, même d’un dossier à l’autre : sinon un renvoi pourrait désigner
l’une ou l’autre. Renommez l’un des deux fichiers.`,
  example: {
    faulty: 'ateliers/2021/pilote.md et ateliers/2022/pilote.md',
    corrected: 'pilote-2021.md et pilote-2022.md',
  },

  *run({ collection }) {
    const firsts = new Map<string, string>();
    for (const fiche of collection.files) {
      const id = idOf(fiche.file);
      const first = firsts.get(id);
      if (first === undefined) firsts.set(id, fiche.file);
      else {
        const message = `L’identifiant ${quote(id)} est déjà celui de ${quote(first)} : renommez l’un des deux fichiers.`;
        yield { fiche, range: FILE_START, message };
      }
    }
  },
} satisfies Check;
