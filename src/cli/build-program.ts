import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { localizeHelp } from '../commands/french-commander.ts';
import type { Io, Outcome } from '../commands/io.ts';
import { findNearest, formatList, quote, slugify } from '../french.ts';
import { UsageError } from '../usage-error.ts';
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
    .enablePositionalOptions()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => undefined,
      getOutHelpWidth: () => io.stdout.columns ?? 80,
      getErrHelpWidth: () => io.stderr.columns ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  for (const spec of COMMANDS) addCommand(program, spec, { io, end, program });
  return program;
}

interface Running {
  readonly io: Io;
  readonly end: (outcome: Outcome) => void;
  readonly program: Command;
}

function addCommand(parent: Command, spec: CommandSpec, running: Running): void {
  const { io, end, program } = running;
  const command = localizeHelp(parent.command(spec.name)).helpCommand(false).description(spec.description);
  for (const { form, description } of spec.arguments ?? []) command.argument(form, description);
  command.option(
    '-C, --directory <dossier>',
    'l’espace de travail, ou un dossier qu’il contient (par défaut, le dossier courant)',
  );
  for (const option of spec.options ?? []) command.addOption(toOption(option));
  if (spec.readsItself) command.allowUnknownOption().helpOption(false);
  else command.allowExcessArguments(spec.subcommands !== undefined);
  if (spec.subcommands) {
    command.enablePositionalOptions().usage('[options] [commande]');
    for (const sub of spec.subcommands) addCommand(command, sub, running);
  }
  if (spec.afterHelp) command.addHelpText('after', `\n${spec.afterHelp}`);
  command.action(async () => {
    const { directory: named, ...options } = command.opts<{ directory?: string }>();
    const above = parent.opts<{ directory?: string }>().directory;
    const directory = resolve(io.cwd, named ?? above ?? '.');
    refuseUnknownWord(command.args[0], spec);
    const isAfterDashes = rawWords(program)[1] === '--';
    end(await spec.run({ words: command.args, options, directory, io, command, commands: COMMANDS, isAfterDashes }));
  });
}

/** A word that names none of the commands below a command. */
function refuseUnknownWord(word: string | undefined, { name, subcommands }: CommandSpec): void {
  if (!subcommands || word === undefined) return;
  const known = subcommands.map((sub) => sub.name);
  const nearest = findNearest(word, known);
  const advice = nearest ? `le plus proche est ${quote(nearest)}` : `ceux qu’elle connaît sont ${formatList(known)}`;
  throw new UsageError(`La commande « cops ${name} » ne connaît pas le mot ${quote(word)} ; ${advice}.`);
}

function toOption({ flags, description, choices, default: byDefault, repeats }: OptionSpec): Option {
  const option = new Option(flags, description);
  if (choices) acceptAccents(option.choices(choices), choices);
  if (byDefault !== undefined) option.default(byDefault);
  if (!repeats) return option;
  const read = option.parseArg;
  return option.argParser((value: string, before: readonly string[] = []) => [
    ...before,
    read ? String(read(value, undefined)) : value,
  ]);
}

/** « prévu » is `prevu`: a choice that differs from what was typed by accents and capitals alone is that choice. */
function acceptAccents(option: Option, choices: readonly string[]): void {
  const read = option.parseArg;
  option.argParser((typed: string, before: unknown) => {
    const meant = choices.find((choice) => slugify(choice) === slugify(typed)) ?? typed;
    return read ? read(meant, before) : meant;
  });
}

/** The words as they were typed; commander keeps them, though its types do not say so. */
function rawWords(program: Command): readonly string[] {
  return (program as Command & { rawArgs?: readonly string[] }).rawArgs ?? [];
}
