import { maskPersonalData, maskTexts } from '../record/personal-data.ts';
import { toShownText, withoutSteering } from '../record/shown-text.ts';
import { formatCsv } from '../render/csv.ts';
import type { LonePiste } from '../suivi/list-suites.ts';
import { markJson, markRows, markText } from './example-mark.ts';
import type { ListForm } from './format-suites.ts';
import { formatTable, naturalWidth } from './format-table.ts';
import { type Io, widthOf } from './io.ts';
import { type Paint, paintFor } from './paint.ts';
import { wrap } from './wrap.ts';

/** Pistes without a suite, each with the line by which `cops suivi add` finds it. */
export function formatPistes(pistes: readonly LonePiste[], { format, settings }: ListForm, io: Io): string {
  if (format === 'json')
    return `${JSON.stringify({ version: 1, ...markJson(settings), pistes: pistes.map(describe) }, null, 2)}\n`;
  if (format === 'csv')
    return formatCsv(
      markRows(
        [CSV.map(([title]) => title), ...pistes.map(describe).map((row) => CSV.map(([, key]) => row[key] ?? ''))],
        settings,
      ),
    );
  if (pistes.length === 0) return '';
  const rows = pistes.map(({ fiche, passage }) => [
    fiche.id,
    String(passage.range.start.line),
    passage.nom ? `^${passage.nom}` : '',
    maskPersonalData(passage.text),
  ]);
  const width = widthOf(io.stdout);
  const paint = paintFor(io.stdout, io);
  const isNarrow = width !== undefined && naturalWidth(COLUMNS, rows) > width;
  const text = isNarrow
    ? formatByFiche(pistes, { width, paint })
    : formatTable(COLUMNS, rows, { width, strong: paint.strong });
  return `${markText(settings)}${text}\n`;
}

const COLUMNS = [{ title: 'Fiche' }, { title: 'Ligne', right: true }, { title: 'Nom' }, { title: 'Piste' }];

function describe({ fiche, passage }: LonePiste) {
  return maskTexts({
    id: fiche.id,
    titre: String(fiche.header.value.titre ?? ''),
    piste: passage.nom ?? null,
    passage: passage.text,
    file: fiche.file,
    line: passage.range.start.line,
  });
}

/** The columns of a spreadsheet, and what they hold. */
const CSV = [
  ['fiche', 'id'],
  ['titre', 'titre'],
  ['piste', 'piste'],
  ['passage', 'passage'],
  ['file', 'file'],
  ['line', 'line'],
] as const;

function formatByFiche(pistes: readonly LonePiste[], { width, paint }: { width: number; paint: Paint }): string {
  const files = [...new Set(pistes.map(({ fiche }) => fiche.file))];
  return files
    .map((file) => {
      const own = pistes.filter(({ fiche }) => fiche.file === file);
      return [
        paint.strong(withoutSteering(own[0]?.fiche.id ?? '')),
        ...own.flatMap((one) => formatOne(one, { width, paint })),
      ].join('\n');
    })
    .join('\n\n');
}

/** The words of a piste behind its line. */
function formatOne({ passage }: LonePiste, { width, paint }: { width: number; paint: Paint }): string[] {
  const place = `  ligne ${passage.range.start.line}${passage.nom ? ` (^${passage.nom})` : ''}  `;
  const words = toShownText(passage.text);
  const [first = '', ...rest] = wrap(words, width - place.length);
  return [paint.dim(place) + first, ...rest.map((line) => ' '.repeat(place.length) + line)];
}
