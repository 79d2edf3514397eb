import { collect, DEFAULT_SETTINGS, type Settings } from '../collection.ts';
import { selectFiches, typesByDefault } from '../finding/filter.ts';
import { matches, parseQuery, type Query } from '../finding/query.ts';
import { type Block, rankBlocks } from '../finding/rank.ts';
import { findMarked } from '../finding/words.ts';
import { formatCount, quote } from '../french.ts';
import type { Fiche, ReadFiche } from '../record/fiche.ts';
import { maskPersonalData } from '../record/personal-data.ts';
import type { Schemas } from '../record/schema.ts';
import { withoutSteering } from '../record/shown-text.ts';
import { UsageError } from '../usage-error.ts';
import { findWorkspace } from '../workspace/find-workspace.ts';
import { listRecords, readRecord, readText } from '../workspace/read-records.ts';
import { readSetup } from '../workspace/read-setup.ts';
import { markJson, markText } from './example-mark.ts';
import { type Io, type Outcome, widthOf } from './io.ts';
import { type Paint, paintFor } from './paint.ts';
import { readFilter, type TypedFilter } from './read-filter.ts';
import { tell, wrap } from './wrap.ts';

/** What `cops search` was asked. */
export interface SearchOptions extends TypedFilter {
  readonly directory: string;
  readonly words: readonly string[];
  readonly limit: string;
  readonly format: 'text' | 'json';
}

/** A passage, or a key of the header, that answers. */
interface Hit {
  readonly id: string;
  readonly type: string;
  readonly file: string;
  readonly line: number;
  readonly titre: string;
  /** What the passage is, or the key. */
  readonly nature: string;
  readonly themes: readonly string[];
  readonly text: string;
}

/** Keys of a header in which words are sought. */
const KEYS = ['titre', 'sujet', 'situation'] as const;

/** Seeks words in the passages, titles, subjects and situations of records. */
export async function search(options: SearchOptions, io: Io): Promise<Outcome> {
  const limit = readLimit(options.limit);
  const query = parseQuery(options.words.join(' '));
  if (query.stems.length === 0) throw new UsageError(sayNoWord(options.words.join(' ')));
  const workspace = openWorkspace(options);
  let hits = findHits(query, 'and', { ...workspace, limit });
  const widened = hits.length === 0 && query.stems.length > 1 && query.phrases.length === 0;
  if (widened) hits = findHits(query, 'or', { ...workspace, limit });
  if (options.format === 'json')
    io.stdout.write(
      `${JSON.stringify({ version: 1, ...markJson(workspace.settings), every: !widened, results: hits }, null, 2)}\n`,
    );
  else if (hits.length > 0)
    io.stdout.write(
      `${markText(workspace.settings)}${formatHits(hits, query, { width: widthOf(io.stdout), paint: paintFor(io.stdout, io), marks: !io.stdout.isTTY })}\n`,
    );
  tell(io.stderr, sayFound(hits, { limit, widened }));
  return 'fine';
}

function sayNoWord(typed: string): string {
  return /\p{L}{2}/u.test(typed)
    ? `${quote(typed)} ne contient que des mots trop courants pour être cherchés : ajoutez un mot qui dit de quoi il s’agit.`
    : 'Il n’y a ici aucun mot à chercher : écrivez-en un, comme « cops search rémunération ».';
}

function sayFound(hits: readonly Hit[], { limit, widened }: { limit: number; widened: boolean }): string {
  if (hits.length === 0) return 'Aucun passage ne contient ces mots.';
  const how = widened ? ' ; aucun ne contient tous les mots, ceux-ci en contiennent un' : '';
  return `${formatCount(hits.length, 'passage')}${how}${hits.length === limit ? ` (il peut y en avoir d’autres : --limit 0 les donne tous)` : ''}.`;
}

function readLimit(typed: string): number {
  if (!/^\d{1,6}$/.test(typed))
    throw new UsageError(
      `--limit attend un nombre, comme 20, ou 0 pour tout montrer ; ${quote(typed)} n’en est pas un.`,
    );
  return Number(typed) || Number.POSITIVE_INFINITY;
}

interface Opened {
  readonly root: string;
  readonly schemas: Schemas;
  readonly settings: Settings;
  readonly files: readonly string[];
  readonly isWanted: (read: ReadFiche) => boolean;
}

