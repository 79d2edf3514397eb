import type { Command, CommanderError, Help, Option } from 'commander';
import { findNearest, formatList, quote } from '../french.ts';

/** Titles that commander writes in English. */
const TITLES: Record<string, string> = {
  'Usage:': 'Utilisation :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Global Options:': 'Options générales :',
  'Commands:': 'Commandes :',
};

/** Makes the help of a command and of those below it French. */
export function localizeHelp(command: Command): Command {
  return command
    .helpOption('-h, --help', 'affiche cette aide')
    .helpCommand('help [commande]', 'affiche l’aide d’une commande')
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      optionDescription: describeOption,
      subcommandTerm(this: Help, sub) {
        const args = sub.registeredArguments
          .map((argument) => this.argumentTerm(argument))
          .map((term, index) => {
            const argument = sub.registeredArguments[index];
            const name = `${term}${argument?.variadic ? '…' : ''}`;
            return argument?.required ? `<${name}>` : `[${name}]`;
          });
        return [sub.name(), ...args].join(' ');
      },
    });
}

function describeOption(option: Option): string {
  const choices = option.argChoices && option.argChoices.length > 0 ? ` (${formatList(option.argChoices, 'ou')})` : '';
  const byDefault = typeof option.defaultValue === 'string' ? ` ; par défaut : ${option.defaultValue}` : '';
  return `${option.description}${choices}${byDefault}`;
}

/** A French sentence for what commander refuses; undefined for help and version, which are no faults. */
export function sayCommanderError(error: CommanderError, program: Command): string | undefined {
  const name = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.helpDisplayed':
    case 'commander.help':
    case 'commander.version':
      return undefined;
    case 'commander.unknownCommand': {
      const nearest = findNearest(
        name,
        program.commands.map((command) => command.name()),
      );
      return `La commande ${quote(name)} n’existe pas${nearest ? ` ; la plus proche est ${quote(nearest)}` : ''}. « cops --help » les énumère.`;
    }
    case 'commander.unknownOption': {
      const nearest = /Did you mean (?:one of )?([^?)]+)\?/.exec(error.message)?.[1];
      return `L’option ${quote(name)} n’existe pas ici${nearest ? ` ; la plus proche est ${quote(nearest)}` : ''}. « --help », après la commande, énumère ses options.`;
    }
    case 'commander.optionMissingArgument':
      return `L’option ${quote(name)} attend une valeur, juste après elle.`;
    case 'commander.missingArgument':
      return `Il manque « ${name} » après la commande. « --help » en donne l’usage.`;
    case 'commander.excessArguments':
      return 'Il y a plus de mots que cette commande n’en attend : mettez entre guillemets un texte qui contient des espaces.';
    case 'commander.invalidArgument': {
      const [, option = '', value = ''] = /option '([^' ]*)[^']*' argument '([^']*)'/.exec(error.message) ?? [];
      const allowed = /Allowed choices are (.*)\.$/m.exec(error.message)?.[1];
      return `La valeur ${quote(value)} ne convient pas à ${option || 'cette option'}${allowed ? ` ; valeurs possibles : ${allowed}` : ''}.`;
    }
    case 'commander.missingMandatoryOptionValue':
      return `L’option ${quote(name)} est nécessaire.`;
    default:
      return `Cette ligne de commande ne se comprend pas (${error.code}). « cops --help » en donne l’usage.`;
  }
}
