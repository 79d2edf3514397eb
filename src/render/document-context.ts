import type { EtatDeSuite } from '../record/coded.ts';
import type { Extrait } from '../synthese/extraits.ts';
import type { ProjetCounts } from '../synthese/projets.ts';
import type { Synthese } from '../synthese/synthese.ts';
import type { ThemeCounts } from '../synthese/themes.ts';
import { type DescribedExtrait, describeFigure } from './described-figures.ts';
import { describeProjet, formatOrNull, referenceTo } from './described-records.ts';
import { type DescribedSuite, describeSuite } from './described-suites.ts';
import { labelOf } from './labels.ts';
import type { References } from './references.ts';

interface Describing {
  readonly references: References;
  readonly extrait: (one: Extrait) => DescribedExtrait;
}

/** The variables of the documents of one projet, of one theme and for those who took part; null or empty in the others. */
export function describeDocument(synthese: Synthese, describing: Describing) {
  const { criteria, projets, themes, suites } = synthese;
  const described = suites.lignes.map((line) => describeSuite(line, describing.references));
  const pistes = synthese.extraits.filter(({ nature }) => nature === 'piste').map(describing.extrait);
  return {
    projet: criteria.projet ? describeOne(projets[0], synthese, describing) : null,
    theme: criteria.theme ? describeTheme(themes[0]) : null,
    paroles: criteria.theme ? groupByYear(synthese, describing) : [],
    suivi: followPistes(pistes, described),
    suitesSeules: described.filter(({ extrait }) => extrait === null),
    partages: criteria.public === 'participants' ? listShared(themes, describing) : [],
    devenir: sortByState(synthese, describing),
    croisements: describeCrossings(synthese),
  };
}

/** One projet, with its agreement and its own words. */
function describeOne(counts: ProjetCounts | undefined, { sections }: Synthese, { references, extrait }: Describing) {
  if (!counts) throw new Error('document-context: the document of a projet has no projet');
  const { projet } = counts;
  return {
    ...describeProjet(counts, references),
    date: formatOrNull(projet.convention.date),
    public: projet.convention.public ?? null,
    interventionsMax: projet.interventionsMax ?? null,
    duree: projet.dureeIntervention ?? null,
    reunions: (projet.interventions?.liste ?? []).map(({ date, objet }) => ({
      date: formatOrNull(date),
      objet: objet ?? null,
    })),
    lu: projet.lecture === 'complet',
    valide: projet.validation === 'valide',
    sections: sections.map(({ titre, paroles }) => ({
      titre,
      paroles: paroles.map((one) => ({ ...extrait(one.extrait), sousTitre: one.sousTitres.join(' · ') || null })),
    })),
  };
}

/** One theme, with what belongs to it and what does not. */
function describeTheme(counts: ThemeCounts | undefined) {
  if (!counts) throw new Error('document-context: the document of a theme has no theme');
  const { theme } = counts;
  return {
    id: theme.id,
    titre: theme.titre,
    definition: theme.definition,
    inclure: theme.inclure,
    exclure: theme.exclure,
    candidat: theme.statut === 'candidat',
    recurrent: counts.recurrent,
    ateliers: describeFigure(counts.ateliers),
    projets: describeFigure(counts.projets),
    passages: describeFigure(counts.passages),
    constats: describeFigure(counts.constats),
    pistes: describeFigure(counts.pistes),
    pistesSuivies: describeFigure(counts.pistesSuivies),
    sansPassage: describeFigure(counts.sansPassage),
    nonMontres: {
      figure: describeFigure(counts.passages),
      tus: counts.passages.value - counts.extraits.length,
    },
  };
}

