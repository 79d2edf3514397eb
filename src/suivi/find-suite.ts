import { fold, formatList, quote } from '../french.ts';
import { toShownText } from '../record/shown-text.ts';
import { UsageError } from '../usage-error.ts';
import type { FollowedSuite } from './list-suites.ts';

/** The suite of a record that a person names by its number or by its piste. Throws a UsageError where it is not there, or where it may be another. */
export function findSuite(
  suites: readonly FollowedSuite[],
  { id, asked = '' }: { id: string; asked: string | undefined },
): FollowedSuite {
  if (suites.length === 0)
    throw new UsageError(`${quote(id)} n’a aucune suite : « cops suivi add ${id} » en note une.`);
  const name = /^\^?(p\d+)$/i.exec(asked.trim())?.[1]?.toLowerCase();
  if (asked.trim() === '')
    throw new UsageError(
      `Dites quelle suite changer, après la fiche : par sa piste, comme p7, ou par son numéro.${list(suites)}`,
    );
  const number = /^\d+$/.test(asked.trim()) ? Number(asked) : undefined;
  if (name === undefined && number === undefined)
    throw new UsageError(
      `${quote(asked)} n’est ni le nom d’une piste, comme p7, ni le numéro d’une suite, comme 2.${list(suites)}`,
    );
  const found = suites.filter((one) => (name === undefined ? one.number === number : one.suite.piste === name));
  const [first] = found;
  if (first && found.length === 1) return first;
  if (!first && name !== undefined)
    throw new UsageError(
      `Aucune suite de ${quote(id)} ne suit la piste ${quote(`^${name}`)} : « cops suivi add ${id} » en note une.${list(suites)}`,
    );
  if (!first) throw new UsageError(`${quote(id)} n’a pas de suite n° ${asked.trim()}.${list(suites)}`);
  throw new UsageError(
    `${found.length} suites de ${quote(id)} suivent la piste ${quote(`^${name}`)} : donnez le numéro de la bonne, ${formatList(
      found.map((one) => String(one.number)),
      'ou',
    )}.${list(found)}`,
  );
}

/** The suite that says already what is to be added; none where it is new. */
export function findSame(
  suites: readonly FollowedSuite[],
  { piste, objet }: { piste: string | undefined; objet: string },
): FollowedSuite | undefined {
  const same = (text: string) =>
    fold(text)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return suites.find(({ suite }) => suite.piste === piste && same(suite.objet) === same(objet));
}

function list(suites: readonly FollowedSuite[]): string {
  const lines = suites.map(({ number, suite: { piste, objet } }) => {
    const words = toShownText(objet);
    return `\n  ${number}${piste === undefined ? '' : ` (^${piste})`} : ${words}`;
  });
  return ` Ses suites :${lines.join('')}`;
}
