import { UsageError } from '../usage-error.ts';

/** A document of which no record can be made, with a reason short enough for a table; a class, to be caught as any refusal. */
export class RefusedImport extends UsageError {
  readonly reason: string;

  constructor(message: string, reason: string) {
    super(message);
    this.reason = reason;
  }
}

/** Why a document was refused, in a few words: what a table has room for. */
export function shortenRefusal(error: UsageError): string {
  if (error instanceof RefusedImport) return error.reason;
  const bare = error.message.replace(
    /^(?:Ce (?:document|fichier) n’a pas pu être lu : |La fiche n’a pas été écrite(?: : |\. ))/,
    '',
  );
  const [first = bare] = bare.split(/(?:\s:\s|\.\s|\.$|, que cops )/);
  return first
    .replace(/^Ce (?:document|fichier|texte) (?:est |a été )?/, '')
    .replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
}
