import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { main } from '../../src/cli.ts';
import type { Ran } from './run-cops.ts';

/** Keys as a terminal sends them. */
export const ENTER = '\r';
export const DOWN = '\u001b[B';
export const SPACE = ' ';
export const CTRL_C = '\u0003';
export const CTRL_D = '\u0004';
export const ERASE = '\u0015';

/** What to wait for on the screen, and the keys that answer it. */
export type Answer = readonly [awaited: string, ...keys: string[]];

/** Runs a command line at a terminal of 80 columns, answering each question once it shows; fails on one that never does. */
export async function runAtTerminal(
  argv: readonly string[],
  { cwd, answers, env = {} }: { cwd: string; answers: readonly Answer[]; env?: Record<string, string> },
): Promise<Ran & { screen: string }> {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  const stdout = terminal();
  const stderr = terminal();
  const ran = main(argv, {
    cwd,
    env,
    now: new Date('2026-01-15T12:00:00Z'),
    stdin,
    stdout: stdout.stream,
    stderr: stderr.stream,
  });
  for (const [awaited, ...keys] of answers) {
    await stdout.wait(awaited);
    for (const key of keys) {
      stdin.write(key);
      await rest();
    }
  }
  const code = await ran;
  const screen = stripVTControlCharacters(stdout.all());
  return { code, stdout: stdout.all(), stderr: stderr.all(), screen };
}

/** Lets a prompt hear a key and draw itself anew. */
function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 15));
}

function terminal() {
  let text = '';
  let seen = 0;
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  stream.on('data', (chunk) => {
    text += String(chunk);
  });
  const wait = async (awaited: string) => {
    for (let tries = 0; tries < 300; tries++) {
      const at = stripVTControlCharacters(text).indexOf(awaited, seen);
      if (at >= 0) {
        await rest();
        seen = stripVTControlCharacters(text).length;
        return;
      }
      await rest();
    }
    throw new Error(
      `« ${awaited} » never showed. The screen ends with:\n${stripVTControlCharacters(text).slice(-600)}`,
    );
  };
  return { stream, wait, all: () => text };
}
