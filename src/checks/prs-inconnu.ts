import { findNearest, formatList, quote } from '../french.ts';
import type { Path } from '../record/header.ts';
import { asList, type Check, fichesOf, isId } from './check.ts';

/** A PRS that a record names has its own record, which gives its period. */
export const prsInconnu = {
  code: 'prs-inconnu',
  severity: 'error',
  family: 'prs',
  scope: 'fiche',
  title: 'PRS qui n’a pas de fiche',
  explanation: `Une fiche se rattache à un PRS par son identifiant, le nom de sa fiche dans « records/prs ».
Corrigez l’identifiant, ou créez la fiche avec « cops new prs ».`,
  example: { faulty: 'prs: 2018-2023', corrected: 'prs: 2018-2022' },

  *run(checked) {
    for (const fiche of fichesOf(checked, 'atelier', 'projet', 'synthese')) {
      const { value } = fiche.header;
      const named: [Path, unknown][] = [
        [['prs'], value.prs],
        ...asList(value.cadres).map((cadre, index): [Path, unknown] => [['cadres', index, 'prs'], cadre.prs]),
      ];
      for (const [path, prs] of named) {
        if (!isId(prs) || checked.prs.has(prs)) continue;
        const nearest = findNearest(prs, checked.prs);
        const known =
          checked.prs.size > 0
            ? `les PRS connus sont ${formatList([...checked.prs].map(quote))}`
            : 'aucun PRS n’a encore de fiche';
        const message = `Le PRS ${quote(prs)} n’a pas de fiche ; ${nearest ? `le plus proche est ${quote(nearest)}` : known}.`;
        yield { fiche, range: fiche.header.placeOf(path), message };
      }
    }
  },
} satisfies Check;
