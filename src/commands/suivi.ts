import { selectFiches } from '../finding/filter.ts';
import { splitReadable } from '../finding/rows.ts';
import { formatCount } from '../french.ts';
import type { EtatDeSuite } from '../record/coded.ts';
import { withoutSteering } from '../record/shown-text.ts';
import { type FollowedSuite, type LonePiste, listLonePistes, listSuites } from '../suivi/list-suites.ts';
import { UsageError } from '../usage-error.ts';
import { findWorkspace } from '../workspace/find-workspace.ts';
import { readWorkspace } from '../workspace/read-workspace.ts';
import { formatPistes } from './format-pistes.ts';
import { formatSuites } from './format-suites.ts';
import { dayOf, type Io, type Outcome } from './io.ts';
import { readFilter, type TypedFilter } from './read-filter.ts';
import { tell } from './wrap.ts';

/** What `cops suivi` was asked. */
export interface SuiviOptions extends Pick<TypedFilter, 'prs' | 'depuis' | 'jusqua'> {
  readonly directory: string;
  readonly etat?: readonly EtatDeSuite[];
  readonly enRetard: boolean;
  /** The pistes of which nothing is noted, rather than the suites. */
  readonly sansSuite: boolean;
  readonly format: 'table' | 'json' | 'csv';
}

/** Lists what became of the pistes, or those of which nothing is noted. */
export async function followUp(options: SuiviOptions, io: Io): Promise<Outcome> {
  const { etat, enRetard, sansSuite, format } = options;
  if (sansSuite && (etat || enRetard))
    throw new UsageError(
      `Une piste sans suite n’a ni état ni échéance : retirez ${etat ? '--etat' : '--en-retard'}, ou --sans-suite.`,
    );
  const collection = await readWorkspace(findWorkspace(options.directory));
  const { settings } = collection;
  const isWanted = selectFiches(readFilter(options, collection), collection);
  const { fiches, unread } = splitReadable(collection);
  const wanted = fiches.filter(isWanted);
  const pistes = listLonePistes(wanted);
  if (sansSuite) {
    io.stdout.write(formatPistes(pistes, { format, settings }, io));
    tell(io.stderr, sayPistes(pistes));
  } else {
    const suites = listSuites(wanted, dayOf(io)).filter(
      ({ suite, group }) => (!etat || etat.includes(suite.etat)) && (!enRetard || group === 'overdue'),
    );
    io.stdout.write(formatSuites(suites, { format, settings }, io));
    tell(io.stderr, saySuites(suites, pistes.length, enRetard || etat !== undefined));
  }
  if (unread.length > 0) tell(io.stderr, sayUnread(unread.length));
  return 'fine';
}

function saySuites(suites: readonly FollowedSuite[], lone: number, isChosen: boolean): string {
  const overdue = suites.filter(({ group }) => group === 'overdue').length;
  const late = overdue > 0 ? `, dont ${overdue} en retard` : '';
  const said =
    suites.length > 0
      ? `${formatCount(suites.length, 'suite')}${late}.`
      : `Aucune suite${isChosen ? ' ne répond à ces critères' : ' n’est notée ici'}.`;
  if (lone === 0) return said;
  return `${said} ${formatCount(lone, 'piste de fiches lues n’a', 'pistes de fiches lues n’ont')} pas de suite : « cops suivi --sans-suite » les énumère.`;
}

function sayPistes(pistes: readonly LonePiste[]): string {
  const [first] = pistes;
  if (!first) return 'Aucune piste sans suite dans les fiches lues en entier.';
  const fiches = formatCount(new Set(pistes.map(({ fiche }) => fiche.file)).size, 'fiche lue', 'fiches lues');
  const line = first.passage.range.start.line;
  return `${formatCount(pistes.length, 'piste')} sans suite, dans ${fiches} en entier. Pour noter ce que devient la première :\n  cops suivi add ${withoutSteering(first.fiche.id)} --ligne ${line}`;
}

function sayUnread(count: number): string {
  return `${formatCount(count, 'fichier ne se lit', 'fichiers ne se lisent')} pas, et ne peu${count > 1 ? 'vent' : 't'} figurer ici : « cops check » dit pourquoi.`;
}
