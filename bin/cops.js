#!/usr/bin/env node
import { main } from '../dist/cli.js';

const { cwd, env, stdin, stdout, stderr } = process;
// A reader that has seen enough, such as `head`, is no fault.
stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 2));
// Heard between two turns of the loop: a file being written is finished first.
process.once('SIGINT', () => process.exit(130));

process.exitCode = await main(process.argv.slice(2), { cwd: cwd(), env, stdin, stdout, stderr, now: new Date() });
