import { existsSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { quote } from '../french.ts';
import { UsageError } from '../usage-error.ts';
import { askGit } from './git.ts';
import { readRepositoryPrefix } from './repository-prefix.ts';

/** Which records are asked for, once git has said what changed. */
export interface Changes {
  /** The paths that were typed; among them a word behind `--changed` that is one. */
  readonly paths: readonly string[];
  /** The version since which something changed; undefined where that was not asked. */
  readonly since: string | undefined;
  readonly isChanged: (file: string) => boolean;
}

/**
 * What changed in a workspace: what is not committed, staged or not, new files too; with a version, also what was committed
 * since the current branch left it. A word that is no version and names a file is one of the paths, as git itself reads it.
 * Throws a UsageError where git cannot tell.
 */
export function readChanges(
  root: string,
  { paths, changed, cwd }: { paths: readonly string[]; changed?: string | true; cwd: string },
): Changes {
  if (changed === undefined) return { paths, since: undefined, isChanged: () => true };
  if (askGit(root, ['rev-parse', '--is-inside-work-tree'])?.trim() !== 'true') throw new UsageError(NO_GIT);
  const isPath = changed !== true && changed !== '' && !readCommit(root, changed) && existsSync(resolve(cwd, changed));
  if (isPath) return { ...listChanges(root, undefined), paths: [changed, ...paths] };
  return { ...listChanges(root, changed === true ? undefined : changed), paths };
}

function listChanges(root: string, revision: string | undefined): Omit<Changes, 'paths'> {
  const base = findBase(root, revision);
  const since = (...words: string[]) =>
    askForPaths(root, [
      'diff',
      ...words,
      '--name-only',
      '-z',
      '--no-renames',
      '--no-ext-diff',
      '--no-relative',
      base,
      '--',
    ]);
  // Asked from the top: a grille may lie outside the workspace.
  const top = askGit(root, ['rev-parse', '--show-toplevel'])?.replace(/\n$/, '') ?? root;
  const prefix = readRepositoryPrefix(root) ?? '';
  const untracked = askForPaths(top, ['ls-files', '-z', '--others', '--exclude-standard']);
  const found = [...since(), ...since('--cached'), ...untracked];
  const files = new Set(found.map((path) => posix.relative(`/${prefix}`, `/${path}`)));
  return { since: revision ?? 'HEAD', isChanged: (file) => files.has(file.normalize('NFC')) };
}

/** The commit to compare with; where nothing was committed yet, the empty tree. */
function findBase(root: string, revision: string | undefined): string {
  const head = readCommit(root, 'HEAD');
  if (revision === undefined) return head ?? readEmptyTree(root);
  const wanted = readCommit(root, revision);
  if (!wanted) throw new UsageError(sayUnknown(revision));
  const base = head && askGit(root, ['merge-base', wanted, head])?.trim();
  if (!base) throw new UsageError(sayUnrelated(revision));
  return base;
}

/** A name that begins with a hyphen is none, and git would take it for an option. */
function readCommit(root: string, name: string): string | undefined {
  if (name.startsWith('-') || name === '') return undefined;
  return askGit(root, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`])?.trim();
}

function readEmptyTree(root: string): string {
  const id = askGit(root, ['hash-object', '-t', 'tree', '--stdin'])?.trim();
  if (!id) throw new UsageError(NO_GIT);
  return id;
}

/** Paths that git ends with a NUL, from the workspace on. Throws a UsageError where git refuses, lest nothing seem to have changed. */
function askForPaths(root: string, words: readonly string[]): string[] {
  const answer = askGit(root, ['--no-optional-locks', ...words]);
  if (answer === undefined) throw new UsageError(NO_ANSWER);
  return answer
    .split('\0')
    .filter(Boolean)
    .map((path) => path.normalize('NFC'));
}

const NO_GIT =
  '--changed demande à git ce qui a changé, mais cet espace n’est pas dans un dépôt git, ou git n’est pas installé ou refuse de le lire (« git status » dit pourquoi). Sans --changed, « cops check » vérifie toutes les fiches.';
const NO_ANSWER =
  'git n’a pas su dire ce qui a changé : lancez « git status » ici pour savoir pourquoi. Sans --changed, « cops check » vérifie toutes les fiches.';
const WHOLE_HISTORY =
  'Si ce dépôt est une copie partielle, comme souvent en intégration continue, demandez tout l’historique : « git fetch --unshallow », fetch-depth: 0 sur GitHub, GIT_DEPTH: 0 sur GitLab.';

function sayUnknown(revision: string): string {
  const [remote, ...branch] = revision.split('/');
  const fetch = branch.length > 0 ? `git fetch ${remote} ${branch.join('/')}` : 'git fetch';
  return `--changed : git ne connaît pas la version ${quote(revision)}. Vérifiez son orthographe (« git branch --all » les énumère), ou récupérez-la avec ${quote(fetch)}. ${WHOLE_HISTORY}`;
}

function sayUnrelated(revision: string): string {
  return `--changed : git ne trouve aucun point commun entre ${quote(revision)} et la version actuelle. ${WHOLE_HISTORY}`;
}
