import type { SearchOptions } from '../commands/search.ts';
import type { CommandSpec } from './command-spec.ts';
import { FILTER_OPTIONS } from './filter-options.ts';

/** `cops search`: words in the records. */
export const searchCommand: CommandSpec<Omit<SearchOptions, 'directory' | 'words'>> = {
  name: 'search',
  description: 'cherche des mots dans les fiches, sans tenir compte des accents ni des pluriels',
  arguments: [{ form: '<mots...>', description: 'les mots cherchés ; entre guillemets droits, une expression exacte' }],
  options: [
    ...FILTER_OPTIONS,
    { flags: '--limit <nombre>', description: 'combien de passages montrer ; 0 pour tous', default: '20' },
    { flags: '--format <format>', description: 'forme du résultat', choices: ['text', 'json'], default: 'text' },
  ],
  async run({ words, options, directory, io }) {
    const { search } = await import('../commands/search.ts');
    return search({ ...options, words, directory }, io);
  },
};