/** What was said by year, then by record: projets at the year in which they began, those without one last. */
function groupByYear({ fiches, extraits }: Synthese, { references, extrait }: Describing) {
  const spoken = fiches
    .map((fiche) => ({ fiche, own: extraits.filter(({ file }) => file === fiche.file) }))
    .filter(({ own }) => own.length > 0)
    .map(({ fiche, own }) => {
      const date = 'sujet' in fiche ? fiche.date : fiche.debut;
      return {
        annee: date?.first.slice(0, 4) ?? null,
        titre: fiche.titre,
        date: formatOrNull(date),
        projet: !('sujet' in fiche),
        situation: 'sujet' in fiche ? fiche.situation : null,
        dits: own.filter(({ nature }) => nature !== 'piste').map(extrait),
        pistes: own.filter(({ nature }) => nature === 'piste').map(extrait),
        ...referenceTo(fiche.file, references),
      };
    });
  const years = [...new Set(spoken.map(({ annee }) => annee))].sort((a, b) => ((a ?? '9999') < (b ?? '9999') ? -1 : 1));
  return years.map((annee) => ({ annee, fiches: spoken.filter((one) => one.annee === annee) }));
}

/** Each piste that may be shown, with what became of it. */
function followPistes(pistes: readonly DescribedExtrait[], suites: readonly DescribedSuite[]) {
  const byPiste = new Map<number, DescribedSuite[]>();
  for (const suite of suites)
    if (suite.extrait !== null) byPiste.set(suite.extrait, [...(byPiste.get(suite.extrait) ?? []), suite]);
  return pistes.map((piste) => ({ ...piste, suites: byPiste.get(piste.numero) ?? [] }));
}

/** What is told first to those who took part: what is done. */
const STATES: readonly EtatDeSuite[] = ['fait', 'en-cours', 'prevu', 'abandonne'];

/** The suites by state; `tus` are counted and not shown. */
function sortByState({ suites: { parEtat, lignes } }: Synthese, { references }: Describing) {
  return STATES.flatMap((state) => {
    const figure = parEtat.find(({ etat }) => etat === state)?.figure;
    if (!figure) return [];
    const own = lignes.filter(({ suite }) => suite.etat === state);
    return [
      {
        etat: state,
        figure: describeFigure(figure),
        lignes: own.map((line) => describeSuite(line, references)),
        tus: figure.value - own.length,
      },
    ];
  });
}

/** The themes that are spoken of, those of the most records first, each with the extracts that no theme before it has. */
function listShared(themes: readonly ThemeCounts[], { extrait }: Describing) {
  const seen = new Set<number>();
  const records = ({ ateliers, projets }: ThemeCounts) => ateliers.value + projets.value;
  return themes
    .filter(({ passages }) => passages.value > 0)
    .sort((a, b) => records(b) - records(a) || a.theme.titre.localeCompare(b.theme.titre, 'fr'))
    .map(({ theme, ateliers, projets, passages, choisis, extraits }) => {
      const own = choisis.filter(({ numero }) => !seen.has(numero)).slice(0, MOST_EXTRAITS);
      for (const { numero } of own) seen.add(numero);
      return {
        titre: theme.titre,
        definition: theme.definition,
        ateliers: describeFigure(ateliers),
        projets: describeFigure(projets),
        passages: describeFigure(passages),
        extraits: own.map(extrait),
        autres: extraits.length - own.length,
      };
    });
}

/** Of a theme, those who took part read so many: the whole is in the summary. */
const MOST_EXTRAITS = 2;

function describeCrossings({ croisements: { domaines, parDomaine, ensemble } }: Synthese) {
  return {
    domaines: domaines.map(labelOf),
    lignes: parDomaine.map(({ theme, cases }) => ({
      titre: theme.titre,
      cases: cases.map(({ domaine, ateliers }) => ({ domaine: labelOf(domaine), ateliers: describeFigure(ateliers) })),
    })),
    ensemble: ensemble.map(({ theme, autre, ateliers, projets }) => ({
      titre: theme.titre,
      autre: autre.titre,
      ateliers: describeFigure(ateliers),
      projets: describeFigure(projets),
    })),
  };
}
