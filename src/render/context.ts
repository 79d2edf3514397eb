import type { Prs } from '../prs/prs.ts';
import { formatPartialDate } from '../record/partial-date.ts';
import { type Criteria, isNarrowed } from '../synthese/criteria.ts';
import type { Extrait } from '../synthese/extraits.ts';
import type { Figure } from '../synthese/figure.ts';
import type { Synthese } from '../synthese/synthese.ts';
import type { ThemeCounts } from '../synthese/themes.ts';
import { describeComparaison } from './described-comparaison.ts';
import { type DescribedExtrait, describeExtrait, describeFigure } from './described-figures.ts';
import { describePicture, describePlacedInTime } from './described-pictures.ts';
import {
  describeAtelier,
  describeContrat,
  describeFiche,
  describeProjet,
  formatOrNull,
  groupByFile,
  referenceTo,
} from './described-records.ts';
import { describeSuite } from './described-suites.ts';
import { describeDocument } from './document-context.ts';
import { labelOf, pluralOf } from './labels.ts';
import { stateLimits } from './limit-sentences.ts';
import type { Picture } from './pictures/picture.ts';
import { listProofs } from './proofs.ts';
import type { References } from './references.ts';

/** Variables of a template: plain values, every one defined, null where nothing is known. docs/gabarits.md describes them. */
export type Context = Readonly<Record<string, unknown>>;

/** Lays a summary out as the variables that templates use. */
export function buildContext(
  synthese: Synthese,
  references: References,
  pictures: ReadonlyMap<string, Picture>,
): Context {
  const { criteria, activite, themes, pistes, suites, perspectives, limites } = synthese;
  const titles = new Map([...synthese.grille.values()].map(({ id, titre }) => [id, titre]));
  const extrait = (one: Extrait) => describeExtrait(one, titles);
  const group = ({ figure, extraits }: { figure: Figure; extraits: readonly Extrait[] }) => ({
    figure: describeFigure(figure),
    extraits: extraits.map(extrait),
    tus: figure.value - extraits.length,
  });
  const byFile = groupByFile(synthese.extraits);
  const quoted = markRepeats();
  const counts = themes.map((one) => describeTheme(one, (shown) => quoted(shown.map(extrait))));
  const listed = markRepeats();
  const found = (one: (typeof counts)[number]) => one.passages.valeur > 0;
  const contrats = synthese.contrats.map((one) => ({
    ...describeContrat(one, { sansInternes: !criteria.interne && (one.shorter || isNarrowed(criteria)), references }),
    image: describePicture(pictures, `contrats.${one.contrat.id}`),
  }));
  return {
    titre: sayTitle(criteria),
    nom: synthese.nom ?? null,
    region: synthese.region ?? criteria.prs?.region ?? null,
    interne: criteria.interne,
    montrePartageable: !criteria.interne,
    recurrence: synthese.recurrence,
    fichesMinimales: synthese.fichesMinimales,
    prs: criteria.prs ? describePrs(criteria.prs) : null,
    annee: criteria.annee?.iso ?? null,
    criteres: stateCriteria(synthese),
    activite: {
      ateliers: describeFigure(activite.ateliers),
      projets: describeFigure(activite.projets),
      ateliersLus: describeFigure(activite.ateliersLus),
      projetsLus: describeFigure(activite.projetsLus),
      annees: activite.annees.map(({ annee, ateliers, depuis }) => ({
        annee,
        ateliers: ateliers ? describeFigure(ateliers) : null,
        depuis: formatOrNull(depuis),
      })),
      debut: formatOrNull(activite.debut),
      participations: activite.participations.map(({ role, figure }) => ({
        role: labelOf(role),
        figure: describeFigure(figure),
      })),
      participationsTues: activite.participationsTues,
      domaines: activite.domaines.map(({ domaine, ateliers }) => ({
        domaine: labelOf(domaine),
        ateliers: describeFigure(ateliers),
      })),
      departements: activite.departements.map(({ departement, ateliers }) => ({
        departement,
        ateliers: describeFigure(ateliers),
      })),
    },
    contrats,
    ...describePlacedInTime(synthese, references),
    images: Object.fromEntries(
      ['frise', 'interventions', 'themes', 'themesParAnnee'].map((name) => [name, describePicture(pictures, name)]),
    ),
    ateliers: synthese.ateliers.map((atelier) => describeAtelier(atelier, criteria.interne, references)),
    projets: synthese.projets.map((projet) => describeProjet(projet, references)),
    projetsInternes: synthese.projetsInternes,
    themes: counts.filter(found).sort(byRecords),
    recurrents: counts.filter(({ recurrent }) => recurrent).sort(byRecords),
    releves: counts.filter((one) => !one.recurrent && found(one)),
    trouves: counts.filter(found),
    absents: counts.filter((one) => !found(one)),
    pistes: {
      toutes: describeFigure(pistes.toutes),
      suivies: describeFigure(pistes.suivies),
      parTheme: pistes.parTheme.map(({ theme, extraits }) => ({
        titre: theme.theme.titre,
        figure: describeFigure(theme.pistes),
        extraits: listed(extraits.map(extrait)),
        tus: theme.pistes.value - extraits.length,
      })),
      sansTheme: group(pistes.sansTheme),
      nonLues: group(pistes.nonLues),
    },
    freins: group(synthese.freins),
    leviers: group(synthese.leviers),
    suites: {
      toutes: describeFigure(suites.toutes),
      tus: suites.toutes.value - suites.lignes.length,
      parEtat: suites.parEtat.map(({ etat, figure }) => ({
        etat: labelOf(etat),
        etats: pluralOf(etat),
        figure: describeFigure(figure),
      })),
      lignes: suites.lignes.map((line) => describeSuite(line, references)),
    },
    comparaison: synthese.comparaison ? describeComparaison(synthese.comparaison, extrait) : null,
    perspectives: {
      figure: describeFigure(perspectives.figure),
      tus: perspectives.parProjet.reduce((left, { extraits }) => left - extraits.length, perspectives.figure.value),
      parProjet: perspectives.parProjet.map(({ projet, extraits }) => ({
        titre: projet.titre,
        extraits: extraits.map(extrait),
        ...referenceTo(projet.file, references),
      })),
    },
    ...describeDocument(synthese, { references, extrait }),
    limites: stateLimits(limites).map(({ figure, ...sentence }) => ({ ...sentence, figure: describeFigure(figure) })),
    internes: describeFigure(limites.internes),
    ecartees: describeFigure(limites.ecartees),
    nonRenseigne: limites.nonRenseigne.map(({ cle, figure }) => ({
      cle: labelOf(cle),
      figure: describeFigure(figure),
    })),
    motsLibres: limites.motsLibres,
    preuves: listProofs(synthese).map(({ titre, ...proofs }) => ({
      titre,
      figures: proofs.figures.map(({ label, figure }) => ({ ...describeFigure(figure), libelle: label })),
      nuls: proofs.zeros.map(({ label, figure }) => ({ ...describeFigure(figure), libelle: label })),
    })),
    fiches: [...synthese.fiches.map((fiche) => describeFiche(fiche, byFile, { references, extrait })), ...contrats],
  };
}

