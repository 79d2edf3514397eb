import type { Diagnostic } from '../diagnostic.ts';
import { formatShared } from '../finding/text-to-send.ts';
import { quote } from '../french.ts';
import type { Fiche, ReadFiche } from '../record/fiche.ts';
import { formatPartialDate, parsePartialDate } from '../record/partial-date.ts';
import type { Passage } from '../record/passage.ts';
import { maskTexts } from '../record/personal-data.ts';
import { toShownText } from '../record/shown-text.ts';
import { SYNTHESE } from '../synthese/synthese-fiche.ts';
import { UsageError } from '../usage-error.ts';
import { findWorkspace } from '../workspace/find-workspace.ts';
import { readRecord } from '../workspace/read-records.ts';
import { readSetup } from '../workspace/read-setup.ts';
import { markJson, markText } from './example-mark.ts';
import { findRecordFile } from './find-record.ts';
import { type Io, type Outcome, widthOf } from './io.ts';
import { type Paint, paintFor } from './paint.ts';
import { describeSynthese, formatSynthese } from './show-synthese.ts';
import { tell, wrap } from './wrap.ts';

/** What `cops show` was asked. */
export interface ShowOptions {
  readonly directory: string;
  /** An id, or a path. */
  readonly asked: string;
  readonly shared: boolean;
  readonly format: 'text' | 'json';
}

/** Shows one record: for the centre's own eyes, or as it may be sent. */
export async function show({ directory, asked, shared, format }: ShowOptions, io: Io): Promise<Outcome> {
  const root = findWorkspace(directory);
  const { schemas, settings } = readSetup(root);
  const file = findRecordFile(asked, { root, cwd: io.cwd, schemas });
  const read = readRecord(root, file, { schemas });
  const errors = read.faults.filter(({ severity }) => severity === 'error');
  const fiche = requireFiche(read, errors, shared);
  if (shared) {
    if (format === 'json') throw new UsageError('--shared donne un texte : il ne se combine pas avec --format json.');
    io.stdout.write(formatShared(fiche, settings));
    return 'fine';
  }
  if (format === 'json')
    io.stdout.write(
      `${JSON.stringify(maskTexts({ version: 1, ...markJson(settings), ...describe(fiche) }), null, 2)}\n`,
    );
  else
    io.stdout.write(
      `${markText(settings)}${formatFiche(fiche, { width: widthOf(io.stdout), paint: paintFor(io.stdout, io) })}\n`,
    );
  if (errors.length > 0) tell(io.stderr, `Cette fiche a une erreur au moins : « cops check ${file} » dit où.`);
  return 'fine';
}

function requireFiche({ file, fiche }: ReadFiche, errors: readonly Diagnostic[], shared: boolean): Fiche {
  if (fiche && (!shared || errors.length === 0)) return fiche;
  throw new UsageError(
    `La fiche ${quote(file)} a une erreur : ${errors[0]?.message ?? ''} « cops check » montre où ; corrigez d’abord.`,
  );
}

function describe(fiche: Fiche) {
  const { id, file, type, header, body } = fiche;
  return {
    id,
    type: type?.name ?? null,
    file,
    header: header.value,
    ...(fiche.type?.name === SYNTHESE && {
      textes: describeSynthese(fiche)
        .filter(({ isOwn }) => isOwn)
        .map(({ text }) => text),
    }),
    passages: body.passages.map(({ nature, headings, text, range, themes, libres, nom, extrait }) => ({
      nature,
      sections: headings,
      text,
      line: range.start.line,
      themes: themes.map(({ word }) => word),
      libres: libres.map(({ word }) => word),
      ...(nom && { nom }),
      extrait,
    })),
  };
}

function formatFiche(fiche: Fiche, { width, paint }: { width: number | undefined; paint: Paint }): string {
  const cut = (text: string, indent: string) => {
    const clean = toShownText(text);
    const lines = width === undefined ? [clean] : wrap(clean, width - indent.length);
    return lines.map((line) => indent + line);
  };
  const { titre, type: _type, ...keys } = fiche.header.value;
  const output = [
    ...cut(String(titre ?? fiche.id), '').map((line) => paint.strong(line)),
    paint.dim(`${fiche.type?.name ?? ''} · ${fiche.file}`),
    '',
    ...Object.entries(keys).flatMap(([key, value]) => sayKey(key, value).flatMap((line) => cut(line, ''))),
  ];
  if (fiche.type?.name === SYNTHESE) output.push(...formatSynthese(fiche, { cut, paint }));
  let section: string | undefined;
  for (const passage of fiche.body.passages) {
    const title = passage.headings.join(' › ');
    if (title !== section) output.push('', ...cut(title, '').map((line) => paint.strong(line)));
    section = title;
    output.push('', ...cut(passage.text, '  '), `  ${paint.dim(sayMarks(passage))}`);
  }
  if (fiche.body.internalLines.length > 0)
    output.push('', paint.dim('Des notes internes suivent dans le fichier ; elles ne sont pas montrées ici.'));
  return output.join('\n');
}

function sayMarks({ nature, range, themes, libres, nom, extrait }: Passage): string {
  return [
    nature,
    `ligne ${range.start.line}`,
    ...themes.map(({ word }) => `#${word}`),
    ...libres.map(({ word }) => `#?${word}`),
    ...(nom ? [`^${nom}`] : []),
    ...(extrait ? ['extrait choisi'] : []),
  ].join(' · ');
}

/** A key of a header on a line; a list of groups of keys has a line for each. */
function sayKey(key: string, value: unknown): string[] {
  if (Array.isArray(value) && value.some((item) => typeof item === 'object'))
    return [`${key} :`, ...value.map((item) => `  – ${sayValue(item)}`)];
  return [`${key} : ${sayValue(value)}`];
}

/** A value of a header as a person would write it. */
function sayValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(sayValue).join(', ');
  const date = parsePartialDate(value);
  if (date) return formatPartialDate(date);
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, inner]) => `${key} : ${sayValue(inner)}`)
    .join(', ');
}
