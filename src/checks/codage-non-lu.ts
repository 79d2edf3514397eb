import { formatCount } from '../french.ts';
import { type Check, fichesOf } from './check.ts';

/** Themes written in a record that says it was not read are counted nowhere: someone should know. */
export const codageNonLu = {
  code: 'codage-non-lu',
  severity: 'warning',
  family: 'themes',
  scope: 'fiche',
  title: 'Thèmes notés dans une fiche dite « non-lu »',
  explanation: `Seules les fiches lues en entier (codage: { etat: complet }) entrent dans les comptes par thème.
Quand chaque passage a été lu avec la grille, écrivez-le dans l’en-tête.`,
  example: { faulty: 'codage: { etat: non-lu }', corrected: 'codage: { etat: complet }' },

  *run(checked) {
    for (const fiche of fichesOf(checked, 'atelier', 'projet')) {
      const { codage } = fiche.header.value;
      if (codage !== undefined && (typeof codage !== 'object' || codage === null)) continue;
      const etat = (codage as { etat?: unknown } | undefined)?.etat;
      const coded = fiche.body.passages.filter(({ themes }) => themes.length > 0);
      if ((etat !== undefined && etat !== 'non-lu') || coded.length === 0) continue;
      const { placeOf, placeOfKey } = fiche.header;
      const here = etat === undefined ? placeOfKey(['codage']) : placeOf(['codage', 'etat']);
      const range = codage === undefined ? (coded[0]?.themes[0]?.range ?? here) : here;
      const message = `${formatCount(coded.length, 'passage porte', 'passages portent')} un thème, mais la fiche est dite « non-lu » : rien n’en sera compté. Si elle a été lue en entier : codage: { etat: complet }`;
      yield { fiche, range, message };
    }
  },
} satisfies Check;
