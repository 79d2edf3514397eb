import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { localizeHelp } from '../commands/french-commander.ts';
import type { Io, Outcome } from '../commands/io.ts';
import type { CommandSpec, OptionSpec } from './command-spec.ts';
import { COMMANDS } from './index.ts';

/** The command line of `cops`; `end` hears how the command that was run ended. */
export function buildProgram(io: Io, end: (outcome: Outcome) => void): Command {
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
  for (const spec of COMMANDS) addCommand(program, spec, { io, end });
  return program;
}

function addCommand(
  program: Command,
  spec: CommandSpec,
  { io, end }: { io: Io; end: (outcome: Outcome) => void },
): void {
  const command = localizeHelp(program.command(spec.name)).helpCommand(false).description(spec.description);
  for (const { form, description } of spec.arguments ?? []) command.argument(form, description);
  command.option(
    '-C, --directory <dossier>',
    'l’espace de travail, ou un dossier qu’il contient (par défaut, le dossier courant)',
  );
  for (const option of spec.options ?? []) command.addOption(toOption(option));
  if (spec.readsItself) command.allowUnknownOption().helpOption(false);
  else command.allowExcessArguments(false);
  if (spec.afterHelp) command.addHelpText('after', `\n${spec.afterHelp}`);
  command.action(async () => {
    const { directory: named = '.', ...options } = command.opts<{ directory?: string }>();
    const directory = resolve(io.cwd, named);
    const isAfterDashes = rawWords(program)[1] === '--';
    end(await spec.run({ words: command.args, options, directory, io, command, commands: COMMANDS, isAfterDashes }));
  });
}

function toOption({ flags, description, choices, default: byDefault, repeats }: OptionSpec): Option {
  const option = new Option(flags, description);
  if (choices) option.choices(choices);
  if (byDefault !== undefined) option.default(byDefault);
  if (!repeats) return option;
  const read = option.parseArg;
  return option.argParser((value: string, before: readonly string[] = []) => {
    read?.(value, undefined);
    return [...before, value];
  });
}

/** The words as they were typed; commander keeps them, though its types do not say so. */
function rawWords(program: Command): readonly string[] {
  return (program as Command & { rawArgs?: readonly string[] }).rawArgs ?? [];
}
