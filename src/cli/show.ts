import type { ShowOptions } from '../commands/show.ts';
import type { CommandSpec } from './command-spec.ts';

/** `cops show`: one record. */
export const showCommand: CommandSpec<Omit<ShowOptions, 'directory' | 'asked'>> = {
  name: 'show',
  description: 'montre une fiche : son en-tête, ses passages, leurs thèmes et leur place',
  arguments: [{ form: '<fiche>', description: 'son identifiant, ou le chemin de son fichier', completes: 'fiche' }],
  options: [
    {
      flags: '--shared',
      description: 'le texte prêt à envoyer : sans notes internes, mots-dièse ni commentaires',
      default: false,
    },
    { flags: '--format <format>', description: 'forme du résultat', choices: ['text', 'json'], default: 'text' },
  ],
  async run({ words: [asked = ''], options, directory, io }) {
    const { show } = await import('../commands/show.ts');
    return show({ ...options, asked, directory }, io);
  },
};
