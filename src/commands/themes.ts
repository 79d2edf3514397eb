import { findErrors } from '../checks/check-collection.ts';
import type { Settings } from '../collection.ts';
import { selectFiches } from '../finding/filter.ts';
import { formatCount } from '../french.ts';
import type { Coded } from '../record/coded.ts';
import { formatCsv } from '../render/csv.ts';
import { Extraits } from '../synthese/extraits.ts';
import { FigureMaker } from '../synthese/figure.ts';
import { countThemes, isRead, type ThemeCounts } from '../synthese/themes.ts';
import { findWorkspace } from '../workspace/find-workspace.ts';
import { readWorkspace } from '../workspace/read-workspace.ts';
import { markJson, markRows, markText } from './example-mark.ts';
import { formatTable } from './format-table.ts';
import { dayOf, type Io, type Outcome, widthOf } from './io.ts';
import { paintFor } from './paint.ts';
import { readFilter, type TypedFilter } from './read-filter.ts';
import { tell } from './wrap.ts';

/** What `cops themes` was asked. */
export interface ThemesOptions extends Pick<TypedFilter, 'prs' | 'depuis' | 'jusqua'> {
  readonly directory: string;
  readonly format: 'table' | 'json' | 'csv';
}

/** Shows the grille with the counts of a summary, over the records read in full. */
export async function themes(options: ThemesOptions, io: Io): Promise<Outcome> {
  const collection = await readWorkspace(findWorkspace(options.directory));
  const isWanted = selectFiches(readFilter(options, collection), collection);
  const wanted = new Set(collection.files.flatMap(({ fiche }) => (fiche && isWanted(fiche) ? [fiche.file] : [])));
  const faulty = new Set(findErrors(collection, { today: dayOf(io) }).map(({ file }) => file));
  const choose = <T extends Coded>(records: readonly T[]) =>
    records.filter(({ file, validation }) => wanted.has(file) && !faulty.has(file) && validation !== 'brouillon');
  const chosen = { ateliers: choose(collection.ateliers), projets: choose(collection.projets) };
  const counts = countThemes(collection.grille, chosen, {
    maker: new FigureMaker({ interne: true }),
    extraits: new Extraits(
      [],
      () => false,
      () => false,
    ),
    recurrence: collection.settings.seuils.recurrence,
  });
  io.stdout.write(formatCounts(counts, { format: options.format, settings: collection.settings }, io));
  tell(
    io.stderr,
    sayBase([...chosen.ateliers, ...chosen.projets], [...faulty].filter((file) => wanted.has(file)).length),
  );
  return 'fine';
}

function sayBase(records: readonly Coded[], faulty: number): string {
  const read = records.filter(isRead).length;
  const left =
    faulty > 0
      ? ` ; ${formatCount(faulty, 'fiche en erreur n’est', 'fiches en erreur ne sont')} pas comptée${faulty > 1 ? 's' : ''}`
      : '';
  return `Sur ${formatCount(read, 'fiche lue', 'fiches lues')} en entier, de ${formatCount(records.length, 'fiche', 'fiches')} hors brouillons${left}.`;
}

function formatCounts(
  counts: readonly ThemeCounts[],
  { format, settings }: { format: ThemesOptions['format']; settings: Settings },
  io: Io,
): string {
  const tree = asTree(counts);
  if (format === 'json')
    return `${JSON.stringify({ version: 1, ...markJson(settings), themes: tree.map(describe) }, null, 2)}\n`;
  if (format === 'csv')
    return formatCsv(
      markRows([CSV_TITLES, ...tree.map(describe).map((row) => CSV_TITLES.map((key) => row[key] ?? ''))], settings),
    );
  const rows = tree.map(({ one, depth }) => [
    `${'  '.repeat(depth)}${one.theme.titre}${one.theme.statut === 'actif' ? '' : ` (${one.theme.statut})`}`,
    one.theme.id,
    `${one.ateliers.value}/${one.ateliers.base ?? 0}`,
    `${one.projets.value}/${one.projets.base ?? 0}`,
    ...[one.passages, one.constats, one.pistes].map(({ value }) => String(value)),
  ]);
  return `${markText(settings)}${formatTable(COLUMNS, rows, { width: widthOf(io.stdout), strong: paintFor(io.stdout, io).strong })}\n`;
}

const COLUMNS = [
  { title: 'Thème', leaves: true },
  { title: 'Mot-dièse' },
  { title: 'Ateliers', right: true },
  { title: 'Projets', right: true },
  { title: 'Passages', right: true },
  { title: 'Constats', right: true, leaves: true },
  { title: 'Pistes', right: true },
];

interface Placed {
  readonly one: ThemeCounts;
  readonly depth: number;
}

/** Each theme under the one that it is part of; a parent that turns round or is not there leaves it at the top. */
function asTree(counts: readonly ThemeCounts[]): Placed[] {
  const known = new Set(counts.map(({ theme }) => theme.id));
  const placed: Placed[] = [];
  const done = new Set<string>();
  const place = (one: ThemeCounts, depth: number) => {
    if (done.has(one.theme.id)) return;
    done.add(one.theme.id);
    placed.push({ one, depth });
    for (const child of counts) if (child.theme.parent === one.theme.id) place(child, depth + 1);
  };
  for (const one of counts) if (one.theme.parent === undefined || !known.has(one.theme.parent)) place(one, 0);
  for (const one of counts) place(one, 0);
  return placed;
}

const CSV_TITLES = [
  'id',
  'titre',
  'parent',
  'statut',
  'ateliers',
  'ateliers_lus',
  'projets',
  'projets_lus',
  'passages',
  'constats',
  'pistes',
] as const;

function describe({ one }: Placed): Record<(typeof CSV_TITLES)[number], string | number | null> {
  const { theme, ateliers, projets, passages, constats, pistes } = one;
  return {
    id: theme.id,
    titre: theme.titre,
    parent: theme.parent ?? null,
    statut: theme.statut,
    ateliers: ateliers.value,
    ateliers_lus: ateliers.base ?? 0,
    projets: projets.value,
    projets_lus: projets.base ?? 0,
    passages: passages.value,
    constats: constats.value,
    pistes: pistes.value,
  };
}
