import { type Collection, KNOWN_TYPES } from '../collection.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { formatCount, formatList, quote } from '../french.ts';
import { findTypeOfFolder } from '../record/fiche.ts';
import type { Io } from './io.ts';
import { paintFor } from './paint.ts';

/** Why nothing was looked at. */
export function sayNothing(paths: readonly string[]): string {
  return paths.length > 0
    ? `Aucune fiche à cet endroit (${paths.join(', ')}) : rien n’a été vérifié.`
    : 'Cet espace ne contient aucune fiche : rien n’a été vérifié. Commencez par « cops new atelier ».';
}

/** How many files of each type were looked at, in the order of the types; a file of none is « autre ». */
export function countByType({ files, schemas }: Collection, shown: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  if (shown.length === 0) return counts;
  const isShown = new Set(shown);
  for (const type of EVERYWHERE) if (schemas.types.has(type)) counts.set(type, 0);
  for (const { file, fiche } of files) {
    if (!isShown.has(file)) continue;
    const type = (fiche?.type ?? findTypeOfFolder(file, schemas))?.name ?? OTHER;
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return counts;
}

const OTHER = 'autre';

/** Not every centre keeps its contrats or its syntheses here: where there is none, nothing is said of them. */
const EVERYWHERE = KNOWN_TYPES.filter((type) => type !== 'contrat' && type !== 'synthese');

/** The words of the last line: « prs » is an acronym, and a type of the workspace's own is named as it is. */
const NAMES: Record<string, [string, string]> = {
  atelier: ['atelier', 'ateliers'],
  projet: ['projet', 'projets'],
  theme: ['thème', 'thèmes'],
  prs: ['PRS', 'PRS'],
  contrat: ['contrat', 'contrats'],
  synthese: ['synthèse', 'synthèses'],
  autre: ['fichier sans type', 'fichiers sans type'],
};

/** What was looked at and what was found there. */
export interface CheckSummary {
  readonly counts: ReadonlyMap<string, number>;
  readonly diagnostics: readonly Diagnostic[];
  readonly strict: boolean;
  /** The version since which records are shown; undefined where all are. */
  readonly since: string | undefined;
}

/** The last line of `cops check`. */
export function summarize({ counts, diagnostics, strict, since }: CheckSummary, io: Io): string {
  const verdict = sayVerdict(diagnostics, strict, io);
  const looked = [...counts].map(([type, count]) => {
    const [singular, plural] = NAMES[type] ?? [`fiche ${quote(type)}`, `fiches ${quote(type)}`];
    return formatCount(count, singular, plural);
  });
  const place = since === undefined ? '' : ` depuis ${since === 'HEAD' ? 'le dernier commit' : quote(since)}`;
  if (looked.length > 0)
    return `Vérifié${place && `, parmi ce qui a changé${place}`} : ${formatList(looked)} ; ${verdict}.`;
  return place ? `Aucune fiche modifiée ni ajoutée${place} ; ${verdict}.` : `Aucune fiche vérifiée ; ${verdict}.`;
}

function sayVerdict(diagnostics: readonly Diagnostic[], strict: boolean, io: Io): string {
  const paint = paintFor(io.stderr, io);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const weight = `, qui compte${warnings > 1 ? 'nt' : ''} comme ${warnings > 1 ? 'des erreurs' : 'une erreur'} (--strict)`;
  const found = [
    ...(errors > 0 ? [paint.error(formatCount(errors, 'erreur'))] : []),
    ...(warnings > 0 ? [paint.warning(formatCount(warnings, 'avertissement'))] : []),
  ];
  if (found.length === 0) return 'aucune faute';
  return `${formatList(found)}${strict && warnings > 0 ? weight : ''}`;
}

/** How many faults stand in records that did not change, and how to see them. */
export function sayHidden(count: number): string {
  const faults = formatCount(count, 'faute', 'fautes');
  const verb = count > 1 ? 'ne sont pas montrées' : 'n’est pas montrée';
  return `${faults} dans d’autres fichiers ${verb}, car ils n’ont pas changé : sans --changed, « cops check » dit tout.`;
}
