import type { Command } from 'commander';
import type { Completes } from '../commands/completable.ts';
import type { Io, Outcome } from '../commands/io.ts';

/** A word after a command: `<name>` is needed, `[name]` is not, `[name...]` may stand several times. */
export interface ArgumentSpec {
  readonly form: string;
  readonly description: string;
  /** What a shell offers for it. */
  readonly completes?: Completes;
}

/** An option as its help shows it: `--format <format>`. */
export interface OptionSpec {
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  /** What a shell offers for its value, where that is no closed list. */
  readonly completes?: Completes;
  readonly default?: string | boolean | readonly string[];
  /** May be given several times: its values are a list. */
  readonly repeats?: boolean;
}

/** What was typed after a command. */
export interface Call<Options = unknown> {
  readonly words: readonly string[];
  /** By their names in commander: `--dry-run` is `dryRun`. */
  readonly options: Options;
  /** Absolute path of the folder that `-C` names, else of the current one. */
  readonly directory: string;
  readonly io: Io;
  readonly command: Command;
  /** The whole table, for a command that speaks of the others. */
  readonly commands: readonly CommandSpec[];
  /** Whether `--` stands just behind the name of the command: all else is then words. */
  readonly isAfterDashes: boolean;
}

/** One command of `cops`: what its help says, and what it runs. Its module is loaded when it is run, never before. */
export interface CommandSpec<Options = unknown> {
  readonly name: string;
  readonly description: string;
  readonly arguments?: readonly ArgumentSpec[];
  readonly options?: readonly OptionSpec[];
  /** Commands that its first word may name; without one of them, the command itself is run, and takes no word. */
  readonly subcommands?: readonly CommandSpec[];
  /** Its words and options are read by its own module, which knows the types of the workspace and their keys. */
  readonly readsItself?: true;
  /** What stands below its help. */
  readonly afterHelp?: string;
  run(call: Call<Options>): Promise<Outcome>;
}
