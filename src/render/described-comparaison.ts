import { formatPartialDate } from '../record/partial-date.ts';
import { type Comparaison, EVOLUTIONS, type Evolution, type ThemeComparaison } from '../synthese/comparaison.ts';
import type { Extrait } from '../synthese/extraits.ts';
import { type DescribedExtrait, describeFigure } from './described-figures.ts';
import { formatOrNull } from './described-records.ts';
import { labelOf, pluralOf } from './labels.ts';

const TITLES: Readonly<Record<Evolution, string>> = {
  apparu: 'Apparus',
  'en-hausse': 'En hausse',
  'en-baisse': 'En baisse',
  disparu: 'Disparus',
  inchange: 'Inchangés',
  retire: 'Retirés de la grille',
};

/** What changed since an earlier PRS, as templates see it. */
export function describeComparaison(
  { prs, ateliersLus, projetsLus, comparable, themes, pistes }: Comparaison,
  extrait: (one: Extrait) => DescribedExtrait,
) {
  const spoken = themes.filter((one) => figuresOf(one).some(({ value }) => value > 0));
  return {
    titre: prs.titre,
    debut: formatPartialDate(prs.debut),
    fin: formatOrNull(prs.fin),
    ateliersLus: describeFigure(ateliersLus),
    projetsLus: describeFigure(projetsLus),
    comparable,
    groupes: groupThemes(spoken, comparable),
    absents: themes.filter((one) => !spoken.includes(one)).map(({ theme }) => theme.titre),
    pistes: {
      toutes: describeFigure(pistes.toutes),
      avecSuite: describeFigure(pistes.avecSuite),
      parEtat: pistes.parEtat.map(({ etat, figure, pistes: shown }) => ({
        etat: labelOf(etat),
        etats: pluralOf(etat),
        figure: describeFigure(figure),
        tus: figure.value - shown.length,
        pistes: shown.map(({ extrait: one, suites }) => ({
          ...extrait(one),
          suites: suites.map(({ objet, par, echeance, le }) => ({
            objet,
            par: par ?? null,
            echeance: formatOrNull(echeance),
            le: formatOrNull(le),
          })),
        })),
      })),
      sansSuite: {
        figure: describeFigure(pistes.sansSuite.figure),
        extraits: pistes.sansSuite.extraits.map(extrait),
        tus: pistes.sansSuite.figure.value - pistes.sansSuite.extraits.length,
      },
      suitesSansPiste: describeFigure(pistes.suitesSansPiste),
    },
  };
}

function figuresOf({ alors, maintenant }: ThemeComparaison) {
  return [alors.ateliers, alors.projets, maintenant.ateliers, maintenant.projets];
}

/** By how they went, the empty groups left out; all in one without a title where nothing can be said of that. */
function groupThemes(themes: readonly ThemeComparaison[], comparable: boolean) {
  const groups = comparable
    ? EVOLUTIONS.map((evolution) => ({
        titre: TITLES[evolution],
        themes: themes.filter((one) => one.evolution === evolution),
      }))
    : [{ titre: null, themes }];
  return groups
    .filter((group) => group.themes.length > 0)
    .map((group) => ({
      titre: group.titre,
      themes: group.themes.map(({ theme, alors, maintenant }) => ({
        id: theme.id,
        titre: theme.titre,
        alors: { ateliers: describeFigure(alors.ateliers), projets: describeFigure(alors.projets) },
        maintenant: { ateliers: describeFigure(maintenant.ateliers), projets: describeFigure(maintenant.projets) },
      })),
    }));
}
