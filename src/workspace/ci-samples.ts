import { posix } from 'node:path';
import { quote } from '../french.ts';
import { UsageError } from '../usage-error.ts';

/** What may run `cops check` by itself, each with its files in `templates/ci`. */
export const CI_SAMPLES = ['github', 'gitlab', 'pre-commit'] as const;
/** One of them. */
export type CiSample = (typeof CI_SAMPLES)[number];

/** Whether a file is run, rather than read. */
export function isExecutable(file: string): boolean {
  return /(?:^|\/)\.githooks\/[^/]+$/.test(file);
}

/**
 * A sample as it is to be written: forges and git read it at the top of the repository only, from which it must know the way
 * to the workspace. Throws a UsageError where that way cannot be written between quotation marks.
 */
export function placeSample([file, text]: readonly [string, string], prefix: string): [file: string, text: string] {
  if (prefix === '') return [file, text];
  if (/["$`\\\p{Cc}]/u.test(prefix))
    throw new UsageError(
      `Le chemin ${quote(prefix.replace(/\p{Cc}/gu, ' '))} contient un signe que ces fichiers ne peuvent pas porter (", $, \`, \\) : renommez ce dossier. Rien n’a été écrit.`,
    );
  const up = '../'.repeat(prefix.split('/').length);
  return [posix.join(up, file), text.replaceAll('"."', `"${prefix}"`)];
}
