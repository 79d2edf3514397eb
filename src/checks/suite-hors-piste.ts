import { quote } from '../french.ts';
import { type Check, type Checked, type Finding, suitesOf } from './check.ts';

/** A suite may follow from a constat, but the passage is then counted among no pistes: someone should know. */
export const suiteHorsPiste = {
  code: 'suite-hors-piste',
  severity: 'warning',
  family: 'suites',
  scope: 'fiche',
  title: 'Suite d’un passage qui n’est pas une piste',
  explanation: `Une suite dit ce qu’une piste est devenue ; le passage qu’elle nomme n’est pas compté parmi les pistes.
Si le groupe proposait bien quelque chose, commencez le passage par une flèche, ou ajoutez « <!-- piste --> » à sa fin ;
sinon, nommez un autre passage, ou retirez la clé « piste ».`,
  example: { faulty: '- Réunir la filière. ^p7', corrected: '- → Réunir la filière. ^p7' },

  *run(checked: Checked): Iterable<Finding> {
    for (const { fiche, suite, path } of suitesOf(checked)) {
      const named = fiche.body.passages.find(({ nom }) => nom !== undefined && nom === suite.piste);
      if (!named || named.nature === 'piste') continue;
      const message = `Le passage ${quote(`^${named.nom}`)}, ligne ${named.range.start.line}, est un ${named.nature}, non une piste : commencez-le par une flèche s’il propose quelque chose, sinon nommez ici un autre passage.`;
      yield { fiche, range: fiche.header.placeOf([...path, 'piste']), message };
    }
  },
} satisfies Check;
