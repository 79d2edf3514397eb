import type { Readable, Writable } from 'node:stream';

/** The world as a command sees it; `bin/cops.js` gives the real one, tests their own. */
export interface Io {
  readonly cwd: string;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Terminal;
  readonly stderr: Terminal;
  readonly now: Date;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A stream that may be a terminal, with its width in columns. */
export type Terminal = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** How a command ended: exit codes are in `cli.ts`. */
export type Outcome = 'fine' | 'faults' | 'interrupted';

/** Writes a line. */
export function print(stream: Writable, line = ''): void {
  stream.write(`${line}\n`);
}

/** Columns to write in: those of the terminal, between readable bounds; none where it is no terminal. */
export function widthOf(stream: Terminal): number | undefined {
  return stream.isTTY ? Math.max(40, Math.min(stream.columns ?? 80, 120)) : undefined;
}

/** The current day where the person is, as an ISO date. */
export function dayOf({ now }: Pick<Io, 'now'>): string {
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
