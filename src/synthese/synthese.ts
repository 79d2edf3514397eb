import type { Atelier } from '../atelier/atelier.ts';
import type { Collection } from '../collection.ts';
import { type Contrat, periodOfContrat } from '../contrat/contrat.ts';
import type { Projet } from '../projet/projet.ts';
import type { Coded } from '../record/coded.ts';
import type { Passage } from '../record/passage.ts';
import type { Grille } from '../theme/theme.ts';
import { type Activite, countActivite } from './activite.ts';
import { type Comparaison, compareWith } from './comparaison.ts';
import { type ContratCounts, countContrats, coversWhole, type FiguresOver } from './contrats.ts';
import { countGrille } from './count-grille.ts';
import { type Criteria, coveredPeriod } from './criteria.ts';
import { type Extrait, Extraits } from './extraits.ts';
import { FigureMaker } from './figure.ts';
import { type Limites, stateLimites } from './limites.ts';
import { listFigures } from './list-figures.ts';
import { type HiddenNames, hidePar, listHiddenNames } from './names.ts';
import { countPassages, countPistes, type PassageCounts, type Pistes } from './passages.ts';
import { countPerspectives, findPerspectives, type Perspectives } from './perspectives.ts';
import { countProjets, type ProjetCounts } from './projets.ts';
import { narrowSelection, type Selection } from './select.ts';
import { countSuites, type Suites } from './suites.ts';
import type { ThemeTables } from './theme-tables.ts';
import { countThemeYears, type ThemeYears } from './theme-years.ts';
import { isRead, type ThemeCounts } from './themes.ts';
import { placeInTime, type Timeline } from './timeline.ts';
import { readSections, type WrittenSection } from './written-sections.ts';

/** The regional summary before it is a document: figures with their evidence, and what may be shown of the records. */
export interface Synthese {
  readonly criteria: Criteria;
  /** The centre's name, as the workspace sets it. */
  readonly nom?: string;
  readonly region?: string;
  /** All is invented, and the document says so. */
  readonly exemple?: true;
  /** Every theme that may be named. */
  readonly grille: Grille;
  readonly recurrence: number;
  readonly fichesMinimales: number;
  readonly activite: Activite;
  /** Ateliers that may be named, by date. */
  readonly ateliers: readonly Atelier[];
  readonly projets: readonly ProjetCounts[];
  readonly projetsInternes: number;
  /** The sections of the one projet that is asked for; empty in all other documents. */
  readonly sections: readonly WrittenSection[];
  readonly themes: readonly ThemeCounts[];
  /** Themes by field, and themes that go together. */
  readonly croisements: ThemeTables;
  /** Themes by year; absent where too few ateliers were read. */
  readonly themeYears?: ThemeYears;
  /** What may be shown of ateliers and projets, on the years; absent where there are too few ateliers. */
  readonly timeline?: Timeline;
  readonly pistes: Pistes;
  readonly freins: PassageCounts;
  readonly leviers: PassageCounts;
  readonly suites: Suites;
  readonly perspectives: Perspectives;
  /** What was promised to funders for the period, and what was achieved. */
  readonly contrats: readonly ContratCounts[];
  /** Where an earlier PRS was asked for. */
  readonly comparaison?: Comparaison;
  readonly limites: Limites;
  /** Every passage that bears a figure and may be shown. */
  readonly extraits: readonly Extrait[];
  /** Every record counted that may be named: ateliers by date, then projets; then those of the PRS that it is compared with. */
  readonly fiches: readonly (Atelier | Projet)[];
  /** What no text may show. */
  readonly hiddenNames: HiddenNames;
}

/** Sums up the records that `selectRecords` chose by the criteria. */
export function summarize(collection: Collection, criteria: Criteria, selection: Selection): Synthese {
  const counted = countAll(collection, criteria, selection);
  if (selection.contrats.length === 0) return counted;
  const figuresOver = (contrat: Contrat) => countOver(contrat, { collection, counted, selection });
  const maker = new FigureMaker(criteria);
  return { ...counted, contrats: countContrats(selection.contrats, { maker, figuresOver }) };
}

/** The figures of the days of a contrat. That of a year is the same over any days: it comes from the summary itself. */
function countOver(
  contrat: Contrat,
  { collection, counted, selection }: { collection: Collection; counted: Synthese; selection: Selection },
): FiguresOver {
  const figures = listFigures(counted).flatMap((section) => section.figures);
  const byId = figures.map((figure) => [figure.id, figure] as const);
  const { criteria } = counted;
  if (coversWhole(contrat, coveredPeriod(criteria))) return { figures: new Map(byId), shorter: false };
  const period = periodOfContrat(contrat);
  const shorter = { ...criteria, depuis: contrat.debut, jusqua: contrat.fin };
  const over = countAll(collection, shorter, narrowSelection(selection, period, criteria));
  const ofYears = byId.filter(([id]) => isYearWithin(id, period));
  const own = listFigures(over).flatMap((section) => section.figures.map((figure) => [figure.id, figure] as const));
  return { figures: new Map([...ofYears, ...own]), shorter: true };
}

