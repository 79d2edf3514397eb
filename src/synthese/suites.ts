import type { Atelier } from '../atelier/atelier.ts';
import { fold } from '../french.ts';
import { type Coded, ETATS_DE_SUITE, type EtatDeSuite, type Suite } from '../record/coded.ts';
import type { Figure, FigureMaker } from './figure.ts';

/** What became of the pistes, by state, and the suites that may be shown. */
export interface Suites {
  readonly toutes: Figure;
  readonly parEtat: readonly { readonly etat: EtatDeSuite; readonly figure: Figure }[];
  readonly lignes: readonly { readonly suite: Suite; readonly record: Coded }[];
}

/** Counts suites; a facilitator's name is taken out of « par » unless names may be shown or were agreed to. */
export function countSuites(
  records: readonly Coded[],
  { maker, ateliers, interne }: { maker: FigureMaker; ateliers: readonly Atelier[]; interne: boolean },
): Suites {
  const toShown = hideNames(ateliers, interne);
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

/** Takes a name out of « par » unless names may be shown: that of a facilitator who did not agree, or of anyone with a civility. */
export function hideNames(ateliers: readonly Atelier[], interne: boolean): (suite: Suite) => Suite {
  if (interne) return (suite) => suite;
  const withheld = new Set(
    ateliers.flatMap(({ coanimation }) => coanimation.filter((one) => !one.accordPublication).map(({ nom }) => nom)),
  );
  return (suite) => withoutName(suite, withheld);
}

/** « Mme X » or « Dr X » is a person, whoever it is: a structure or a role has no title. */
const CIVILITY = /^(?:M\.|Mr|Mme|Mlle|Monsieur|Madame|Dr|Docteure?|Pr|Professeure?)\s/i;

function withoutName({ par, ...suite }: Suite, withheld: ReadonlySet<string>): Suite {
  const isNamed = par !== undefined && [...withheld].some((nom) => fold(par).includes(fold(nom)));
  return par === undefined || isNamed || CIVILITY.test(par) ? suite : { ...suite, par };
}
