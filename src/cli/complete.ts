import type { CommandSpec } from './command-spec.ts';

const HELP = `Pour l’installer, une fois pour toutes, dans un terminal :
  bash   echo 'eval "$(cops complete bash)"' >> ~/.bashrc
  zsh    echo 'autoload -U compinit && compinit' >> ~/.zshrc
         echo 'eval "$(cops complete zsh)"' >> ~/.zshrc
  fish   cops complete fish > ~/.config/fish/completions/cops.fish
puis ouvrez un nouveau terminal. Pour zsh, la première ligne est inutile si
le fichier ~/.zshrc l’a déjà.`;

/** `cops complete`: what a shell needs to complete the words of a command line. */
export const completeCommand: CommandSpec = {
  name: 'complete',
  description: 'écrit de quoi compléter les mots de cops avec la touche Tab, pour un terminal',
  arguments: [
    { form: '[terminal]', description: 'bash, zsh ou fish', completes: 'terminal' },
    { form: '[mots...]', description: 'après « -- » : ce que le terminal demande à chaque appui' },
  ],
  afterHelp: HELP,
  async run({ words, directory, io, command, commands, isAfterDashes }) {
    const { printScript, printSuggestions } = await import('../commands/complete.ts');
    if (isAfterDashes) return printSuggestions({ words, commands, directory, parent: command }, io);
    return printScript(words[0], io);
  },
};
