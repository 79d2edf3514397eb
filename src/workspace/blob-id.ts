import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The name that git gives to bytes, computed without git: it changes with the least of them. */
export function computeBlobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** The blob id of a file of the workspace as it is on disk. */
export function readBlobId(root: string, file: string): string {
  return computeBlobId(readFileSync(join(root, ...file.split('/'))));
}

/** A short print of some words, by which they are known again. */
export function printOf(words: string): string {
  return computeBlobId(new TextEncoder().encode(words)).slice(0, 16);
}
