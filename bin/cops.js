#!/usr/bin/env node
import { main } from '../dist/cli.js';

const { cwd, env, stdin, stdout, stderr } = process;
// A reader that has seen enough, such as `head`, is no fault; a full disk is.
stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit(0);
  const reason = error.code === 'ENOSPC' ? 'le disque est plein' : `le système répond ${error.code}`;
  stderr.write(`cops : Le résultat n’a pas pu être écrit : ${reason}.\n`);
  process.exit(2);
});
stderr.on('error', () => undefined);
// Heard between two turns of the loop: a file being written is finished first.
process.once('SIGINT', () => process.exit(130));

process.exitCode = await main(process.argv.slice(2), { cwd: cwd(), env, stdin, stdout, stderr, now: new Date() });
