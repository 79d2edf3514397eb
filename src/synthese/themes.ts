import type { Atelier } from '../atelier/atelier.ts';
import type { Projet } from '../projet/projet.ts';
import type { Coded } from '../record/coded.ts';
import type { Nature, Passage } from '../record/passage.ts';
import type { Grille, Theme } from '../theme/theme.ts';
import { chooseExtraits, type Extrait, type Extraits } from './extraits.ts';
import { type Evidence, type Figure, type FigureMaker, wholeRecords } from './figure.ts';

/** What was said of a theme in the records read in full. */
export interface ThemeCounts {
  readonly theme: Theme;
  readonly ateliers: Figure;
  readonly projets: Figure;
  readonly passages: Figure;
  readonly constats: Figure;
  readonly pistes: Figure;
  /** Among these pistes, those of which it is noted what became of them. */
  readonly pistesSuivies: Figure;
  /** Records that declare it without a passage: counted in no other figure. */
  readonly sansPassage: Figure;
  /** Found in enough records. */
  readonly recurrent: boolean;
  /** All that may be shown, and what is shown beside the figures. */
  readonly extraits: readonly Extrait[];
  readonly choisis: readonly Extrait[];
}

/** A passage of a record. */
export interface CodedPassage {
  readonly record: Coded;
  readonly passage: Passage;
}

/** Counts each theme of the grille over the records read in full; a theme that nothing speaks of has zeros. */
export function countThemes(
  grille: Grille,
  records: { ateliers: readonly Atelier[]; projets: readonly Projet[] },
  { maker, extraits, recurrence }: { maker: FigureMaker; extraits: Extraits; recurrence: number },
): ThemeCounts[] {
  const ateliers = records.ateliers.filter(isRead);
  const projets = records.projets.filter(isRead);
  const coded = groupByTheme([...ateliers, ...projets]);
  const counted = [...records.ateliers, ...records.projets];
  return [...grille.values()].map((theme) => {
    const passages = coded.get(theme.id) ?? [];
    const first = firstPassages(passages);
    const within = (all: readonly Coded[]) => all.filter((record) => first.has(record));
    const id = `themes.${theme.id}`;
    const evidence = (wanted?: Nature) =>
      passages
        .filter(({ passage }) => wanted === undefined || passage.nature === wanted)
        .map(({ record, passage }) => ({ record, line: passage.range.start.line }));
    const followed = listFollowed(passages);
    const inAteliers = within(ateliers);
    const inProjets = within(projets);
    const shown = extraits.of(passages.map(({ passage }) => passage));
    const declared = counted.filter((record) => record.themesDeclares.includes(theme.id) && !first.has(record));
    return {
      theme,
      ateliers: maker.count(`${id}.ateliers`, linesOf(inAteliers, first), ateliers.length),
      projets: maker.count(`${id}.projets`, linesOf(inProjets, first), projets.length),
      passages: maker.count(`${id}.passages`, evidence()),
      constats: maker.count(`${id}.constats`, evidence('constat')),
      pistes: maker.count(`${id}.pistes`, evidence('piste')),
      pistesSuivies: maker.count(`${id}.pistes-suivies`, followed, evidence('piste').length),
      sansPassage: maker.count(`${id}.sans-passage`, wholeRecords(declared)),
      recurrent: inAteliers.length + inProjets.length >= recurrence,
      extraits: shown,
      choisis: chooseExtraits(shown),
    };
  });
}

/** Whether a record was read in full with the grille: the base of every theme. */
export function isRead({ lecture }: Coded): boolean {
  return lecture === 'complet';
}

/** The pistes that a suite of their record names. */
export function listFollowed(passages: readonly CodedPassage[]): Evidence[] {
  return passages
    .filter(({ record, passage: { nature, nom } }) => {
      return nature === 'piste' && nom !== undefined && record.suites.some(({ piste }) => piste === nom);
    })
    .map(({ record, passage }) => ({ record, line: passage.range.start.line }));
}

function groupByTheme(records: readonly Coded[]): Map<string, CodedPassage[]> {
  const groups = new Map<string, CodedPassage[]>();
  for (const record of records) {
    for (const passage of record.passages) {
      for (const word of new Set(passage.themes.map((theme) => theme.word))) {
        const group = groups.get(word);
        if (group) group.push({ record, passage });
        else groups.set(word, [{ record, passage }]);
      }
    }
  }
  return groups;
}

/** A record that speaks of a theme is proved by the first passage that does. */
function firstPassages(passages: readonly CodedPassage[]): Map<Coded, Passage> {
  const first = new Map<Coded, Passage>();
  for (const { record, passage } of passages) if (!first.has(record)) first.set(record, passage);
  return first;
}

function linesOf(records: readonly Coded[], first: ReadonlyMap<Coded, Passage>): Evidence[] {
  return records.map((record) => ({ record, line: first.get(record)?.range.start.line ?? 1 }));
}
