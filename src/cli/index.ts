import { checkCommand } from './check.ts';
import type { CommandSpec } from './command-spec.ts';
import { completeCommand } from './complete.ts';
import { initCommand } from './init.ts';
import { lspCommand } from './lsp.ts';
import { newCommand } from './new.ts';
import { reportCommand } from './report.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandSpec[] = [
  initCommand,
  newCommand,
  checkCommand,
  reportCommand,
  completeCommand,
  lspCommand,
];
