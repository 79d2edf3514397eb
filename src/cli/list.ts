import type { ListOptions } from '../commands/list.ts';
import type { CommandSpec } from './command-spec.ts';
import { FILTER_OPTIONS } from './filter-options.ts';

/** `cops list`: what records there are. */
export const listCommand: CommandSpec<Omit<ListOptions, 'directory'>> = {
  name: 'list',
  description: 'énumère les fiches',
  options: [
    ...FILTER_OPTIONS,
    { flags: '--sort <cle>', description: 'l’ordre', choices: ['date', 'titre', 'id', 'type'], default: 'date' },
    {
      flags: '--format <format>',
      description: 'forme du résultat',
      choices: ['table', 'json', 'csv'],
      default: 'table',
    },
  ],
  async run({ options, directory, io }) {
    const { list } = await import('../commands/list.ts');
    return list({ ...options, directory }, io);
  },
};
