import { UsageError } from '../../usage-error.ts';

/** A text of 200 pages has 600 000 signs. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Refuses a text that is too long to be one report. */
export function checkLength(bytes: number): void {
  if (bytes > MOST_BYTES)
    throw new UsageError(
      `Ce texte est trop long pour être un compte rendu (${Math.ceil(bytes / 1024 / 1024)} Mo, pour ${MOST_BYTES / 1024 / 1024} au plus) : importez-le par parties.`,
    );
}

/** Says which encoding was read, where it is not the usual one. */
export function sayEncoding(encoding: string | undefined): string[] {
  if (encoding === undefined) return [];
  const name = encoding === 'windows-1252' ? 'Windows-1252 (« ANSI »)' : 'UTF-16';
  return [`Ce texte est enregistré en ${name} : il a été lu ainsi, vérifiez-en les accents.`];
}
