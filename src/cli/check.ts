import type { CheckOptions } from '../commands/check.ts';
import type { CommandSpec } from './command-spec.ts';

/** `cops check`: every fault of every record, at its line. */
export const checkCommand: CommandSpec<Pick<CheckOptions, 'format'>> = {
  name: 'check',
  description: 'vérifie toutes les fiches, et dit chaque faute à sa ligne',
  arguments: [
    { form: '[chemins...]', description: 'ne montrer que les fautes de ces fichiers ou dossiers', completes: 'chemin' },
  ],
  options: [
    {
      flags: '--format <format>',
      description: 'forme du résultat ; plain : une ligne par faute, même dans un terminal',
      choices: ['text', 'plain', 'json'],
      default: 'text',
    },
  ],
  async run({ words, options, directory, io }) {
    const { check } = await import('../commands/check.ts');
    return check({ ...options, directory, paths: words }, io);
  },
};
