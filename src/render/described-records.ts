import type { Atelier } from '../atelier/atelier.ts';
import type { Contrat } from '../contrat/contrat.ts';
import type { Projet } from '../projet/projet.ts';
import type { Coded } from '../record/coded.ts';
import { formatPartialDate, type PartialDate } from '../record/partial-date.ts';
import type { ContratCounts } from '../synthese/contrats.ts';
import type { Extrait } from '../synthese/extraits.ts';
import type { ProjetCounts } from '../synthese/projets.ts';
import { type DescribedExtrait, describeFigure } from './described-figures.ts';
import { labelOf } from './labels.ts';
import type { Reference, References } from './references.ts';

/** Names of those who agreed to be named; all of them in an internal document. */
export function describeAtelier(atelier: Atelier, interne: boolean, references: References) {
  const named = atelier.coanimation.filter(({ accordPublication }) => interne || accordPublication);
  return {
    titre: atelier.titre,
    date: formatPartialDate(atelier.date),
    sujet: atelier.sujet,
    situation: atelier.situation,
    animation: named.map(({ nom, qualite }) => (qualite ? `${nom} (${qualite})` : nom)),
    ...referenceTo(atelier.file, references),
  };
}

/** A project with its figures and its frameworks. */
export function describeProjet(
  { projet, cadres, interventions, heures, projetsCibles }: ProjetCounts,
  references: References,
) {
  return {
    titre: projet.titre,
    structure: projet.structure?.nom ?? null,
    nature: projet.structure?.nature ?? null,
    debut: formatOrNull(projet.debut),
    fin: formatOrNull(projet.fin),
    statut: projet.statut ? labelOf(projet.statut) : null,
    cadres: cadres.map(({ titre, texte }) => ({ titre, texte: texte ?? null })),
    interventions: interventions ? describeFigure(interventions) : null,
    heures: heures ? describeFigure(heures) : null,
    arrete: sayWhen(projet.interventions),
    projetsCibles: projetsCibles ? describeFigure(projetsCibles) : null,
    cibles: projet.projetsCibles.map(({ titre, etat }) => ({ titre, etat: etat ?? null })),
    ...referenceTo(projet.file, references),
  };
}

/** A contrat with what was promised and achieved; `lecture` of the annex is null, since no one reads it with the grille. */
export function describeContrat(
  { contrat, indicateurs, shorter }: ContratCounts,
  { sansInternes, references }: { sansInternes: boolean; references: References },
) {
  return {
    titre: contrat.titre,
    file: contrat.file,
    financeur: contrat.financeur,
    periode: sayPeriod(contrat),
    date: sayPeriod(contrat),
    validation: labelOf(contrat.validation),
    lecture: null,
    extraits: [],
    plusCourt: shorter,
    sansInternes: sansInternes && indicateurs.some(({ indicateur }) => indicateur.chiffre !== undefined),
    indicateurs: indicateurs.map(({ indicateur, prevu, realise, ecart }) => ({
      libelle: indicateur.libelle,
      unite: indicateur.unite,
      prevu: describeFigure(prevu),
      realise: realise ? describeFigure(realise) : null,
      ecart: ecart ? describeFigure(ecart) : null,
      chiffre: indicateur.chiffre ?? null,
      source: indicateur.source ?? null,
      commentaire: indicateur.commentaire ?? null,
    })),
    ...referenceTo(contrat.file, references),
  };
}

function sayPeriod({ debut, fin }: Contrat): string {
  const [first, last] = [formatPartialDate(debut), formatPartialDate(fin)];
  return first === last ? first : `de ${first} à ${last}`;
}

/** When the number of meetings held: the texts rarely say. */
function sayWhen(interventions: Projet['interventions']): string {
  if (interventions?.derniere) return `la dernière : ${formatPartialDate(interventions.derniere)}`;
  if (interventions?.arreteAu) return `compte arrêté : ${formatPartialDate(interventions.arreteAu)}`;
  return 'à une date que le texte ne donne pas';
}

/** A record of the annex, with its own extracts. */
export function describeFiche(
  fiche: Atelier | Projet,
  extraits: ReadonlyMap<string, readonly Extrait[]>,
  { references, extrait }: { references: References; extrait: (one: Extrait) => DescribedExtrait },
) {
  return {
    titre: fiche.titre,
    file: fiche.file,
    date: 'sujet' in fiche ? formatPartialDate(fiche.date) : formatOrNull(fiche.debut),
    validation: labelOf(fiche.validation),
    lecture: labelOf(fiche.lecture),
    extraits: (extraits.get(fiche.file) ?? []).map(extrait),
    ...referenceTo(fiche.file, references),
  };
}

/** The number of the extract that a suite speaks of, where it may be shown. */
export function findPiste({ file, passages }: Coded, nom: string | undefined, references: References): number | null {
  const passage = nom === undefined ? undefined : passages.find((candidate) => candidate.nom === nom);
  return (passage && references.extraitAt(file, passage.range.start.line)) ?? null;
}

/** How the document names a record; nulls where it may not be named. */
export function referenceTo(file: string, references: References): Reference | { repere: null; ancre: null } {
  return references.ofFile(file) ?? { repere: null, ancre: null };
}

/** A date for a sentence, null where none is known. */
export function formatOrNull(date: PartialDate | undefined): string | null {
  return date ? formatPartialDate(date) : null;
}

/** The extracts of each record. */
export function groupByFile(extraits: readonly Extrait[]): Map<string, Extrait[]> {
  const groups = new Map<string, Extrait[]>();
  for (const extrait of extraits) {
    const group = groups.get(extrait.file);
    if (group) group.push(extrait);
    else groups.set(extrait.file, [extrait]);
  }
  return groups;
}
