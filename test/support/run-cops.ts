import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { main } from '../../src/cli.ts';

/** What a command left behind. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface World {
  readonly cwd: string;
  /** Text on standard input, which is no terminal. */
  readonly stdin?: string;
  /** Columns of a terminal on stdout and stderr; no terminal where it is left out. */
  readonly columns?: number;
  readonly env?: Record<string, string>;
  readonly now?: Date;
}

/** Runs one command line through `main()`, as the program would. */
export async function runCops(argv: readonly string[], world: World): Promise<Ran> {
  const stdout = new Captured(world.columns);
  const stderr = new Captured(world.columns);
  const code = await main(argv, {
    cwd: world.cwd,
    env: world.env ?? {},
    now: world.now ?? new Date('2026-01-15T12:00:00Z'),
    stdin: Readable.from(world.stdin === undefined ? [] : [world.stdin]),
    stdout,
    stderr,
  });
  return { code, stdout: stdout.text, stderr: stderr.text };
}

class Captured extends PassThrough {
  readonly isTTY: boolean;
  readonly columns: number;
  text = '';

  constructor(columns: number | undefined) {
    super();
    this.isTTY = columns !== undefined;
    this.columns = columns ?? 80;
    this.on('data', (chunk) => {
      this.text += String(chunk);
    });
  }
}

/** A folder that is gone after the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cops-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A temporary workspace with the grille and the PRS of `records/`, and the files given by their path in it. */
export function makeWorkspace(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = makeFolder();
  for (const folder of ['themes', 'prs'])
    cpSync(`records/${folder}`, join(root, 'records', folder), { recursive: true });
  writeFiles(root, files);
  return root;
}

/** Writes files by their path below a folder. */
export function writeFiles(root: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}
