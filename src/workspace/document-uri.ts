import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { UsageError } from '../usage-error.ts';
import { findWorkspace } from './find-workspace.ts';

/** A file of a workspace: its path there, with `/`. */
export interface PlacedFile {
  readonly root: string;
  readonly file: string;
}

/** The place in a workspace that a URI of an editor leads to; undefined where it leads to no file, or to none of a workspace. */
export function placeOfUri(uri: string): PlacedFile | undefined {
  const path = pathOfUri(uri);
  const root = path && findWorkspaceAbove(path);
  return path && root !== undefined ? { root, file: relative(root, path).split(sep).join('/') } : undefined;
}

/** The workspace of a path, be it a file or a folder, there or not yet; undefined where it is in none. */
export function findWorkspaceAbove(path: string): string | undefined {
  let folder = path;
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  for (const start of [folder, dirname(folder)]) {
    try {
      return findWorkspace(start);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
    }
  }
  return undefined;
}

/** The path of a URI; undefined where it is not that of a file of this machine. */
export function pathOfUri(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** The URI of a file of a workspace. */
export function uriOf({ root, file }: PlacedFile): string {
  return pathToFileURL(join(root, ...file.split('/'))).href;
}
