// The floor under any check: walks a folder and reads each of its files, and does nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';

/** How many bytes the files below a folder hold. @param {string} folder @returns {number} */
function readAll(folder) {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    bytes += entry.isDirectory() ? readAll(path) : readFileSync(path).length;
  }
  return bytes;
}

readAll(argv[2] ?? '.');
