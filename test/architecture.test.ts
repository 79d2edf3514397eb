import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Who may import whom: each only what stands in a line above its own, and sideways within its own folder. */
const ORDER: readonly (readonly string[])[] = [
  ['diagnostic', 'usage-error', 'french'],
  ['record'],
  ['theme', 'prs'],
  ['atelier', 'projet', 'contrat'],
  ['collection'],
  ['synthese'],
  ['checks'],
  ['finding', 'fixing'],
  ['render', 'editor', 'forge', 'suivi', 'importer'],
  ['verify', 'form'],
  ['workspace'],
  ['commands'],
  ['cli', 'index'],
];
/** From here on, the world is near: before, values come in and values go out. */
const WORKSPACE = ORDER.findIndex((line) => line.includes('workspace'));

const LARGEST_FILE_LINES = 250;
/** Modules of Node that compute and touch nothing. */
const PURE_NODE = ['node:path', 'node:buffer', 'node:stream'];

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

interface Source {
  /** Path below `src/`. */
  readonly path: string;
  readonly text: string;
  /** The text without its comments, line by line. */
  readonly code: readonly string[];
  readonly imports: readonly Import[];
}

const SOURCES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map((path): Source => {
    const text = readFileSync(join('src', path), 'utf8');
    return { path, text, code: withoutComments(text).split('\n'), imports: readImports(text) };
  });

const CORE = SOURCES.filter(({ path }) => lineOf(partOf(path)) < WORKSPACE);

test('sources are found, each in a part that has its place in the order', () => {
  expect(SOURCES.length).toBeGreaterThan(50);
  const lost = SOURCES.filter(({ path }) => lineOf(partOf(path)) < 0);
  expect(lost.map(({ path }) => `src/${path}: give « ${partOf(path)} » its place in ORDER`)).toEqual([]);
});