function isYearWithin(id: string, { first, last }: { first: string; last: string }): boolean {
  const year = /^(?:activite|themes\.[^.]+)\.annees\.(\d{4})(?:\.|$)/.exec(id)?.[1];
  return year !== undefined && first <= `${year}-01-01` && `${year}-12-31` <= last;
}

/** All but the contrats, which are compared with what is counted here. */
function countAll(collection: Collection, criteria: Criteria, selection: Selection): Synthese {
  const { settings, grille, prs, schemas } = collection;
  const { recurrence, fichesMinimales } = settings.seuils;
  const { interne } = criteria;
  const { ateliers, projets } = selection;
  const records: (Atelier | Projet)[] = [...ateliers, ...projets];
  const compared = selection.compared ? [...selection.compared.ateliers, ...selection.compared.projets] : [];
  const all = [...new Set([...records, ...compared])];
  const own = new Set<Coded>(records);
  const maker = new FigureMaker({ interne });
  const isShown = (record: Coded) => maker.isShown(record);
  const specs = schemas.types.get('projet')?.spec.sections ?? [];
  const perspectives = findPerspectives(projets, specs);
  const extraits = new Extraits(
    all,
    (record) => isShown(record) && record.validation === 'valide',
    (record, passage) =>
      own.has(record) ? isQuoted(record, passage, { criteria, perspectives }) : passage.nature === 'piste',
  );
  const { themes, croisements } = countGrille(grille, selection, { criteria, maker, extraits, recurrence });
  const context = { records, maker, extraits };
  const hiddenNames = listHiddenNames(collection, interne);
  const toShown = hidePar(hiddenNames, interne);
  const projetCounts = countProjets(projets, { maker, prs });
  const activite = countActivite(selection, { maker, fichesMinimales, criteria, debut: settings.debut });
  const shown = { ateliers: ateliers.filter(isShown), projets: projetCounts.shown.map(({ projet }) => projet) };
  const themeYears = countThemeYears(themes, { ateliers: shown.ateliers, annees: activite.annees, maker });
  const timeline = placeInTime(shown, coveredPeriod(criteria));
  return {
    criteria,
    ...(settings.nom && { nom: settings.nom }),
    ...(settings.region && { region: settings.region }),
    ...(settings.exemple && { exemple: settings.exemple }),
    grille,
    recurrence,
    fichesMinimales,
    activite,
    ateliers: shown.ateliers,
    projets: projetCounts.shown,
    projetsInternes: projetCounts.internes,
    sections: criteria.projet ? readSections(criteria.projet, { specs, extraits }) : [],
    themes,
    croisements,
    ...(themeYears && { themeYears }),
    ...(timeline && { timeline }),
    pistes: countPistes(themes, context),
    freins: countPassages('freins.passages', 'frein', context),
    leviers: countPassages('leviers.passages', 'levier', context),
    suites: countSuites(records, { maker, toShown }),
    perspectives: countPerspectives(projets, { perspectives, maker, extraits }),
    contrats: [],
    ...(criteria.compare &&
      selection.compared && {
        comparaison: compareWith({ prs: criteria.compare, selection: selection.compared }, themes, {
          grille,
          maker,
          extraits,
          toShown,
        }),
      }),
    limites: stateLimites(selection, { maker, criteria }),
    extraits: extraits.all,
    fiches: all.filter(isShown),
    hiddenNames,
  };
}

/** A projet is quoted whole in its own document, a theme alone in its own; elsewhere what bears a figure is. */
function isQuoted(
  record: Coded,
  passage: Passage,
  { criteria: { projet, theme }, perspectives }: { criteria: Criteria; perspectives: ReadonlySet<Passage> },
): boolean {
  if (projet) return true;
  if (theme) return isRead(record) && passage.themes.some(({ word }) => word === theme.id);
  return perspectives.has(passage) || bearsFigure(record, passage);
}

/** A passage bears a figure where it has a theme in a record read in full, or is a piste, a frein or a levier; so does a perspective. */
function bearsFigure(record: Coded, { nature, themes }: Passage): boolean {
  return nature === 'piste' || nature === 'frein' || nature === 'levier' || (isRead(record) && themes.length > 0);
}
