import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** The program as it is run, built from the sources as they are now. */
export function buildCops(): string {
  const { status, stderr } = spawnSync(process.execPath, ['build.js'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`build.js ended with ${status}: ${stderr}`);
  return resolve('bin/cops.js');
}
