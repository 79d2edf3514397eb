import { resolve } from 'node:path';
import { RootCommand, ShellCompDirective, script } from '@bomb.sh/tab';
import type { Command } from 'commander';
import type { Rule } from '../diagnostic.ts';
import { findNearest, formatList, quote } from '../french.ts';
import { UsageError } from '../usage-error.ts';
import { BASH_COMPLETION } from './bash-completion.ts';
import type { CompletableCommand, CompletableOption, Completes } from './completable.ts';
import { listValues, SHELLS, type ValueSource } from './complete-values.ts';
import { type Io, type Outcome, print } from './io.ts';

/** The script that a shell reads once. Throws a UsageError for a shell that has none. */
export function printScript(shell: string | undefined, io: Io): Outcome {
  const known = SHELLS.find((name) => name === shell);
  if (!known) throw new UsageError(sayShells(shell));
  print(io.stdout, known === 'bash' ? BASH_COMPLETION : captureLog(() => script(known, 'cops', 'cops')).trimEnd());
  return 'fine';
}

function sayShells(shell: string | undefined): string {
  const known = `« cops complete » attend le nom de votre terminal : ${formatList(SHELLS, 'ou')}.`;
  if (shell === undefined) return `${known} « cops complete --help » dit comment l’installer.`;
  const nearest = findNearest(shell, SHELLS);
  return `${quote(shell)} n’est pas connu${nearest ? ` ; le plus proche est ${quote(nearest)}` : ''}. ${known}`;
}

/** What a shell asks at each press of Tab: the words typed, the last of which is being completed. */
export interface CompletionRequest {
  readonly words: readonly string[];
  readonly commands: readonly CompletableCommand[];
  /** Absolute path of the current folder. */
  readonly directory: string;
  readonly parent: Command;
}

/** Answers a shell: a word and what it is on each line, then « : » and whether names of files are words too. */
export async function printSuggestions(request: CompletionRequest, io: Io): Promise<Outcome> {
  const { commands } = request;
  const words = request.words.map((word) => unquote(word, io.env.HOME));
  const directory = resolve(request.directory, findDirectory(words));
  const [name, type, fiche] = words.filter((word) => !word.startsWith('-'));
  const typed = commands.find((command) => command.name === name);
  const completer = new Completer({ directory, fiche, commands, rules: await loadRules(typed) });
  for (const command of commands) completer.add(command, command === typed);
  if (name === 'new' && type) {
    const { readNewCommand } = await import('./complete-new.ts');
    const created = readNewCommand(type, { directory, parent: request.parent });
    if (created) completer.add(created, true);
  }
  const sub = typed?.subcommands?.find((command) => command.name === type);
  if (typed && sub) completer.add({ ...sub, name: `${typed.name} ${sub.name}` }, true);
  io.stdout.write(completer.complete(words));
  return 'fine';
}

async function loadRules(command: CompletableCommand | undefined): Promise<readonly Rule[]> {
  const places = [...(command?.arguments ?? []), ...(command?.options ?? [])];
  return places.some(({ completes }) => completes === 'code') ? (await import('../checks/index.ts')).RULES : [];
}

const OPTIONS: readonly CompletableOption[] = [
  { flags: '-h, --help', description: 'affiche cette aide' },
  { flags: '-C, --directory <dossier>', description: 'l’espace de travail', completes: 'dossier' },
];

/** Gathers what may be typed for @bomb.sh/tab, which finds the place; a class because it hears afterwards which values were asked for. */
class Completer {
  private readonly root = new RootCommand();
  private asked: Completes | undefined;
  private readonly source: ValueSource;

  constructor(source: ValueSource) {
    this.source = source;
    this.root.option('help', 'affiche l’aide', 'h');
    this.root.option('version', 'affiche la version', 'V');
    this.root.command('help', 'affiche l’aide d’une commande').argument('commande', this.offer('commande'));
  }

  /** Options of other commands than the one typed would only be mistaken for its own. */
  add(command: CompletableCommand, isTyped: boolean): void {
    const added = this.root.command(command.name, command.description);
    if (!isTyped) return;
    for (const option of [...(command.options ?? []), ...OPTIONS]) {
      const long = /--([\w-]+)/.exec(option.flags)?.[1] ?? '';
      const short = /^-(\w)\b/.exec(option.flags)?.[1];
      if (/[<[]/.test(option.flags))
        added.option(long, option.description, this.offer(option.completes, option.choices), short);
      else added.option(long, option.description, short);
    }
    if (command.subcommands)
      added.argument(
        'commande',
        this.offer(
          undefined,
          command.subcommands.map(({ name }) => name),
        ),
      );
    for (const { form, completes } of command.arguments ?? [])
      added.argument(form, this.offer(completes), form.includes('...'));
  }

  complete(words: readonly string[]): string {
    const lines = captureLog(() => this.root.parse([...words])).split('\n');
    const said = lines.filter((line) => line !== '' && !line.startsWith(':'));
    return `${[...said.map((line) => line.replace(/\t$/, '')), `:${directiveFor(this.asked)}`].join('\n')}\n`;
  }

  private offer(completes: Completes | undefined, choices: readonly string[] = []) {
    return (add: (word: string, description: string) => void) => {
      this.asked = completes;
      for (const word of choices) add(word, '');
      if (!completes) return;
      for (const { word, description = '' } of listValues(completes, this.source)) add(word, description);
    };
  }
}

function directiveFor(completes: Completes | undefined): number {
  if (completes === 'chemin') return ShellCompDirective.ShellCompDirectiveDefault;
  if (completes === 'dossier') return ShellCompDirective.ShellCompDirectiveFilterDirs;
  return ShellCompDirective.ShellCompDirectiveNoFileComp;
}

/** The folder that the words name with -C, where they do. */
function findDirectory(words: readonly string[]): string {
  for (const [index, word] of words.slice(0, -1).entries()) {
    if (word === '-C' || word === '--directory') return words[index + 1] || '.';
    const joined = /^(?:--directory=|-C)(.+)$/.exec(word)?.[1];
    if (joined) return joined;
  }
  return '.';
}

/** A word as the shell would read it: bash gives it with its quotation marks. */
function unquote(word: string, home: string | undefined): string {
  const bare = word.replace(/^(["'])(.*?)\1?$/, '$2').replace(/\\(.)/g, '$1');
  return home && /^~(?:\/|$)/.test(word) ? home + bare.slice(1) : bare;
}

/** What @bomb.sh/tab says goes to the console, and nowhere else. */
function captureLog(run: () => void): string {
  const { log } = console;
  let text = '';
  console.log = (line: unknown) => {
    text += `${String(line)}\n`;
  };
  try {
    run();
  } finally {
    console.log = log;
  }
  return text;
}
