import { type Command, CommanderError } from 'commander';
import { buildProgram } from './cli/build-program.ts';
import { sayCommanderError } from './commands/french-commander.ts';
import { type Io, type Outcome, print } from './commands/io.ts';
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
