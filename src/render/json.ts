import { maskTexts } from '../record/personal-data.ts';
import { listFigures } from '../synthese/figure-list.ts';
import type { Synthese } from '../synthese/synthese.ts';
import { describeSelection, type Provenance } from './provenance.ts';

/** The summary for other programs: figures with their ids, bases and sources in named sections, and what the document shows. */
export function formatJson(synthese: Synthese, provenance: Provenance): string {
  const { criteria, themes, extraits, fiches } = synthese;
  const { prs } = criteria;
  const { prs: _id, ...asked } = describeSelection(criteria);
  const content = {
    version: 1,
    ...(synthese.exemple && { exemple: true }),
    prs: { id: prs.id, titre: prs.titre },
    criteria: asked,
    provenance,
    sections: Object.fromEntries(listFigures(synthese).map(({ name, figures }) => [name, { figures }])),
    recurrents: themes.filter(({ recurrent }) => recurrent).map(({ theme }) => theme.id),
    extraits,
    fiches: fiches.map((fiche) => ({
      id: fiche.id,
      type: 'sujet' in fiche ? 'atelier' : 'projet',
      file: fiche.file,
      titre: fiche.titre,
      ...('sujet' in fiche && { date: fiche.date.iso }),
    })),
  };
  return `${JSON.stringify(maskTexts(content), null, 2)}\n`;
}
