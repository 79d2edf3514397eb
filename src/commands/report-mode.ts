import { formatList, quote } from '../french.ts';
import { UsageError } from '../usage-error.ts';
import type { ReportOptions } from './report.ts';

/** What `cops report` does: a summary, the one that a record keeps, or those that are to be renewed. */
export type ReportMode = 'synthese' | 'fiche' | 'refresh';

/** The options that choose no records. */
const PLAIN: readonly string[] = ['directory', 'format', 'output', 'partial', 'words', 'refresh', 'fiche', 'dryRun'];

/** What options ask for. Throws a UsageError for those that do not go together. */
export function readMode(options: ReportOptions): ReportMode {
  const { refresh, fiche, dryRun, words } = options;
  const given = Object.entries(options).flatMap(([key, value]) => (isSaid(key, value) ? [key] : []));
  const choosing = given.filter((key) => !PLAIN.includes(key));
  if (refresh !== undefined) {
    refuse('--refresh', [...choosing, ...given.filter((key) => ['format', 'output', 'fiche'].includes(key))]);
    return 'refresh';
  }
  const [word] = words;
  if (word !== undefined)
    throw new UsageError(
      `« cops report » ne prend pas le mot ${quote(word)} sans option : « --refresh ${word} » renouvelle une synthèse gardée, « --fiche ${word} » l’imprime, « --prs ${word} » fait celle d’un PRS.`,
    );
  if (dryRun) throw new UsageError('--dry-run montre ce que --refresh changerait : ajoutez --refresh, ou retirez-la.');
  if (fiche === undefined) return 'synthese';
  refuse('--fiche', [...choosing.filter((key) => key !== 'interne'), ...given.filter((key) => key === 'partial')]);
  return 'fiche';
}

/** A document is for the funder unless another public is named. */
function isSaid(key: string, value: unknown): boolean {
  return value !== undefined && value !== false && !(key === 'public' && value === 'financeur');
}

function refuse(mode: string, others: readonly string[]): void {
  if (others.length === 0) return;
  const names = formatList(others.map((key) => `--${key}`));
  throw new UsageError(
    `${mode} prend ce que dit l’en-tête de la fiche, et ne se combine pas avec ${names} : retirez l’une ou l’autre.`,
  );
}
