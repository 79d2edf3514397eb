import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isThere, writeFile } from './write-file.ts';

/** A copy that stands on the disk. */
export interface WrittenCopy {
  /** As the names say it. */
  readonly name: string;
  /** Whether it was written now, and not there already with the same bytes. */
  readonly isNew: boolean;
}

/** Writes a file under the first name that is free, over no other; one that is there with the same bytes is left as the copy that it is. */
export function writeCopy(nameOf: (turn: number) => string, bytes: Uint8Array, folder: string): WrittenCopy {
  for (let turn = 0; ; turn++) {
    const name = nameOf(turn);
    const path = resolve(folder, name);
    if (!isThere(path)) {
      writeFile(path, bytes, { overwrite: false });
      return { name, isNew: true };
    }
    if (holds(path, bytes)) return { name, isNew: false };
  }
}

function holds(path: string, bytes: Uint8Array): boolean {
  try {
    return Buffer.compare(readFileSync(path), bytes) === 0;
  } catch {
    // A folder, or a file that is not to be read: the next name is tried.
    return false;
  }
}
