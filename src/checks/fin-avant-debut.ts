import { quote } from '../french.ts';
import { formatPartialDate, parsePartialDate } from '../record/partial-date.ts';
import { type Check, fichesOf } from './check.ts';

/** What ends does so after it began. */
export const finAvantDebut = {
  code: 'fin-avant-debut',
  severity: 'error',
  family: 'projets',
  scope: 'fiche',
  title: 'Fin antérieure au début',
  explanation: 'La date de fin ne peut pas précéder la date de début : corrigez l’une des deux.',
  example: { faulty: 'debut: 2022\nfin: 2021', corrected: 'debut: 2021\nfin: 2022' },

  *run(checked) {
    for (const fiche of fichesOf(checked, 'projet', 'prs', 'contrat')) {
      const debut = parsePartialDate(fiche.header.value.debut);
      const fin = parsePartialDate(fiche.header.value.fin);
      if (!debut || !fin || fin.last >= debut.first) continue;
      const message = `La fin (${formatPartialDate(fin)}) précède le début (${formatPartialDate(debut)}) : corrigez ${quote('debut')} ou ${quote('fin')}.`;
      yield { fiche, range: fiche.header.placeOf(['fin']), message };
    }
  },
} satisfies Check;
