import type { ExplainOptions } from '../commands/explain.ts';
import type { CommandSpec } from './command-spec.ts';

/** `cops explain`: what checks want, and what types hold. */
export const explainCommand: CommandSpec<Omit<ExplainOptions, 'directory' | 'asked'>> = {
  name: 'explain',
  description: 'dit ce que veut un contrôle, ou ce que tient un type de fiches, avec un exemple',
  arguments: [
    {
      form: '[code-ou-type]',
      description: 'le code d’une faute, comme « theme-inconnu », ou un type ; sans rien, tous les contrôles',
      completes: 'code',
    },
  ],
  async run({ words: [asked], directory, io }) {
    const { explain } = await import('../commands/explain.ts');
    return explain({ asked, directory }, io);
  },
};