function describeTheme(
  one: ThemeCounts,
  quote: (extraits: readonly Extrait[]) => (DescribedExtrait & { deja: boolean })[],
) {
  return {
    id: one.theme.id,
    titre: one.theme.titre,
    definition: one.theme.definition,
    recurrent: one.recurrent,
    ateliers: describeFigure(one.ateliers),
    projets: describeFigure(one.projets),
    passages: describeFigure(one.passages),
    constats: describeFigure(one.constats),
    pistes: describeFigure(one.pistes),
    extraits: one.extraits.map(({ numero }) => numero),
    sansPassage: describeFigure(one.sansPassage),
    choisis: quote(one.choisis),
  };
}

/** Marks the extracts that the same part of the document has already quoted, so that it need not twice. */
function markRepeats(): (extraits: readonly DescribedExtrait[]) => (DescribedExtrait & { deja: boolean })[] {
  const seen = new Set<number>();
  return (extraits) =>
    extraits.map((extrait) => {
      const deja = seen.has(extrait.numero);
      seen.add(extrait.numero);
      return { ...extrait, deja };
    });
}

type DescribedTheme = ReturnType<typeof describeTheme>;

function byRecords(a: DescribedTheme, b: DescribedTheme): number {
  const records = ({ ateliers, projets }: DescribedTheme) => ateliers.valeur + projets.valeur;
  return records(b) - records(a) || a.titre.localeCompare(b.titre, 'fr');
}

/** A year is named alone, or inside its PRS; what stands after the first comma is printed smaller. */
function sayTitle({ prs, annee, projet, theme, ...criteria }: Criteria): string {
  if (projet) return `${projet.titre}, où en est le projet`;
  if (theme) return `${theme.titre}, tout ce qui en a été dit`;
  if (criteria.public === 'participants') return 'Ce que vous avez dit, et ce que c’est devenu';
  const what = annee ? `Synthèse de l’année ${annee.iso}` : 'Synthèse régionale du partenariat en santé';
  return prs ? `${what}, ${prs.titre}` : what;
}

function describePrs(prs: Prs) {
  return {
    id: prs.id,
    titre: prs.titre,
    debut: formatPartialDate(prs.debut),
    fin: formatOrNull(prs.fin),
    enVigueur: formatOrNull(prs.enVigueur),
    priorites: prs.priorites.map(({ texte }) => texte),
  };
}

function stateCriteria({ criteria }: Synthese): string[] {
  const { depuis, jusqua, departement, brouillons } = criteria;
  return [
    ...(depuis ? [`Depuis : ${formatPartialDate(depuis)}.`] : []),
    ...(jusqua ? [`Jusqu’à : ${formatPartialDate(jusqua)}.`] : []),
    ...(departement ? [`Département : ${departement}.`] : []),
    ...(brouillons ? ['Les brouillons sont comptés.'] : []),
    ...(isNarrowed(criteria) && !criteria.interne
      ? [
          criteria.theme
            ? 'Les fiches internes ne sont pas comptées : comparée à la synthèse de chaque PRS, cette sélection en dirait trop.'
            : 'Avec une année, des dates ou un département, les fiches internes ne sont pas comptées : la sélection en dirait trop.',
        ]
      : []),
  ];
}
