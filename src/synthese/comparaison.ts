import type { Prs } from '../prs/prs.ts';
import type { Coded, EtatDeSuite, Suite } from '../record/coded.ts';
import type { Passage } from '../record/passage.ts';
import type { Grille, Theme } from '../theme/theme.ts';
import type { Extrait, Extraits } from './extraits.ts';
import { type Figure, type FigureMaker, wholeRecords } from './figure.ts';
import type { Selection } from './select.ts';
import { countThemes, isRead, type ThemeCounts } from './themes.ts';

/** What changed since an earlier PRS, and what became of the pistes of that time. */
export interface Comparaison {
  readonly prs: Prs;
  readonly ateliersLus: Figure;
  readonly projetsLus: Figure;
  /** Enough ateliers are read in both periods to say that a theme rises or falls. */
  readonly comparable: boolean;
  /** In the order of the grille. */
  readonly themes: readonly ThemeComparaison[];
  readonly pistes: PistesSuivies;
}

/** A theme in the records read then and now: figures of the two periods, each out of what was read. */
export interface ThemeComparaison {
  readonly theme: Theme;
  readonly alors: { readonly ateliers: Figure; readonly projets: Figure };
  readonly maintenant: { readonly ateliers: Figure; readonly projets: Figure };
  /** Judged by the ateliers alone; absent where too few are read to say. */
  readonly evolution?: Evolution;
}

/** How a theme went, in the order in which it is said; one that left the grille was not looked for. */
export const EVOLUTIONS = ['apparu', 'en-hausse', 'en-baisse', 'disparu', 'inchange', 'retire'] as const;
/** One of them. */
export type Evolution = (typeof EVOLUTIONS)[number];

/** What became of the pistes of the earlier period, as its records say it now. */
export interface PistesSuivies {
  readonly toutes: Figure;
  readonly avecSuite: Figure;
  /** A piste with several suites is under each of their states. */
  readonly parEtat: readonly {
    readonly etat: EtatDeSuite;
    readonly figure: Figure;
    readonly pistes: readonly PisteSuivie[];
  }[];
  readonly sansSuite: { readonly figure: Figure; readonly extraits: readonly Extrait[] };
  /** Suites of the same records that name no piste. */
  readonly suitesSansPiste: Figure;
}

/** A piste that may be shown, with its suites of one state. */
export interface PisteSuivie {
  readonly extrait: Extrait;
  readonly suites: readonly Suite[];
}

/** Under this many ateliers read in either period, two fractions are said and not compared. */
const ATELIERS_TO_COMPARE = 5;

/** The states of suites, what is done first. */
const ETATS: readonly EtatDeSuite[] = ['fait', 'en-cours', 'prevu', 'abandonne'];

interface Means {
  readonly grille: Grille;
  readonly maker: FigureMaker;
  readonly extraits: Extraits;
  /** Takes out of a suite the names that may not be shown. */
  readonly toShown: (suite: Suite) => Suite;
}

/** Compares the themes counted now with those of the records of an earlier PRS, and follows up the pistes of these. */
export function compareWith(
  { prs, selection }: { prs: Prs; selection: Selection },
  now: readonly ThemeCounts[],
  means: Means,
): Comparaison {
  const { maker, grille, extraits } = means;
  const { ateliers, projets } = selection;
  const then = new Map(
    countThemes(grille, selection, { maker, extraits, recurrence: Number.POSITIVE_INFINITY }).map((one) => [
      one.theme.id,
      one,
    ]),
  );
  const themes = now.flatMap((one) => {
    const before = then.get(one.theme.id);
    return before ? [compareTheme(before, one, maker)] : [];
  });
  return {
    prs,
    ateliersLus: maker.count('comparaison.ateliers-lus', wholeRecords(ateliers.filter(isRead)), ateliers.length),
    projetsLus: maker.count('comparaison.projets-lus', wholeRecords(projets.filter(isRead)), projets.length),
    comparable: themes.some(({ evolution }) => evolution !== undefined),
    themes,
    pistes: followPistes([...ateliers, ...projets], means),
  };
}

function compareTheme(before: ThemeCounts, now: ThemeCounts, maker: FigureMaker): ThemeComparaison {
  const id = `comparaison.themes.${now.theme.id}`;
  const evolution = judge(now.theme, before.ateliers, now.ateliers);
  return {
    theme: now.theme,
    alors: {
      ateliers: maker.repeat(`${id}.ateliers`, before.ateliers.value, before.ateliers),
      projets: maker.repeat(`${id}.projets`, before.projets.value, before.projets),
    },
    maintenant: { ateliers: now.ateliers, projets: now.projets },
    ...(evolution && { evolution }),
  };
}

/** Two fractions are compared exactly, by the products of one's value and the other's base: 3/8 and 1/5 as 15 and 8. */
function judge({ statut }: Theme, before: Figure, now: Figure): Evolution | undefined {
  const [baseBefore = 0, baseNow = 0] = [before.base, now.base];
  if (baseBefore < ATELIERS_TO_COMPARE || baseNow < ATELIERS_TO_COMPARE) return undefined;
  if (statut === 'retire') return 'retire';
  if (before.value === 0 && now.value > 0) return 'apparu';
  if (before.value > 0 && now.value === 0) return 'disparu';
  const difference = now.value * baseBefore - before.value * baseNow;
  if (difference === 0) return 'inchange';
  return difference > 0 ? 'en-hausse' : 'en-baisse';
}

/** A piste, and the suites of its record that name it. */
interface Followed {
  readonly record: Coded;
  readonly passage: Passage;
  readonly suites: readonly Suite[];
}

function followPistes(records: readonly Coded[], { maker, extraits, toShown }: Means): PistesSuivies {
  const pistes = records.flatMap((record) =>
    record.passages
      .filter(({ nature }) => nature === 'piste')
      .map((passage) => ({ record, passage, suites: suitesOf(record, passage) })),
  );
  const count = (id: string, found: readonly Followed[], base?: number) =>
    maker.count(
      `comparaison.pistes.${id}`,
      found.map(({ record, passage }) => ({ record, line: passage.range.start.line })),
      base,
    );
  const followed = pistes.filter(({ suites }) => suites.length > 0);
  const alone = pistes.filter(({ suites }) => suites.length === 0);
  const named = new Set(followed.flatMap(({ suites }) => suites));
  const others = records.flatMap((record) =>
    record.suites.filter((suite) => !named.has(suite)).map(({ line }) => ({ record, line })),
  );
  return {
    toutes: count('toutes', pistes),
    avecSuite: count('avec-suite', followed, pistes.length),
    parEtat: ETATS.map((etat) => {
      const found = followed.filter(({ suites }) => suites.some((suite) => suite.etat === etat));
      const show = ({ passage, suites }: Followed) =>
        extraits.of([passage]).map((extrait) => ({
          extrait,
          suites: suites.filter((suite) => suite.etat === etat).map(toShown),
        }));
      return { etat, figure: count(etat, found, pistes.length), pistes: found.flatMap(show) };
    }).filter(({ figure }) => figure.value > 0),
    sansSuite: {
      figure: count('sans-suite', alone, pistes.length),
      extraits: extraits.of(alone.map(({ passage }) => passage)),
    },
    suitesSansPiste: maker.count('comparaison.suites-sans-piste', others),
  };
}

function suitesOf({ suites }: Coded, { nom }: Passage): readonly Suite[] {
  return nom === undefined ? [] : suites.filter(({ piste }) => piste === nom);
}