describe('imports', () => {
  test('go upwards in the order, or sideways within a folder', () => {
    const wrong = SOURCES.flatMap(({ path, imports }) =>
      imports.flatMap(({ from }) => {
        if (!from.startsWith('.')) return [];
        const target = partOf(join(dirname(path), from).replaceAll('\\', '/'));
        const isAbove = lineOf(target) >= 0 && lineOf(target) < lineOf(partOf(path));
        return isAbove || target === partOf(path) || isPackage(from)
          ? []
          : [`src/${path} imports ${from}: « ${partOf(path)} » may not know « ${target} »`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  /** The options of `new` are the keys of a schema, known only once a workspace is read: hence its own place. */
  test.each([
    [
      'node modules that touch the machine',
      (from: string) => from.startsWith('node:') && !PURE_NODE.includes(from),
      /^workspace\//,
      undefined,
    ],
    ['chalk', (from: string) => from === 'chalk', /^commands\//, 1],
    /** The options of `new` are the keys of a schema, known only once a workspace is read. */
    [
      'commander',
      (from: string) => from === 'commander',
      /^cli\.ts$|^cli\/build-program\.ts$|^commands\/new-options\.ts$/,
      undefined,
    ],
    ['what draws', (from: string) => from === '@observablehq/plot', /^render\/pictures\/draw\.ts$/, 1],
    ['prompts', (from: string) => from.startsWith('@inquirer/'), /^commands\//, undefined],
    ['the package’s own description', isPackage, /^cli\/build-program\.ts$|^render\/|^forge\/sarif\.ts$/, undefined],
  ])('%s are imported in their place alone', (_, isMatch, place, atMost) => {
    const importers = SOURCES.filter(({ imports }) => imports.some(({ from, typeOnly }) => isMatch(from) && !typeOnly));
    const strangers = importers.filter(({ path }) => !place.test(path));
    expect(strangers.map(({ path }) => `src/${path} is not in ${place}`)).toEqual([]);
    if (atMost !== undefined) expect(importers.length).toBeLessThanOrEqual(atMost);
  });

  test('what draws, paints or writes a form is loaded where it is needed, never with the rest', () => {
    const heavy = /^import (?!type )[^;]*from '(?:[^']*\/pictures\/draw\.ts|@resvg\/[^']*|docx)'/m;
    const places = SOURCES.filter(({ text }) => heavy.test(text)).map(({ path }) => path);
    expect(places.filter((path) => !/^(?:render\/docx|form)\//.test(path))).toEqual([]);
    const printers =
      /^import (?!type )[^;]*from '[^']*\/(?:html\/html|docx\/docx|docx\/pictures|pictures\/draw|write-form)\.ts'/m;
    expect(SOURCES.filter(({ text }) => printers.test(text)).map(({ path }) => path)).toEqual([
      'commands/write-form-file.ts',
      'form/printed-words.ts',
      'form/write-form.ts',
    ]);
  });

  test('types of commander go no further than the file that speaks French for it', () => {
    const strangers = SOURCES.filter(({ imports }) => imports.some(({ from }) => from === 'commander'));
    expect(strangers.map(({ path }) => path)).toEqual(
      strangers.map(({ path }) => path).filter((path) => path === 'cli.ts' || /^(?:cli|commands)\//.test(path)),
    );
  });

  test('name the files of this project with their extension', () => {
    const wrong = SOURCES.flatMap(({ path, imports }) =>
      imports
        .filter(({ from }) => from.startsWith('.') && !/\.(?:ts|json)$/.test(from))
        .map(({ from }) => `src/${path}: ${from}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the core gives the same for the same, on any machine and any day', () => {
  test.each([
    ['process', /(?<![.\w'"`«-])process\s*[.[]/],
    ['the clock', /\bDate\.now\b|\bnew Date\(|\bDate\(\)|\bperformance\.now\b/],
    ['chance', /\bMath\.random\b|\brandomUUID\b|\bcrypto\./],
    ['the console', /\bconsole\b\s*\./],
    ['the machine’s language', /\.toLocale\w*\(|\bIntl\./],
    ['an order of letters that depends on the machine', /\.localeCompare\((?!.*'fr')/],
    ['the network', /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b/],
    ['globals', /\bglobalThis\b/],
    ['code made of text', /\beval\(|\bnew Function\(/],
  ])('it never reads %s', (_, pattern) => {
    expect(findLines(CORE, pattern)).toEqual([]);
  });

  test('only the workspace and the commands wait for something', () => {
    // The packages that write Word files, and read Word files and PDF, answer later, though they wait for nothing; and a reader
    // is loaded for its format alone.
    const later = /^render\/docx\/docx\.ts$|^importer\/read-source\.ts$|^importer\/readers\/read-(?:docx|pdf)\.ts$/;
    const all = CORE.filter(({ path }) => !later.test(path));
    expect(findLines(all, /\basync\b|\bawait\b/)).toEqual([]);
  });

  test('nowhere is a child process run through a shell, nor text run as code', () => {
    expect(findLines(SOURCES, /\beval\(|\bnew Function\(|shell: true|\bexecSync?\(/)).toEqual([]);
  });
});

describe('files', () => {
  test(`have at most ${LARGEST_FILE_LINES} lines`, () => {
    const long = SOURCES.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }));
    expect(long.filter(({ lines }) => lines > LARGEST_FILE_LINES)).toEqual([]);
  });

  test('are named in lower case with hyphens', () => {
    expect(SOURCES.map(({ path }) => path).filter((path) => !/^(?:[a-z0-9-]+\/)*[a-z0-9-]+\.ts$/.test(path))).toEqual(
      [],
    );
  });

  test('are named for what they hold, and not for being of use', () => {
    const vague = /(?:^|[/-])(?:utils?|helpers?|misc|common|shared|manager)(?:-|\.ts$|\/)/;
    expect(SOURCES.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([]);
  });

  test('export names, never a default', () => {
    expect(findLines(SOURCES, /^export default\b|\bas default\b/)).toEqual([]);
  });

  test('say of each export what it promises', () => {
    const silent = SOURCES.flatMap(({ path, text }) => {
      const lines = text.split('\n');
      return lines.flatMap((line, index) => {
        const name =
          /^export (?:declare )?(?:async )?(?:abstract )?(?:function\*?|const|class|interface|type|enum) (\w+)/.exec(
            line,
          )?.[1];
        /** A rule is said by its own title and explanation, in French. */
        const isSaid =
          lines[index - 1]?.trimEnd().endsWith('*/') || /: Rule = \{$/.test(line) || isOverload(lines, index);
        return name && !isSaid ? [`src/${path}:${index + 1}: ${name}`] : [];
      });
    });
    expect(silent).toEqual([]);
  });
});

test.each(readdirSync('.').filter((name) => name.endsWith('.md')))('%s holds no mark of a merge', (name) => {
  expect(readFileSync(name, 'utf8')).not.toMatch(/^(?:<{7}|={7}|>{7})(?: |$)/m);
});

test('only the entry touches the process, and it is short', () => {
  const entry = readFileSync('bin/cops.js', 'utf8');
  expect(entry.trimEnd().split('\n').length).toBeLessThan(20);
  // What git is asked must not depend on the hook that asks: its environment is read to be cleaned.
  const others = SOURCES.filter(({ path }) => path !== 'workspace/git.ts');
  expect(findLines(others, /(?<![.\w'"`«-])process\s*[.[]/)).toEqual([]);
});

/** The folder of a source, or its own name where it stands at the top. */
function partOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : path.replace(/\.ts$/, '');
}

function lineOf(part: string): number {
  return ORDER.findIndex((line) => line.includes(part));
}

function isPackage(from: string): boolean {
  return /^(?:\.\.\/)+package\.json$/.test(from);
}

function isOverload(lines: readonly string[], index: number): boolean {
  const name = /^export function (\w+)/.exec(lines[index] ?? '')?.[1];
  return name !== undefined && (lines[index - 1] ?? '').startsWith(`export function ${name}(`);
}

function readImports(text: string): Import[] {
  const statements = text.matchAll(/^(?:import|export)\s+(type\s+)?([^'";]*?)\s*from\s+'([^']+)'/gm);
  const bare = text.matchAll(/^import\s+'([^']+)'/gm);
  const dynamic = text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g);
  return [
    ...[...statements].map(([, type, names = '', from = '']) => ({
      from,
      typeOnly: type !== undefined || hasOnlyTypes(names),
    })),
    ...[...bare, ...dynamic].map(([, from = '']) => ({ from, typeOnly: false })),
  ];
}

/** « { type A, type B } » vanishes as a whole. */
function hasOnlyTypes(names: string): boolean {
  const listed = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1];
  const each = (listed ?? '').split(',').filter((name) => name.trim() !== '');
  return each.length > 0 && each.every((name) => name.trim().startsWith('type '));
}

/** Comments blanked, line for line; « // » inside a text in quotation marks, as in a URL, is left. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, '')).replace(/^(\s*)\/\/.*$/gm, '$1');
}

function findLines(sources: readonly Source[], pattern: RegExp): string[] {
  return sources.flatMap(({ path, code }) =>
    code.flatMap((line, index) => (pattern.test(line) ? [`src/${path}:${index + 1}: ${line.trim()}`] : [])),
  );
}
