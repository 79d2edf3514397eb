import { quote } from '../french.ts';
import { periodOfProjet } from '../projet/projet.ts';
import { announcedPeriod } from '../prs/prs.ts';
import { formatPartialDate, liesWithin, overlaps } from '../record/partial-date.ts';
import type { Check, Checked, Finding } from './check.ts';

/** A record dated outside the PRS that it names is counted there all the same: someone should know. */
export const dateHorsPrs = {
  code: 'date-hors-prs',
  severity: 'warning',
  family: 'prs',
  title: 'Date hors de la période du PRS nommé',
  explanation: `La clé « prs » décide, quelle que soit la date : la fiche est comptée dans ce PRS.
Un atelier a lieu dans la période de son PRS, un projet la croise. Si l’écart n’est pas voulu, corrigez la date ou la clé.`,
  example: { faulty: 'date: 2023-03-14\nprs: 2018-2022', corrected: 'date: 2022-03-14\nprs: 2018-2022' },

  *run({ collection, ficheOf }: Checked): Iterable<Finding> {
    for (const atelier of collection.ateliers) {
      const prs = atelier.prs === undefined ? undefined : collection.prs.get(atelier.prs);
      const fiche = ficheOf.get(atelier.file);
      if (!prs || !fiche) continue;
      if (liesWithin(atelier.date, announcedPeriod(prs))) continue;
      const message = `La date (${formatPartialDate(atelier.date)}) est hors de la période du PRS ${quote(prs.id)} que la fiche nomme : elle y sera comptée. Vérifiez l’une et l’autre.`;
      yield { fiche, range: fiche.header.placeOf(['date']), message };
    }
    for (const projet of collection.projets) {
      const period = periodOfProjet(projet);
      const fiche = ficheOf.get(projet.file);
      if (!period || !fiche) continue;
      for (const [index, cadre] of projet.cadres.entries()) {
        const prs = cadre.prs === undefined ? undefined : collection.prs.get(cadre.prs);
        if (!prs || overlaps(period, announcedPeriod(prs))) continue;
        const message = `Ce projet n’a aucun jour en commun avec la période du PRS ${quote(prs.id)} qu’il nomme ici : il y sera compté. Vérifiez ses dates et ce cadre.`;
        yield { fiche, range: fiche.header.placeOf(['cadres', index, 'prs']), message };
      }
    }
  },
} satisfies Check;
