import { type Check, fichesOf } from './check.ts';

/** A finished project says when it ended. */
export const termineSansFin = {
  code: 'termine-sans-fin',
  severity: 'error',
  family: 'projets',
  scope: 'fiche',
  title: 'Projet terminé sans date de fin',
  explanation: 'Un projet dont le statut est « termine » a une date de fin, aussi vague soit-elle : fin: 2023.',
  example: { faulty: 'statut: termine', corrected: 'statut: termine\nfin: 2023-06' },

  *run(checked) {
    for (const fiche of fichesOf(checked, 'projet')) {
      const { statut, fin } = fiche.header.value;
      if (statut !== 'termine' || fin !== undefined) continue;
      const message =
        'Ce projet est dit terminé, mais il n’a pas de date de fin : ajoutez la clé « fin », aussi vague soit-elle (fin: 2023).';
      yield { fiche, range: fiche.header.placeOf(['statut']), message };
    }
  },
} satisfies Check;
