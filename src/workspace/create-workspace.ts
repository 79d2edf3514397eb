import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { compareText } from '../diagnostic.ts';
import { quote } from '../french.ts';
import { UsageError } from '../usage-error.ts';
import { CI_SAMPLES, type CiSample, isExecutable, placeSample } from './ci-samples.ts';
import type { Editor } from './editors.ts';
import { isWorkspace, RECORDS_FOLDER } from './find-workspace.ts';
import { findPackageRoot } from './package-files.ts';
import { readRepositoryPrefix } from './repository-prefix.ts';
import { writeFile } from './write-file.ts';

/** What a new workspace holds, by path in it: what is to be written, and what was there and stays. */
export interface WorkspacePlan {
  readonly missing: ReadonlyMap<string, string>;
  readonly kept: readonly string[];
  /** Whether a workspace was there, and what was asked beside it is alone in the plan. */
  readonly isAddition: boolean;
}

/** What is asked for beside the workspace itself. */
export interface Additions {
  readonly editor?: Editor;
  readonly ci: readonly CiSample[];
}

/**
 * Compares a folder, which may not exist yet, with a new workspace and what is asked beside it: where there is a workspace
 * already, with that alone. Throws a UsageError where a file is in the way of a folder.
 */
export function planWorkspace(root: string, { editor, ci }: Additions): WorkspacePlan {
  const isAddition = (editor !== undefined || ci.length > 0) && isWorkspace(root);
  const starting = isAddition ? [] : readStartingFiles();
  const settings = editor ? readFolder(join(findPackageRoot(), 'templates', 'editeurs', editor), '') : [];
  const samples = readSamples(root, { ci, isAddition });
  const files = [...starting, ...settings, ...samples].sort(([a], [b]) => compareText(a, b));
  for (const folder of new Set(files.map(([file]) => dirname(join(root, file))))) refuseFileInTheWay(folder);
  const isThere = (file: string) => lstatSync(join(root, file), { throwIfNoEntry: false }) !== undefined;
  return {
    missing: new Map(files.filter(([file]) => !isThere(file))),
    kept: files.map(([file]) => file).filter(isThere),
    isAddition,
  };
}

/** Writes what a workspace lacks, and touches nothing else. */
export function createWorkspace(root: string, { missing }: WorkspacePlan): void {
  for (const [file, text] of missing)
    writeFile(join(root, file), text, { overwrite: false, executable: isExecutable(file) });
}

/** The settings and notes of `templates/espace`, the grille and the PRS of the package. */
function* readStartingFiles(): Iterable<[file: string, text: string]> {
  const top = findPackageRoot();
  yield* readFolder(join(top, 'templates', 'espace'), '');
  for (const folder of ['themes', 'prs'])
    yield* readFolder(join(top, RECORDS_FOLDER, folder), `${RECORDS_FOLDER}/${folder}/`);
}

/**
 * Samples for what runs `cops check`: those named, else all for a workspace that is new and not inside a repository, at whose top
 * nothing is to be written unasked.
 */
function readSamples(
  root: string,
  { ci, isAddition }: { ci: readonly CiSample[]; isAddition: boolean },
): [file: string, text: string][] {
  const prefix = readRepositoryPrefix(root) ?? '';
  const byDefault = isAddition || prefix !== '' ? [] : CI_SAMPLES;
  return [...new Set(ci.length > 0 ? ci : byDefault)]
    .flatMap((name) => [...readFolder(join(findPackageRoot(), 'templates', 'ci', name), '')])
    .map((sample) => placeSample(sample, prefix));
}

function* readFolder(folder: string, prefix: string): Iterable<[file: string, text: string]> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    yield [prefix + relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')];
  }
}

/** Looks at the folder, or at the nearest above it that is there. */
function refuseFileInTheWay(folder: string): void {
  let path = folder;
  while (!existsSync(path) && path !== dirname(path)) path = dirname(path);
  if (statSync(path).isDirectory()) return;
  throw new UsageError(
    `${quote(path)} est un fichier, à la place du dossier voulu : déplacez-le, ou choisissez un autre dossier. Rien n’a été écrit.`,
  );
}
