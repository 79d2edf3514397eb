import { quote } from '../french.ts';
import { isOverdue } from '../record/coded.ts';
import { formatPartialDate, parsePartialDate } from '../record/partial-date.ts';
import { type Check, type Checked, type Finding, suitesOf } from './check.ts';

/** What was promised for a day that is over is done, given up, or put off: the summary should not call it « prévu » for ever. */
export const suiteEnRetard = {
  code: 'suite-en-retard',
  severity: 'warning',
  family: 'suites',
  scope: 'fiche',
  title: 'Suite dont l’échéance est passée',
  explanation: `Une suite encore « prevu » ou « en-cours » après son échéance serait annoncée comme telle dans la synthèse.
Notez où elle en est (« fait » ou « abandonne », et le jour sous « le »), ou donnez-lui une nouvelle échéance.`,
  example: {
    faulty: 'suites:\n  - { objet: Rencontrer la filière, echeance: 2022-11, etat: prevu }',
    corrected: 'suites:\n  - { objet: Rencontrer la filière, echeance: 2022-11, etat: fait, le: 2022-10-04 }',
  },

  *run(checked: Checked): Iterable<Finding> {
    for (const { fiche, suite, path } of suitesOf(checked)) {
      const { etat } = suite;
      const echeance = parsePartialDate(suite.echeance);
      if (!echeance || !isOverdue({ etat, echeance }, checked.today)) continue;
      const message = `L’échéance de cette suite (${formatPartialDate(echeance)}) est passée, et son état est toujours ${quote(String(etat))} : notez où elle en est (fait, abandonne), ou donnez une nouvelle échéance.`;
      yield { fiche, range: fiche.header.placeOf([...path, 'echeance']), message };
    }
  },
} satisfies Check;
