import type { ThemesOptions } from '../commands/themes.ts';
import type { CommandSpec } from './command-spec.ts';

/** `cops themes`: the grille and its counts. */
export const themesCommand: CommandSpec<Omit<ThemesOptions, 'directory'>> = {
  name: 'themes',
  description: 'montre la grille, et ce que chaque thème compte de fiches et de passages',
  options: [
    { flags: '--prs <id>', description: 'dans les fiches de ce PRS', completes: 'prs' },
    { flags: '--depuis <date>', description: 'depuis cette date' },
    { flags: '--jusqua <date>', description: 'jusqu’à cette date' },
    {
      flags: '--format <format>',
      description: 'forme du résultat',
      choices: ['table', 'json', 'csv'],
      default: 'table',
    },
  ],
  async run({ options, directory, io }) {
    const { themes } = await import('../commands/themes.ts');
    return themes({ ...options, directory }, io);
  },
};
