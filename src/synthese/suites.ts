import { type Coded, ETATS_DE_SUITE, type EtatDeSuite, type Suite } from '../record/coded.ts';
import type { Figure, FigureMaker } from './figure.ts';

/** What became of the pistes, by state, and the suites that may be shown. */
export interface Suites {
  readonly toutes: Figure;
  readonly parEtat: readonly { readonly etat: EtatDeSuite; readonly figure: Figure }[];
  readonly lignes: readonly { readonly suite: Suite; readonly record: Coded }[];
}

/** Counts suites; `toShown` takes out of one the names that may not be shown. */
export function countSuites(
  records: readonly Coded[],
  { maker, toShown }: { maker: FigureMaker; toShown: (suite: Suite) => Suite },
): Suites {
  const all = records.flatMap((record) => record.suites.map((suite) => ({ suite, record })));
  const count = (id: string, found: typeof all) =>
    maker.count(
      id,
      found.map(({ record, suite }) => ({ record, line: suite.line })),
    );
  return {
    toutes: count('suites.toutes', all),
    parEtat: ETATS_DE_SUITE.map((etat) => ({
      etat,
      figure: count(
        `suites.${etat}`,
        all.filter(({ suite }) => suite.etat === etat),
      ),
    })).filter(({ figure }) => figure.value > 0),
    lignes: all
      .filter(({ record }) => maker.isShown(record) && record.validation === 'valide')
      .map(({ suite, record }) => ({ suite: toShown(suite), record })),
  };
}
