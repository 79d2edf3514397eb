import { fold, formatList, quote } from '../french.ts';
import type { Fiche } from '../record/fiche.ts';
import type { Passage } from '../record/passage.ts';
import { toShownText } from '../record/shown-text.ts';
import { UsageError } from '../usage-error.ts';

/** How a person says which passage is followed up: by its name, by a line of the file, or by its first words. */
export interface PisteChoice {
  readonly piste?: string;
  readonly ligne?: string;
  readonly passage?: string;
}

/** What says that a suite follows up no piste. */
export const NO_PISTE = 'aucune';

/** The passage that was meant; undefined where none is. Throws a UsageError where it is not there, or where it may be another. */
export function findPiste(fiche: Fiche, choice: PisteChoice): Passage | undefined {
  const given = Object.entries(choice).filter(([, typed]) => typed !== undefined);
  if (given.length > 1)
    throw new UsageError(
      `${formatList(given.map(([name]) => `--${name}`))} disent chacun de quelle piste il s’agit : gardez-en un.`,
    );
  const { piste, ligne, passage } = choice;
  if (piste !== undefined) return piste === NO_PISTE ? undefined : findByName(fiche, piste);
  if (ligne !== undefined) return findByLine(fiche, ligne);
  if (passage !== undefined) return findByWords(fiche, passage);
  throw new UsageError(
    `Dites ce que la suite suit : --piste p7, --ligne 42, --passage "Les premiers mots", ou --piste ${NO_PISTE}. ${listPistes(fiche)}`,
  );
}

function findByName(fiche: Fiche, typed: string): Passage {
  const name = typed.replace(/^\^/, '').toLowerCase();
  const found = fiche.body.passages.find(({ nom }) => nom === name);
  if (found) return found;
  const names = fiche.body.passages.flatMap(({ nom }) => (nom === undefined ? [] : [`^${nom}`]));
  const known = names.length > 0 ? `les noms y sont ${formatList(names)}` : 'aucun passage n’y a encore de nom';
  throw new UsageError(
    `Aucun passage de ${quote(fiche.id)} ne se nomme ${quote(typed)} ; ${known}. Une piste sans nom se désigne par sa ligne ou ses premiers mots : le nom lui sera donné. ${listPistes(fiche)}`,
  );
}

function findByLine(fiche: Fiche, typed: string): Passage {
  if (!/^\d{1,7}$/.test(typed))
    throw new UsageError(
      `--ligne attend le numéro d’une ligne du fichier, comme 42 ; ${quote(typed)} n’en est pas un.`,
    );
  const line = Number(typed);
  const found = fiche.body.passages.find(({ range }) => range.start.line <= line && line <= range.end.line);
  if (found) return found;
  throw new UsageError(`La ligne ${line} de ${quote(fiche.id)} n’est celle d’aucun passage. ${listPistes(fiche)}`);
}

/** Pistes come before other passages, and a passage whose words are all there before those that only begin so. */
function findByWords(fiche: Fiche, typed: string): Passage {
  const sought = foldWords(typed);
  if (sought === '') throw new UsageError('--passage attend les premiers mots du passage, entre guillemets droits.');
  const begun = fiche.body.passages.filter(({ text }) => foldWords(text).startsWith(sought));
  const pistes = begun.filter(({ nature }) => nature === 'piste');
  const all = pistes.length > 0 ? pistes : begun;
  const whole = all.filter(({ text }) => foldWords(text) === sought);
  const [found, ...others] = whole.length > 0 ? whole : all;
  if (found && others.length === 0) return found;
  if (!found)
    throw new UsageError(
      `Aucun passage de ${quote(fiche.id)} ne commence par ${quote(typed.trim())}. ${listPistes(fiche)}`,
    );
  throw new UsageError(
    `${all.length} passages de ${quote(fiche.id)} commencent par ${quote(typed.trim())} : donnez plus de mots, ou la ligne avec --ligne.${list([found, ...others])}`,
  );
}

function foldWords(text: string): string {
  return fold(text)
    .replace(/^\s*(?:[→⇒➔➜➡]|[-–—]{1,2}>|={1,2}>)/, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function listPistes({ body }: Fiche): string {
  const pistes = body.passages.filter(({ nature }) => nature === 'piste');
  return pistes.length === 0
    ? 'Cette fiche n’a aucune piste : une piste est un passage qui commence par une flèche.'
    : `Les pistes de la fiche :${list(pistes)}`;
}

function list(passages: readonly Passage[]): string {
  return passages.map((passage) => `\n  ligne ${sayPassage(passage)}`).join('');
}

/** « 42 (^p7) : Réunir la filière », cut where it is long. */
export function sayPassage({ range, nom, text }: Passage): string {
  const words = toShownText(text);
  const shown = words.length > LONGEST_SHOWN ? `${words.slice(0, LONGEST_SHOWN - 1).trimEnd()}…` : words;
  return `${range.start.line}${nom === undefined ? '' : ` (^${nom})`} : ${shown}`;
}

/** As many signs as remain readable in a list. */
const LONGEST_SHOWN = 90;
