import { quote } from '../french.ts';
import { namedPrs, periodOfProjet } from '../projet/projet.ts';
import { findPrsByDate } from '../prs/prs.ts';
import type { Path } from '../record/header.ts';
import { formatPartialDate } from '../record/partial-date.ts';
import type { Check, Checked, Finding } from './check.ts';

/** A record in no period enters no summary by PRS: January to October 2023 lie between two. */
export const dateSansPrs = {
  code: 'date-sans-prs',
  severity: 'warning',
  family: 'prs',
  title: 'Fiche qui n’entre dans la période d’aucun PRS',
  explanation: `Sans clé « prs », la date décide, si elle est tout entière dans la période d’un PRS. Sinon la fiche n’entre
dans la synthèse d’aucun PRS : ajoutez la clé « prs » (pour un projet, un cadre avec son « prs »).`,
  example: { faulty: 'date: 2023-03-14', corrected: 'date: 2023-03-14\nprs: 2018-2022' },

  *run({ collection, ficheOf, prs }: Checked): Iterable<Finding> {
    const periods = [...collection.prs.values()];
    const someUnread = [...prs].some((id) => !collection.prs.has(id));
    if (someUnread) return;
    for (const atelier of collection.ateliers) {
      const fiche = ficheOf.get(atelier.file);
      if (!fiche || atelier.prs !== undefined || findPrsByDate(atelier.date, periods)) continue;
      const message = `La date (${formatPartialDate(atelier.date)}) n’est tout entière dans la période d’aucun PRS : ajoutez la clé ${quote('prs')}, sinon cette fiche n’entre dans aucune synthèse par PRS.`;
      yield { fiche, range: fiche.header.placeOf(['date']), message };
    }
    for (const projet of collection.projets) {
      const fiche = ficheOf.get(projet.file);
      if (!fiche || namedPrs(projet).length > 0 || findPrsByDate(periodOfProjet(projet), periods)) continue;
      const path: Path = projet.debut ? ['debut'] : ['type'];
      const message = `Ce projet n’est tout entier dans la période d’aucun PRS : nommez un PRS dans ses ${quote('cadres')}, sinon il n’entre dans aucune synthèse par PRS.`;
      yield { fiche, range: fiche.header.placeOf(path), message };
    }
  },
} satisfies Check;
