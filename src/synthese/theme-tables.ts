import type { Atelier } from '../atelier/atelier.ts';
import { compareText } from '../diagnostic.ts';
import type { Projet } from '../projet/projet.ts';
import type { Coded } from '../record/coded.ts';
import type { Grille, Theme } from '../theme/theme.ts';
import { FEWEST_ATELIERS } from './annees.ts';
import { type Figure, type FigureMaker, wholeRecords } from './figure.ts';
import { isRead } from './themes.ts';

/** Themes by the fields of the ateliers that speak of them, and themes that the same records speak of; empty under five ateliers. */
export interface ThemeTables {
  /** The fields, in the order of their words: the columns of the table. */
  readonly domaines: readonly string[];
  /** The themes of which an atelier of a field speaks, in the order of the grille. */
  readonly parDomaine: readonly {
    readonly theme: Theme;
    readonly cases: readonly { readonly domaine: string; readonly ateliers: Figure }[];
  }[];
  /** The pairs that enough records speak of, those of the most records first. */
  readonly ensemble: readonly {
    readonly theme: Theme;
    readonly autre: Theme;
    readonly ateliers: Figure;
    readonly projets: Figure;
  }[];
}

/** What the tables are made over. */
interface Counting {
  readonly maker: FigureMaker;
  readonly recurrence: number;
}

/** Crosses themes with fields, and themes with each other, over the records read in full. */
export function crossThemes(
  grille: Grille,
  records: { ateliers: readonly Atelier[]; projets: readonly Projet[] },
  counting: Counting,
): ThemeTables {
  const ateliers = records.ateliers.filter(isRead).map(findFirstLines);
  const projets = records.projets.filter(isRead).map(findFirstLines);
  return {
    ...crossDomaines(grille, ateliers, counting),
    ensemble: ateliers.length < FEWEST_ATELIERS ? [] : pairThemes(grille, { ateliers, projets }, counting),
  };
}

/** A record, and the line of its first passage on each theme, by id. */
interface Spoken<T extends Coded = Coded> {
  readonly record: T;
  readonly lines: ReadonlyMap<string, number>;
}

function findFirstLines<T extends Coded>(record: T): Spoken<T> {
  const lines = new Map<string, number>();
  for (const { themes, range } of record.passages)
    for (const { word } of themes) if (!lines.has(word)) lines.set(word, range.start.line);
  return { record, lines };
}

/** Over the ateliers that may be shown alone: a field would point at an internal one. */
function crossDomaines(
  grille: Grille,
  ateliers: readonly Spoken<Atelier>[],
  { maker }: Counting,
): Pick<ThemeTables, 'domaines' | 'parDomaine'> {
  const known = ateliers.filter(({ record }) => maker.isShown(record) && record.domaine !== undefined);
  if (known.length < FEWEST_ATELIERS) return { domaines: [], parDomaine: [] };
  const domaines = [...new Set(known.flatMap(({ record }) => record.domaine ?? []))].sort(compareText);
  const parDomaine = [...grille.values()]
    .filter((theme) => known.some(({ lines }) => lines.has(theme.id)))
    .map((theme) => ({
      theme,
      cases: domaines.map((domaine) => {
        const within = known.filter(({ record }) => record.domaine === domaine);
        const evidence = within.flatMap(({ record, lines }) => {
          const line = lines.get(theme.id);
          return line === undefined ? [] : [{ record, line }];
        });
        return { domaine, ateliers: maker.count(`themes.${theme.id}.domaines.${domaine}`, evidence, within.length) };
      }),
    }));
  return { domaines, parDomaine };
}

/** Two themes go together where the same record speaks of both, in one passage or in two. */
function pairThemes(
  grille: Grille,
  { ateliers, projets }: { ateliers: readonly Spoken[]; projets: readonly Spoken[] },
  { maker, recurrence }: Counting,
): ThemeTables['ensemble'] {
  const order = [...grille.values()];
  const together = (pair: readonly Theme[], records: readonly Spoken[]) =>
    records.filter(({ lines }) => pair.every(({ id }) => lines.has(id))).map(({ record }) => record);
  const pairs = order.flatMap((theme, index) =>
    order.slice(index + 1).flatMap((autre) => {
      const found = { ateliers: together([theme, autre], ateliers), projets: together([theme, autre], projets) };
      if (found.ateliers.length + found.projets.length < recurrence) return [];
      const id = `themes.${theme.id}.avec.${autre.id}`;
      return [
        {
          theme,
          autre,
          ateliers: maker.count(`${id}.ateliers`, wholeRecords(found.ateliers), ateliers.length),
          projets: maker.count(`${id}.projets`, wholeRecords(found.projets), projets.length),
        },
      ];
    }),
  );
  const records = ({ ateliers: a, projets: p }: (typeof pairs)[number]) => a.value + p.value;
  return pairs.sort((a, b) => records(b) - records(a));
}
