import { resolve } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { localizeHelp, sayCommanderError } from './commands/french-commander.ts';
import { type Io, type Outcome, print } from './commands/io.ts';
import type { ReportOptions } from './commands/report.ts';
import { UsageError } from './usage-error.ts';

/** How cops ends, for scripts and CI; 130 is Ctrl-C as shells have it, at a prompt here and elsewhere in `bin/cops.js`. */
const EXIT_CODES = { fine: 0, faults: 1, usage: 2, defect: 2, interrupted: 130 } as const;

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

async function endWith(error: unknown, program: Command, io: Io): Promise<number> {
  if (error instanceof UsageError) {
    await say(error.message, io);
    return EXIT_CODES.usage;
  }
  if (error instanceof CommanderError) {
    const message = sayCommanderError(error, program);
    if (message) await say(message, io);
    return message || error.code === 'commander.help' ? EXIT_CODES.usage : EXIT_CODES.fine;
  }
  print(
    io.stderr,
    'cops : le programme s’est trompé, ce n’est pas votre faute. Transmettez ce qui suit à la personne qui l’entretient :',
  );
  print(io.stderr, error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT_CODES.defect;
}

/** A sentence on stderr; what cuts it to the terminal is loaded only then. */
async function say(sentence: string, { stderr }: Io): Promise<void> {
  const { tell } = await import('./commands/wrap.ts');
  tell(stderr, `cops : ${sentence}`);
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
  addInit(program, io, end);
  addNew(program, io, end);
  addCheck(program, io, end);
  addReport(program, io, end);
  return program;
}

function addCommand(program: Command, name: string, description: string): Command {
  const command = localizeHelp(program.command(name)).helpCommand(false).description(description);
  return command
    .allowExcessArguments(false)
    .option(
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

function addReport(program: Command, io: Io, end: End): void {
  addCommand(program, 'report', 'écrit la synthèse régionale, dont chaque chiffre renvoie à ses preuves')
    .option('--prs <id>', 'le PRS dont faire la synthèse, comme 2018-2022')
    .option('--depuis <date>', 'seulement les ateliers depuis cette date, et les projets encore en cours')
    .option('--jusqua <date>', 'seulement les ateliers jusqu’à cette date, et les projets déjà commencés')
    .option('--departement <numero>', 'seulement les fiches qui nomment ce département')
    .addOption(new Option('--format <format>', 'forme du résultat').choices(['md', 'json']).default('md'))
    .option('--output <fichier>', 'écrire dans ce fichier plutôt qu’à l’écran (« - » : à l’écran)')
    .option('--partial', 'passer outre les fiches qui ont une erreur : la synthèse les compte à part')
    .option('--brouillons', 'compter aussi les brouillons')
    .option('--interne', 'montrer aussi les fiches internes et les noms : ce document ne doit pas quitter le centre')
    .action(async ({ directory, ...options }: Omit<ReportOptions, 'directory'> & { directory?: string }) => {
      const { report } = await import('./commands/report.ts');
      end(await report({ ...options, directory: directoryOf({ ...(directory && { directory }) }, io) }, io));
    });
}

/** The words after `new` are read in its module, which knows the types of the workspace and their keys. */
function addNew(program: Command, io: Io, end: End): void {
  addCommand(program, 'new', 'écrit une nouvelle fiche : questions dans un terminal, options ailleurs')
    .argument('[type]', 'atelier, projet, theme, prs, ou un type de cet espace')
    .argument('[options...]')
    .allowUnknownOption()
    .helpOption(false)
    .action(async (_type: unknown, _words: unknown, options: { directory?: string }, parent: Command) => {
      const { writeNew } = await import('./commands/new.ts');
      end(await writeNew(parent.args, { directory: directoryOf(options, io), parent }, io));
    });
}

function addInit(program: Command, io: Io, end: End): void {
  addCommand(program, 'init', 'prépare un espace de travail : réglages, grille, PRS')
    .argument('[dossier]', 'le dossier de l’espace, créé s’il n’existe pas (par défaut, le dossier courant)')
    .option('--dry-run', 'énumère ce qui serait écrit, sans l’écrire', false)
    .action(async (folder: string | undefined, { dryRun, ...options }: { directory?: string; dryRun: boolean }) => {
      const { init } = await import('./commands/init.ts');
      end(init({ directory: resolve(directoryOf(options, io), folder ?? '.'), dryRun }, io));
    });
}
