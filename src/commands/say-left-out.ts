import { formatCount, formatList } from '../french.ts';
import type { LeftOut } from '../importer/imported-record.ts';

/** How each kind is counted. */
const KINDS: readonly (readonly [kind: LeftOut['kind'], singular: string, plural: string])[] = [
  ['nom', 'nom de personne', 'noms de personnes'],
  ['adresse électronique', 'adresse électronique', 'adresses électroniques'],
  ['numéro de téléphone', 'numéro de téléphone', 'numéros de téléphone'],
  ['numéro de sécurité sociale', 'numéro de sécurité sociale', 'numéros de sécurité sociale'],
];

/** Says how many names and data a record does not hold, and none of them; undefined where it holds all. */
export function sayLeftOut(leftOut: readonly LeftOut[]): string | undefined {
  const counted = KINDS.flatMap(([kind, singular, plural]) => {
    const count = leftOut.filter((one) => one.kind === kind).length;
    return count === 0 ? [] : [{ count, text: formatCount(count, singular, plural) }];
  });
  if (counted.length === 0) return undefined;
  return `Laissés de côté : ${formatList(counted.map(({ text }) => text))}. Pour les garder, dans une fiche interne, ajoutez --garder-noms.`;
}
