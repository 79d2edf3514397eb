import { checkCommand } from './check.ts';
import type { CommandSpec } from './command-spec.ts';
import { completeCommand } from './complete.ts';
import { explainCommand } from './explain.ts';
import { importCommand } from './import.ts';
import { initCommand } from './init.ts';
import { listCommand } from './list.ts';
import { lspCommand } from './lsp.ts';
import { newCommand } from './new.ts';
import { reportCommand } from './report.ts';
import { searchCommand } from './search.ts';
import { showCommand } from './show.ts';
import { suiviCommand } from './suivi.ts';
import { themesCommand } from './themes.ts';
import { verifyCommand } from './verify.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandSpec[] = [
  initCommand,
  newCommand,
  importCommand,
  checkCommand,
  explainCommand,
  reportCommand,
  verifyCommand,
  listCommand,
  showCommand,
  searchCommand,
  themesCommand,
  suiviCommand,
  completeCommand,
  lspCommand,
];