/** Reads the grille and the PRS alone: the other records are read once they answer. */
function openWorkspace(options: SearchOptions): Opened {
  const root = findWorkspace(options.directory);
  const { schemas, settings } = readSetup(root);
  const folderOf = (type: string) => `${schemas.types.get(type)?.folder}/`;
  const all = listRecords(root, schemas);
  const filtered = Object.keys(options).some((key) => FILTERS.has(key));
  const named = filtered
    ? all
        .filter((file) => ['theme', 'prs'].some((type) => file.startsWith(folderOf(type))))
        .map((file) => readRecord(root, file, { schemas, wanted: { bodies: false } }))
    : [];
  const collection = collect(named, { schemas, settings: DEFAULT_SETTINGS });
  const filter = readFilter(options, collection);
  const folders = (filter.types ?? typesByDefault(schemas)).map(folderOf);
  return {
    root,
    schemas,
    settings,
    files: all.filter((file) => folders.some((folder) => file.startsWith(folder))),
    isWanted: (read) => {
      if (!read.fiche || !filtered) return read.fiche !== undefined;
      const { ateliers, projets } = collect([read], { schemas, settings: DEFAULT_SETTINGS });
      return selectFiches(filter, { ateliers, projets, prs: collection.prs, schemas })(read.fiche);
    },
  };
}

const FILTERS = new Set([
  'type',
  'prs',
  'depuis',
  'jusqua',
  'theme',
  'role',
  'departement',
  'validation',
  'codage',
  'diffusion',
]);

function findHits(
  query: Query,
  link: 'and' | 'or',
  { root, schemas, files, isWanted, limit }: Opened & { limit: number },
): Hit[] {
  const hits = new Map<string, Hit>();
  const read = new Map<string, ReadFiche>();
  for (const block of rankBlocks(readTexts(root, files), query, link)) {
    const record = read.get(block.file) ?? readRecord(root, block.file, { schemas });
    read.set(block.file, record);
    if (!record.fiche || !isWanted(record)) continue;
    const hit = findHit(record.fiche, block, (text) => matches(text, query, link));
    if (hit) hits.set(`${hit.file}:${hit.line}`, hit);
    if (hits.size === limit) break;
  }
  return [...hits.values()];
}

function* readTexts(root: string, files: readonly string[]): Iterable<{ file: string; text: string }> {
  for (const file of files) {
    const decoded = readText(root, file);
    if ('text' in decoded) yield { file, text: decoded.text };
  }
}

/** The passage or the key at a block; none where the block is a note, a memo or a mark. */
function findHit(fiche: Fiche, { line }: Block, answers: (text: string) => boolean): Hit | undefined {
  const { id, file, type, header, body } = fiche;
  const shared = { id, type: type?.name ?? '', file, titre: maskPersonalData(String(header.value.titre ?? id)) };
  const passage =
    body.passages.find(({ range, text }) => range.end.line >= line && range.start.line <= line && answers(text)) ??
    body.passages.find(({ range, text }) => range.start.line >= line && answers(text) && range.start.line <= line + 1);
  if (passage)
    return {
      ...shared,
      line: passage.range.start.line,
      nature: passage.nature,
      themes: passage.themes.map(({ word }) => word),
      text: maskPersonalData(passage.text),
    };
  const key = KEYS.find(
    (name) => header.placeOfKey([name]).start.line === line && answers(String(header.value[name] ?? '')),
  );
  return key && { ...shared, line, nature: key, themes: [], text: maskPersonalData(String(header.value[key])) };
}

function formatHits(
  hits: readonly Hit[],
  query: Query,
  { width, paint, marks }: { width: number | undefined; paint: Paint; marks: boolean },
): string {
  const wanted = new Set(query.stems);
  return hits
    .map(({ id, file, line, nature, themes, titre, text }) => {
      const clean = markWords(withoutSteering(text), wanted, (word) =>
        marks ? `**${word}**` : paint.accent(paint.strong(word)),
      );
      const place = `${file}:${line}`;
      const said = [nature, ...themes.map((theme) => `#${theme}`)].join(' · ');
      const lines = width === undefined ? [clean] : wrap(clean, width - 2);
      const fill = (text: string, indent: number) => (width === undefined ? [text] : wrap(text, width - indent));
      const [first = '', ...rest] = fill(titre ? `${id} — ${withoutSteering(titre)}` : id, 0);
      return [
        paint.strong(first.slice(0, id.length)) + first.slice(id.length),
        ...rest,
        ...lines.map((part) => `  ${part}`),
        ...fill(`${place} · ${said}`, 2).map((part) => `  ${paint.dim(part)}`),
      ].join('\n');
    })
    .join('\n\n');
}

function markWords(text: string, wanted: ReadonlySet<string>, mark: (word: string) => string): string {
  let marked = '';
  let done = 0;
  for (const { start, end } of findMarked(text, wanted)) {
    marked += text.slice(done, start) + mark(text.slice(start, end));
    done = end;
  }
  return marked + text.slice(done);
}
