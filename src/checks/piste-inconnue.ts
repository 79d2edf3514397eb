import { findNearest, formatList, quote } from '../french.ts';
import { type Check, type Checked, type Finding, suitesOf } from './check.ts';

/** What a suite follows up is a passage of its own record: a name that is not there loses the link without a sound. */
export const pisteInconnue = {
  code: 'piste-inconnue',
  severity: 'error',
  family: 'suites',
  scope: 'fiche',
  title: 'Suite d’un passage qui n’est pas dans la fiche',
  explanation: `La clé « piste » d’une suite est le nom d’un passage de la même fiche, écrit après lui : « ^p7 ».
Ajoutez ce nom à la fin du passage, corrigez-le, ou retirez la clé « piste ».`,
  example: {
    faulty: 'suites:\n  - { piste: p8, objet: Rencontrer la filière, etat: prevu }\n…\n- → Réunir la filière. ^p7',
    corrected: 'suites:\n  - { piste: p7, objet: Rencontrer la filière, etat: prevu }\n…\n- → Réunir la filière. ^p7',
  },

  *run(checked: Checked): Iterable<Finding> {
    for (const { fiche, suite, path } of suitesOf(checked)) {
      const { piste } = suite;
      if (typeof piste !== 'string' || !/^p\d+$/.test(piste)) continue;
      const names = fiche.body.passages.flatMap(({ nom }) => nom ?? []);
      if (names.includes(piste)) continue;
      const message = `Aucun passage de cette fiche ne se nomme ${quote(`^${piste}`)} ; ${advise(piste, names)}.`;
      yield { fiche, range: fiche.header.placeOf([...path, 'piste']), message };
    }
  },
} satisfies Check;

/** Names are most often one or two: a short list says more than the nearest. */
function advise(piste: string, names: readonly string[]): string {
  if (names.length === 0) return `ajoutez ${quote(`^${piste}`)} à la fin de la piste dont parle cette suite`;
  const nearest = names.length > 5 ? findNearest(piste, names) : undefined;
  if (nearest) return `le plus proche est ${quote(`^${nearest}`)}`;
  const some = names.slice(0, 5).map((name) => quote(`^${name}`));
  return names.length === 1 ? `le seul nom est ${some[0]}` : `les noms y sont ${formatList(some)}`;
}
