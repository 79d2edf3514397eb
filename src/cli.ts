import { resolve } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { localizeHelp, sayCommanderError } from './commands/french-commander.ts';
import { type Io, type Outcome, print } from './commands/io.ts';
import { UsageError } from './usage-error.ts';

/** How cops ends, for scripts and CI; `bin/cops.js` adds 130 for Ctrl-C, as shells have it. */
const EXIT_CODES = { fine: 0, faults: 1, usage: 2, defect: 2 } as const;

/** Runs one command line and returns its exit code. Only this function turns a fault into a code. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let outcome: Outcome = 'fine';
  const program = buildProgram(io, (ended) => {
    outcome = ended;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return EXIT_CODES[outcome];
  } catch (error) {
    return endWith(error, program, io);
  }
}

function endWith(error: unknown, program: Command, io: Io): number {
  if (error instanceof UsageError) {
    print(io.stderr, `cops : ${error.message}`);
    return EXIT_CODES.usage;
  }
  if (error instanceof CommanderError) {
    const message = sayCommanderError(error, program);
    if (message) print(io.stderr, `cops : ${message}`);
    return message || error.code === 'commander.help' ? EXIT_CODES.usage : EXIT_CODES.fine;
  }
  print(
    io.stderr,
    'cops : le programme s’est trompé, ce n’est pas votre faute. Transmettez ce qui suit à la personne qui l’entretient :',
  );
  print(io.stderr, error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT_CODES.defect;
}

type End = (outcome: Outcome) => void;

/** The command line, in the order of the help. A command's module is loaded when it is run, never before. */
function buildProgram(io: Io, end: End): Command {
  const program = localizeHelp(new Command('cops'))
    .description(
      'La mémoire d’un centre ressource du partenariat en santé : des fiches vérifiées, une synthèse dont chaque chiffre se prouve.',
    )
    .usage('<commande> [options]')
    .version(packageJson.version, '-V, --version', 'affiche la version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => undefined,
      getOutHelpWidth: () => io.stdout.columns ?? 80,
      getErrHelpWidth: () => io.stderr.columns ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  addCheck(program, io, end);
  return program;
}

function addCommand(program: Command, name: string, description: string): Command {
  return localizeHelp(program.command(name).description(description).allowExcessArguments(false)).option(
    '-C, --directory <dossier>',
    'l’espace de travail, ou un dossier qu’il contient (par défaut, le dossier courant)',
  );
}

function directoryOf(options: { directory?: string }, io: Io): string {
  return resolve(io.cwd, options.directory ?? '.');
}

function addCheck(program: Command, io: Io, end: End): void {
  addCommand(program, 'check', 'vérifie toutes les fiches, et dit chaque faute à sa ligne')
    .argument('[chemins...]', 'ne montrer que les fautes de ces fichiers ou dossiers')
    .addOption(new Option('--format <format>', 'forme du résultat').choices(['text', 'json']).default('text'))
    .action(async (paths: string[], options: { directory?: string; format: 'text' | 'json' }) => {
      const { check } = await import('./commands/check.ts');
      end(await check({ directory: directoryOf(options, io), paths, format: options.format }, io));
    });
}
