import { formatCount, formatList } from '../french.ts';
import { listMoved, type MovedFigure, nameFigure, sayNumber } from '../synthese/compare-content.ts';
import { findWorkspace } from '../workspace/find-workspace.ts';
import { rewriteRecord } from '../workspace/rewrite-record.ts';
import { formatTable } from './format-table.ts';
import { type Io, type Outcome, print, widthOf } from './io.ts';
import { findSyntheses, requireSound } from './kept-syntheses.ts';
import { paintFor } from './paint.ts';
import { type RenewedFiche, renewFiche, sayBlocks, sayQuotes } from './renew-fiche.ts';
import { readChecked } from './select-synthese.ts';
import { tell } from './wrap.ts';

/** What `cops report --refresh` was asked. */
export interface RefreshOptions {
  readonly directory: string;
  /** Ids or paths; all that are kept where none is named. */
  readonly asked: readonly string[];
  /** Says what would change, and writes nothing. */
  readonly dryRun: boolean;
  readonly partial: boolean;
}

/** Renews the computed blocks of the summaries that are kept as records, and says what changed. Where one may not be renewed, none is. */
export async function refreshSyntheses(options: RefreshOptions, io: Io): Promise<Outcome> {
  const { asked, dryRun, partial } = options;
  const root = findWorkspace(options.directory);
  const checked = await readChecked(root, io);
  const renewed = findSyntheses(asked, checked, { root, io }).map((file) => {
    const fiche = requireSound(file, checked, io);
    return fiche && renewFiche(fiche, checked, { root, partial, io });
  });
  const ready = renewed.flatMap((one) => one ?? []);
  if (ready.length < renewed.length) {
    tell(io.stderr, 'Rien n’a été écrit.');
    return 'faults';
  }
  for (const one of ready) {
    print(io.stdout, sayRenewal(one, dryRun, io));
    sayBlocks(one.file, one.renewal, io);
    sayQuotes(one, io);
    const { file, read, renewal } = one;
    if (!dryRun && renewal.text !== read) rewriteRecord(root, file, { read, text: renewal.text });
  }
  if (dryRun) tell(io.stderr, 'Rien n’a été écrit : c’était un essai.');
  return 'fine';
}

/** More would hide the other summaries. */
const MOST = 20;

function sayRenewal({ file, read, renewal, provenance }: RenewedFiche, dryRun: boolean, io: Io): string {
  const { renewed, added, emptied } = renewal;
  const names = [...renewed, ...added, ...emptied];
  if (renewal.text === read) return `${file} : à jour.`;
  const verb = dryRun ? ['serait renouvelé', 'seraient renouvelés'] : ['renouvelé', 'renouvelés'];
  const head =
    names.length === 0
      ? `${file} : aucun bloc à renouveler, seules les fiches d’où il vient ont changé.`
      : `${file} : ${formatCount(names.length, 'bloc', 'blocs')} ${names.length > 1 ? verb[1] : verb[0]} (${formatList(names)}).`;
  const moved = renewal.before ? listMoved(renewal.before, provenance) : [];
  const rest = moved.length - MOST;
  return [
    head,
    ...(moved.length > 0 ? [tableOf(moved.slice(0, MOST), io)] : []),
    ...(rest > 0 ? [`et ${formatCount(rest, 'autre chiffre', 'autres chiffres')}`] : []),
  ].join('\n');
}

function tableOf(moved: readonly MovedFigure[], io: Io): string {
  const columns = [
    { title: 'Chiffre', shrinks: true },
    { title: 'Avant', right: true },
    { title: 'Maintenant', right: true },
  ];
  const rows = moved.map(({ id, from, to, bases }) => [
    nameFigure(id),
    sayNumber(from, bases?.from),
    sayNumber(to, bases?.to),
  ]);
  return formatTable(columns, rows, { width: widthOf(io.stdout), strong: paintFor(io.stdout, io).strong });
}
