import type { Settings } from '../collection.ts';
import { selectFiches } from '../finding/filter.ts';
import { describeRow, type Row, type SortKey, sortRows, splitReadable } from '../finding/rows.ts';
import { formatCount } from '../french.ts';
import { formatCsv } from '../render/csv.ts';
import { findWorkspace } from '../workspace/find-workspace.ts';
import { readWorkspace } from '../workspace/read-workspace.ts';
import { markJson, markRows, markText } from './example-mark.ts';
import { cutTo, formatTable, naturalWidth } from './format-table.ts';
import { type Io, type Outcome, widthOf } from './io.ts';
import { type Paint, paintFor } from './paint.ts';
import { readFilter, type TypedFilter } from './read-filter.ts';
import { tell } from './wrap.ts';

/** What `cops list` was asked. */
export interface ListOptions extends TypedFilter {
  readonly directory: string;
  readonly sort: SortKey;
  readonly format: 'table' | 'json' | 'csv';
}

/** Lists the records that were asked for. */
export async function list(options: ListOptions, io: Io): Promise<Outcome> {
  const root = findWorkspace(options.directory);
  const collection = await readWorkspace(root, { bodies: options.theme !== undefined });
  const isWanted = selectFiches(readFilter(options, collection), collection);
  const { fiches, unread } = splitReadable(collection);
  const rows = sortRows(fiches.filter(isWanted).map(describeRow), options.sort);
  const text = formatRows(rows, { format: options.format, settings: collection.settings }, io);
  if (text) io.stdout.write(text);
  if (rows.length === 0) tell(io.stderr, 'Aucune fiche ne répond à ces critères.');
  if (unread.length > 0)
    tell(
      io.stderr,
      `${formatCount(unread.length, 'fichier ne se lit', 'fichiers ne se lisent')} pas, et ne peu${unread.length > 1 ? 'vent' : 't'} figurer ici : « cops check » dit pourquoi.`,
    );
  return 'fine';
}

function formatRows(
  rows: readonly Row[],
  { format, settings }: { format: ListOptions['format']; settings: Settings },
  io: Io,
): string {
  if (format === 'json')
    return `${JSON.stringify({ version: 1, ...markJson(settings), fiches: rows.map(withoutWords) }, null, 2)}\n`;
  if (format === 'csv')
    return formatCsv(markRows([CSV_TITLES, ...rows.map((row) => CSV_TITLES.map((key) => row[key]))], settings));
  if (rows.length === 0) return '';
  const table = rows.map(({ id, type, titre, dateEnMots, validation, diffusion, codage }) => [
    id,
    type,
    dateEnMots,
    titre,
    [validation, diffusion, codage].filter(Boolean).join(', '),
  ]);
  const width = widthOf(io.stdout);
  const { strong, dim } = paintFor(io.stdout, io);
  const isNarrow = width !== undefined && naturalWidth(COLUMNS, table) > width;
  const text = isNarrow
    ? table.map((row) => formatTwoLines(row, { width, strong, dim })).join('\n')
    : formatTable(COLUMNS, table, { width, strong });
  return `${markText(settings)}${text}\n`;
}

/** A record where the terminal is too narrow for a table: its id is never cut, since it is what one copies. */
function formatTwoLines(
  [id = '', type = '', date = '', titre = '', state = '']: readonly string[],
  { width, strong, dim }: { width: number } & Pick<Paint, 'strong' | 'dim'>,
): string {
  const said = [type, date, state].filter(Boolean).join(' · ');
  const title = cutTo(`  ${titre}`.trimEnd(), Math.max(0, width - id.length));
  return `${strong(id)}${title}\n  ${dim(cutTo(said, width - 2))}`;
}

const CSV_TITLES = ['id', 'type', 'date', 'titre', 'validation', 'diffusion', 'codage', 'file'] as const;
const COLUMNS = [{ title: 'Fiche' }, { title: 'Type' }, { title: 'Date' }, { title: 'Titre' }, { title: 'État' }];

function withoutWords({ dateEnMots: _words, ...row }: Row): Omit<Row, 'dateEnMots'> {
  return row;
}
