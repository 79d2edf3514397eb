import type { Coded } from '../record/coded.ts';
import type { Nature } from '../record/passage.ts';
import type { Extrait, Extraits } from './extraits.ts';
import type { Figure, FigureMaker } from './figure.ts';
import { isRead, listFollowed, type ThemeCounts } from './themes.ts';

/** Passages of one nature, with those that may be shown. */
export interface PassageCounts {
  readonly figure: Figure;
  readonly extraits: readonly Extrait[];
}

/** The pistes, by theme as they were coded, then without. */
export interface Pistes {
  readonly toutes: Figure;
  /** Those of which it is noted what became of them. */
  readonly suivies: Figure;
  readonly parTheme: readonly { readonly theme: ThemeCounts; readonly extraits: readonly Extrait[] }[];
  /** Coded with no theme, in the records read in full. */
  readonly sansTheme: PassageCounts;
  /** In records not read in full: their theme is unknown. */
  readonly nonLues: PassageCounts;
}

/** Counts the passages of a nature over records. */
export function countPassages(
  id: string,
  nature: Nature,
  { records, maker, extraits }: { records: readonly Coded[]; maker: FigureMaker; extraits: Extraits },
): PassageCounts {
  const found = records.flatMap((record) =>
    record.passages.filter((passage) => passage.nature === nature).map((passage) => ({ record, passage })),
  );
  return {
    figure: maker.count(
      id,
      found.map(({ record, passage }) => ({ record, line: passage.range.start.line })),
    ),
    extraits: extraits.of(found.map(({ passage }) => passage)),
  };
}

/** Sorts the pistes under the themes that a person gave them. */
export function countPistes(
  themes: readonly ThemeCounts[],
  context: { records: readonly Coded[]; maker: FigureMaker; extraits: Extraits },
): Pistes {
  const read = context.records.filter(isRead);
  const withoutTheme = read.map((record) => ({
    ...record,
    passages: record.passages.filter((passage) => passage.themes.length === 0),
  }));
  const toutes = countPassages('pistes.passages', 'piste', context).figure;
  const all = context.records.flatMap((record) => record.passages.map((passage) => ({ record, passage })));
  return {
    toutes,
    suivies: context.maker.count('pistes.suivies', listFollowed(all), toutes.value),
    parTheme: themes
      .map((theme) => ({ theme, extraits: theme.extraits.filter(({ nature }) => nature === 'piste') }))
      .filter(({ theme }) => theme.pistes.value > 0),
    sansTheme: countPassages('pistes.sans-theme', 'piste', { ...context, records: withoutTheme }),
    nonLues: countPassages('pistes.fiches-non-lues', 'piste', {
      ...context,
      records: context.records.filter((record) => !isRead(record)),
    }),
  };
}
