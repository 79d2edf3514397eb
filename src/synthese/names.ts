import type { Collection } from '../collection.ts';
import { compareText } from '../diagnostic.ts';
import { fold } from '../french.ts';
import type { Suite } from '../record/coded.ts';
import { listInternal } from './internal-records.ts';

/** The names of facilitators that a summary which leaves the centre must not show. */
export interface HiddenNames {
  /** Of those who did not agree in one record at least: never the name of who sees to a suite. */
  readonly somewhere: readonly string[];
  /** Of those who agreed in no record: masked in every text. */
  readonly everywhere: readonly string[];
  /** The files of internal records: no text says their id or their path. */
  readonly records: readonly string[];
}

/** Lists what to hide, of records that are faulty, internal or of another period too; nothing where all may be shown. */
export function listHiddenNames(collection: Pick<Collection, 'files' | 'schemas'>, interne: boolean): HiddenNames {
  if (interne) return { somewhere: [], everywhere: [], records: [] };
  const people = collection.files.flatMap(({ fiche }) => readPeople(fiche?.header.value.coanimation));
  const agreed = new Set(people.filter((one) => one.agreed).map(({ nom }) => fold(nom)));
  const somewhere = [...new Set(people.filter((one) => !one.agreed).map(({ nom }) => nom))].sort(compareText);
  return {
    somewhere,
    everywhere: somewhere.filter((nom) => !agreed.has(fold(nom))),
    records: listInternal(collection).map(({ file }) => file),
  };
}

function readPeople(list: unknown): { nom: string; agreed: boolean }[] {
  return (Array.isArray(list) ? (list as readonly unknown[]) : []).flatMap((one) => {
    const { nom, accord_publication } = (one ?? {}) as { nom?: unknown; accord_publication?: unknown };
    return typeof nom === 'string' && nom.trim() !== ''
      ? [{ nom: nom.trim(), agreed: accord_publication === true }]
      : [];
  });
}

/** « Mme X » or « Dr X » is a person, whoever it is: a structure or a role has no title. */
const CIVILITY = /^(?:M\.|Mr|Mme|Mlle|Monsieur|Madame|Dr|Docteure?|Pr|Professeure?)\s/i;

/** Takes « par » out of a suite where it names a facilitator, their names in any order, or anyone with a civility. */
export function hidePar({ somewhere }: HiddenNames, interne: boolean): (suite: Suite) => Suite {
  if (interne) return (suite) => suite;
  const names = somewhere.map(wordsOf);
  return ({ par, ...suite }) => {
    if (par === undefined) return suite;
    const words = new Set(wordsOf(par));
    const isNamed = names.some((name) => name.length > 0 && name.every((word) => words.has(word)));
    return isNamed || CIVILITY.test(par) ? suite : { ...suite, par };
  };
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[a-z0-9]+/g) ?? [];
}
