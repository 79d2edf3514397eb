import { quote } from '../french.ts';
import type { Check } from './check.ts';

/** A withdrawn theme is no longer used: its counts would stop meaning anything. */
export const themeRetire = {
  code: 'theme-retire',
  severity: 'warning',
  family: 'themes',
  scope: 'fiche',
  title: 'Thème retiré de la grille',
  explanation: 'Ce thème ne s’emploie plus (« statut: retire »). Relisez le passage avec la grille actuelle.',
  example: { faulty: '… #ancien-theme', corrected: '… #theme-actuel' },

  *run({ fiches, collection }) {
    for (const fiche of fiches) {
      for (const { word, range } of fiche.body.passages.flatMap(({ themes }) => themes)) {
        if (collection.grille.get(word)?.statut !== 'retire') continue;
        yield {
          fiche,
          range,
          message: `Le thème ${quote(word)} est retiré de la grille : relisez ce passage avec les thèmes actuels.`,
        };
      }
    }
  },
} satisfies Check;
