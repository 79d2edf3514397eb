import { formatCount, quote } from '../french.ts';
import type { Check, Checked, Finding } from './check.ts';

/** A theme on trial is counted like another: whoever reads the figures should not be the first to learn of it. */
export const themeCandidat = {
  code: 'theme-candidat',
  severity: 'warning',
  family: 'themes',
  scope: 'fiche',
  title: 'Thème encore à l’essai',
  explanation: `Un thème « candidat » n’est pas encore admis dans la grille : ses comptes peuvent changer de sens du jour au lendemain.
Décidez-en ensemble : « statut: actif » dans sa fiche s’il est admis, sinon un autre thème dans les passages.`,
  example: {
    faulty: 'records/themes/theme-a-lessai.md : « statut: candidat »',
    corrected: 'records/themes/theme-a-lessai.md : « statut: actif »',
  },

  *run({ fiches, collection }: Checked): Iterable<Finding> {
    const candidats = new Set(
      [...collection.grille.values()].flatMap((one) => (one.statut === 'candidat' ? one.id : [])),
    );
    if (candidats.size === 0) return;
    for (const fiche of fiches) {
      const used = fiche.body.passages.flatMap(({ themes }) => themes).filter(({ word }) => candidats.has(word));
      for (const word of new Set(used.map((hashtag) => hashtag.word))) {
        const places = used.filter((hashtag) => hashtag.word === word);
        const [first] = places;
        if (!first) continue;
        const often = places.length > 1 ? ` (${formatCount(places.length, 'passage')} de cette fiche)` : '';
        const message = `Le thème ${quote(word)} est encore candidat${often} : s’il est admis, écrivez « statut: actif » dans sa fiche ; sinon, choisissez un autre thème.`;
        yield { fiche, range: first.range, message };
      }
    }
  },
} satisfies Check;
