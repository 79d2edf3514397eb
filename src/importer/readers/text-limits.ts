import { UsageError } from '../../usage-error.ts';

/** A text of 200 pages has 600 000 signs. */
const MOST_BYTES = 1024 * 1024;

/** Refuses a text that is too long to be one report. */
export function checkLength(bytes: number): void {
  if (bytes > MOST_BYTES)
    throw new UsageError(
      `Ce texte est trop long pour être un compte rendu (${Math.ceil(bytes / 1024 / 1024)} Mo, pour ${MOST_BYTES / 1024 / 1024} au plus) : importez-le par parties.`,
    );
}

/** Starts and ends of elements: a Word file of 200 pages has a hundred thousand, and each weighs a kilobyte once read. */
const MOST_TAGS = 250_000;

/** Refuses a marked-up text of more elements than any report has, before it is parsed. */
export function checkTags(text: string): void {
  let tags = 0;
  for (let at = text.indexOf('<'); at >= 0 && tags <= MOST_TAGS; at = text.indexOf('<', at + 1)) tags++;
  if (tags > MOST_TAGS)
    throw new UsageError(
      'Ce document est trop long pour être un compte rendu (plus de 500 pages) : importez-le par parties.',
    );
}

/** Says which encoding was read, where it is not the usual one. */
export function sayEncoding(encoding: string | undefined): string[] {
  if (encoding === undefined) return [];
  const name = encoding === 'windows-1252' ? 'Windows-1252 (« ANSI »)' : 'UTF-16';
  return [`Ce texte est enregistré en ${name} : il a été lu ainsi, vérifiez-en les accents.`];
}
