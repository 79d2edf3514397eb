import type { Settings } from '../collection.ts';
import { formatPartialDate } from '../record/partial-date.ts';
import { maskPersonalData, maskTexts } from '../record/personal-data.ts';
import { toShownText } from '../record/shown-text.ts';
import { formatCsv } from '../render/csv.ts';
import { labelOf } from '../render/labels.ts';
import { type FollowedSuite, SUITE_GROUPS, type SuiteGroup } from '../suivi/list-suites.ts';
import { markJson, markRows, markText } from './example-mark.ts';
import { cutTo, formatTable, naturalWidth } from './format-table.ts';
import { type Io, widthOf } from './io.ts';
import { type Paint, paintFor } from './paint.ts';
import { wrap } from './wrap.ts';

/** The form of a list, and what marks it. */
export interface ListForm {
  readonly format: 'table' | 'json' | 'csv';
  readonly settings: Settings;
}

/** Suites as a table, or in groups where the terminal is too narrow for one; as JSON or CSV. */
export function formatSuites(suites: readonly FollowedSuite[], { format, settings }: ListForm, io: Io): string {
  if (format === 'json')
    return `${JSON.stringify({ version: 1, ...markJson(settings), suites: suites.map(describe) }, null, 2)}\n`;
  if (format === 'csv')
    return formatCsv(markRows([CSV.map(([title]) => title), ...suites.map(describe).map(toCsvRow)], settings));
  if (suites.length === 0) return '';
  const rows = suites.map(toTableRow);
  const width = widthOf(io.stdout);
  const paint = paintFor(io.stdout, io);
  const isNarrow = width !== undefined && naturalWidth(COLUMNS, rows) > width;
  const text = isNarrow
    ? formatGroups(suites, { width, paint })
    : formatTable(COLUMNS, rows, { width, strong: paint.strong });
  return `${markText(settings)}${text}\n`;
}

const COLUMNS = ['Fiche', 'N°', 'Piste', 'État', 'Échéance', 'Objet', 'Par', 'Le', 'Passage'].map((title) => ({
  title,
}));

function toTableRow(one: FollowedSuite): string[] {
  const { fiche, number, suite, passage } = one;
  return [
    fiche.id,
    String(number),
    suite.piste ? `^${suite.piste}` : '',
    sayEtat(one),
    suite.echeance ? formatPartialDate(suite.echeance) : '',
    suite.objet,
    suite.par ?? '',
    suite.le ? formatPartialDate(suite.le) : '',
    passage?.text ?? '',
  ].map(maskPersonalData);
}

function sayEtat({ suite, group }: FollowedSuite): string {
  return group === 'overdue' ? `${labelOf(suite.etat)}, en retard` : labelOf(suite.etat);
}

function describe({ fiche, number, suite, group, passage }: FollowedSuite) {
  return maskTexts({
    id: fiche.id,
    titre: String(fiche.header.value.titre ?? ''),
    number,
    etat: suite.etat,
    overdue: group === 'overdue',
    objet: suite.objet,
    par: suite.par ?? null,
    echeance: suite.echeance?.iso ?? null,
    le: suite.le?.iso ?? null,
    piste: suite.piste ?? null,
    passage: passage?.text ?? null,
    file: fiche.file,
    line: suite.line,
  });
}

type Described = ReturnType<typeof describe>;

/** The columns of a spreadsheet, and what they hold. */
const CSV: readonly (readonly [title: string, key: keyof Described])[] = [
  ['fiche', 'id'],
  ['titre', 'titre'],
  ['numero', 'number'],
  ['etat', 'etat'],
  ['en_retard', 'overdue'],
  ['objet', 'objet'],
  ['par', 'par'],
  ['echeance', 'echeance'],
  ['le', 'le'],
  ['piste', 'piste'],
  ['passage', 'passage'],
  ['file', 'file'],
  ['line', 'line'],
];

function toCsvRow(row: Described): (string | number)[] {
  return CSV.map(([, key]) => {
    const value = row[key];
    return typeof value === 'boolean' ? (value ? 'oui' : 'non') : (value ?? '');
  });
}

const TITLES: Readonly<Record<SuiteGroup, string>> = {
  overdue: 'En retard',
  open: 'Prévues ou en cours',
  done: 'Faites ou abandonnées',
};

function formatGroups(suites: readonly FollowedSuite[], terminal: { width: number; paint: Paint }): string {
  return SUITE_GROUPS.flatMap((group) => {
    const own = suites.filter((one) => one.group === group);
    if (own.length === 0) return [];
    const title = terminal.paint.strong(`${TITLES[group]} (${own.length})`);
    return [[title, ...own.map((one) => formatOne(one, terminal))].join('\n\n')];
  }).join('\n\n');
}

/** One suite on lines of its own: the id and the number are never cut, since they are what one types. */
function formatOne(one: FollowedSuite, { width, paint }: { width: number; paint: Paint }): string {
  const { fiche, number, suite, passage, group } = one;
  const said = [
    suite.le ? `${labelOf(suite.etat)} (${formatPartialDate(suite.le)})` : labelOf(suite.etat),
    ...(suite.echeance ? [`échéance ${formatPartialDate(suite.echeance)}`] : []),
    ...(suite.par ? [`par ${suite.par}`] : []),
  ].join(' · ');
  const lines = (text: string) => wrap(toShownText(text), width - 2).map((line) => `  ${line}`);
  const arrow = passage?.nature === 'piste' ? '→ ' : '';
  const piste = passage && cutTo(toShownText(arrow + passage.text), width - 2);
  const shown = lines(said).map((line) => (group === 'overdue' ? paint.warning(line) : paint.dim(line)));
  return [
    `${paint.strong(toShownText(fiche.id))}  n° ${number}${suite.piste ? ` (^${suite.piste})` : ''}`,
    ...lines(suite.objet),
    ...shown,
    ...(piste === undefined ? [] : [`  ${paint.dim(piste)}`]),
  ].join('\n');
}
