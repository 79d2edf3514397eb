import type { CommandSpec } from './command-spec.ts';

/** `cops new`: a new record of a type. */
export const newCommand: CommandSpec = {
  name: 'new',
  description:
    'écrit une nouvelle fiche : questions dans un terminal, options ailleurs ; ou un formulaire Word à remplir',
  arguments: [
    { form: '[type]', description: 'atelier, projet, theme, prs, ou un type de cet espace', completes: 'type' },
    { form: '[options...]', description: '' },
  ],
  readsItself: true,
  async run({ words, directory, io, command }) {
    const { writeNew } = await import('../commands/new.ts');
    return writeNew(words, { directory, parent: command }, io);
  },
};
