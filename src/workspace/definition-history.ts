import { posix } from 'node:path';
import type { CheckContext } from '../checks/check.ts';
import { dayOfReading } from '../checks/codage-ancien.ts';
import type { Collection } from '../collection.ts';
import type { Fiche } from '../record/fiche.ts';
import { splitFrontMatter } from '../record/front-matter.ts';
import { parseHeader } from '../record/header.ts';
import { askGit, askGitForBytes } from './git.ts';

/** What is known of when definitions changed. */
export interface History {
  /** For the checks; nothing where no record says on which day it was read. */
  readonly told: Pick<CheckContext, 'definitionDates'>;
  /** A record says on which day it was read, and no history tells what changed since. */
  readonly isUnknown: boolean;
}

/** When the definitions changed that the dated readings of a workspace rest on; git is asked only where there is one. */
export function readHistory(root: string, { files }: Collection, today: string): History {
  const fiches = files.flatMap(({ fiche }) => fiche ?? []);
  const dated = fiches.filter(({ header }) => dayOfReading(header.value.codage) !== undefined);
  const hashtags = dated.flatMap(({ body }) => body.passages.flatMap((passage) => passage.themes));
  const borne = new Set(hashtags.map(({ word }) => word));
  const themes = fiches.filter(({ id, type }) => type?.name === 'theme' && borne.has(id));
  if (themes.length === 0) return { told: {}, isUnknown: false };
  const definitionDates = readDefinitionDates(root, themes, today);
  return definitionDates ? { told: { definitionDates }, isUnknown: false } : { told: {}, isUnknown: true };
}

/**
 * The last day on which the definition of each theme changed, or what it includes and excludes: by the history of git,
 * and today for a change that is not in it yet. A theme that never changed is not in it. Undefined where no history
 * tells: no git, no commit of the grille, or a history that is cut.
 */
function readDefinitionDates(
  root: string,
  themes: readonly Pick<Fiche, 'id' | 'file' | 'header'>[],
  today: string,
): ReadonlyMap<string, string> | undefined {
  const [isShallow, prefix, head] = askGit(root, [
    'rev-parse',
    '--is-shallow-repository',
    '--show-prefix',
    'HEAD',
  ])?.split('\n') ?? ['true'];
  if (isShallow !== 'false' || prefix === undefined || !head) return undefined;
  const paths = new Map(themes.map(({ file }) => [file, posix.join(prefix, file)]));
  const commits = listCommits(root, [...new Set(themes.map(({ file }) => posix.dirname(file)))]);
  if (!commits || commits.length === 0) return undefined;
  const wanted = themes.flatMap(({ file }) => {
    const path = paths.get(file) ?? '';
    return commits
      .filter(({ files }) => files.has(path))
      .map(({ id, date }) => ({ name: `${id}:${path}`, file, date }));
  });
  const heads = [...paths].map(([file, path]) => ({ name: `${head}:${path}`, file, date: '' }));
  const texts = readBlobs(
    root,
    [...wanted, ...heads].map(({ name }) => name),
  );
  if (!texts) return undefined;
  const dates = new Map<string, string>();
  for (const theme of themes) {
    const isOwn = ({ file }: { file: string }) => file === theme.file;
    const versions = wanted.filter(isOwn).map(({ name, date }) => ({ date, text: texts.get(name) }));
    const committed = texts.get(heads.find(isOwn)?.name ?? '');
    const date = isChanged(theme, committed) ? today : findLastChange(versions);
    if (date) dates.set(theme.id, date);
  }
  return dates;
}

interface Commit {
  readonly id: string;
  /** The day on which it was written, where its author was. */
  readonly date: string;
  /** Paths from the top of the repository. */
  readonly files: ReadonlySet<string>;
}

/**
 * The commits of the current branch that touched some folders, the newest first; what a merge brings is dated by the merge, since
 * it holds here from that day on.
 */
function listCommits(root: string, folders: readonly string[]): Commit[] | undefined {
  const words = [
    '-c',
    'log.showRoot=true',
    'log',
    '-z',
    '--first-parent',
    '-m',
    '--no-renames',
    '--no-relative',
    '--no-show-signature',
    '--format=%x01%H %as',
    '--name-only',
    '--',
  ];
  return askGit(root, [...words, ...folders])
    ?.split('\u0001')
    .slice(1)
    .map((block) => {
      const [first = '', ...files] = block.split('\0').map((part) => part.replace(/^\n/, ''));
      const [id = '', date = ''] = first.split(' ');
      return { id, date, files: new Set(files.filter(Boolean)) };
    });
}

/** The texts of `commit:path` names, all asked at once; one that is not there has none. */
function readBlobs(root: string, names: readonly string[]): Map<string, string> | undefined {
  const asked = names.filter((name) => !name.includes('\n'));
  const answer = askGitForBytes(root, ['cat-file', '--batch=%(objecttype) %(objectsize)'], `${asked.join('\n')}\n`);
  if (!answer) return undefined;
  const texts = new Map<string, string>();
  let at = 0;
  for (const name of asked) {
    const end = answer.indexOf(10, at);
    const [type, size] = answer.subarray(at, end).toString('utf8').split(' ');
    at = end + 1;
    if (type !== 'blob') continue;
    texts.set(name, answer.subarray(at, at + Number(size)).toString('utf8'));
    at += Number(size) + 1;
  }
  return texts;
}

/** The date of the newest version whose definition is not that of the version before it; versions come newest first. */
function findLastChange(versions: readonly { date: string; text: string | undefined }[]): string | undefined {
  let newer: { date: string; said: string } | undefined;
  for (const { date, text } of versions) {
    const said = text === undefined ? undefined : definitionIn(text);
    if (said === undefined) continue;
    if (newer && newer.said !== said) return newer.date;
    newer = { date, said };
  }
  return undefined;
}

/** Whether the file says another thing than the last commit; one that no commit holds is new, not changed. */
function isChanged({ header }: Pick<Fiche, 'header'>, committed: string | undefined): boolean {
  const said = committed === undefined ? undefined : definitionIn(committed);
  return said !== undefined && said !== sayDefinition(header.value);
}

/** What a version of a theme says of its meaning; undefined where its header does not read. */
function definitionIn(text: string): string | undefined {
  const parts = splitFrontMatter('', text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const header = 'fault' in parts ? undefined : parseHeader('', parts).header;
  return header && sayDefinition(header.value);
}

function sayDefinition({ definition, inclure, exclure }: Readonly<Record<string, unknown>>): string {
  return JSON.stringify([definition, inclure, exclure]);
}
