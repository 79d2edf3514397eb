import type { Comparaison } from '../synthese/comparaison.ts';
import type { ContratCounts } from '../synthese/contrats.ts';
import { listFigures } from '../synthese/list-figures.ts';
import { describeSelection, type Provenance } from '../synthese/provenance.ts';
import type { Synthese } from '../synthese/synthese.ts';
import { maskShown } from './masks.ts';

/** The summary for other programs: figures with their ids, bases and sources in named sections, and what the document shows. */
export function formatJson(synthese: Synthese, provenance: Provenance): string {
  const { criteria, themes, contrats, extraits, fiches } = synthese;
  const { projet, theme, prs, annee } = criteria;
  const { projet: _projet, theme: _theme, prs: _prs, annee: _annee, ...asked } = describeSelection(criteria);
  const content = {
    version: 1,
    ...(synthese.exemple && { exemple: true }),
    ...(projet && { projet: { id: projet.id, titre: projet.titre } }),
    ...(theme && { theme: { id: theme.id, titre: theme.titre, definition: theme.definition } }),
    ...(prs && { prs: { id: prs.id, titre: prs.titre } }),
    ...(annee && { annee: annee.iso }),
    criteria: asked,
    provenance,
    sections: Object.fromEntries(listFigures(synthese).map(({ name, figures }) => [name, { figures }])),
    recurrents: themes.filter(({ recurrent }) => recurrent).map(({ theme }) => theme.id),
    contrats: contrats.map(describeContrat),
    ...(synthese.comparaison && { comparaison: describeComparaison(synthese.comparaison) }),
    extraits,
    fiches: fiches.map((fiche) => ({
      id: fiche.id,
      type: 'sujet' in fiche ? 'atelier' : 'projet',
      file: fiche.file,
      titre: fiche.titre,
      ...('sujet' in fiche
        ? { date: fiche.date.iso }
        : { ...(fiche.debut && { debut: fiche.debut.iso }), ...(fiche.fin && { fin: fiche.fin.iso }) }),
    })),
  };
  return `${JSON.stringify(maskShown(content, synthese), null, 2)}\n`;
}

/** How each theme went since an earlier PRS; null where too few ateliers were read to say. */
function describeComparaison({ prs, themes }: Comparaison) {
  return {
    prs: { id: prs.id, titre: prs.titre },
    themes: themes.map(({ theme, evolution }) => ({ id: theme.id, evolution: evolution ?? null })),
  };
}

/** A contrat with the ids of its figures; what was achieved is null where nothing says it. */
function describeContrat({ contrat, indicateurs }: ContratCounts) {
  return {
    id: contrat.id,
    file: contrat.file,
    titre: contrat.titre,
    financeur: contrat.financeur,
    debut: contrat.debut.iso,
    fin: contrat.fin.iso,
    indicateurs: indicateurs.map(({ indicateur, prevu, realise, ecart }) => ({
      libelle: indicateur.libelle,
      unite: indicateur.unite,
      ...(indicateur.chiffre !== undefined && { chiffre: indicateur.chiffre }),
      ...(indicateur.source !== undefined && { source: indicateur.source }),
      prevu: prevu.id,
      realise: realise?.id ?? null,
      ecart: ecart?.id ?? null,
    })),
  };
}
