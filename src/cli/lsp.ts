import type { CommandSpec } from './command-spec.ts';

/** `cops lsp`: the language server that an editor runs. */
export const lspCommand: CommandSpec = {
  name: 'lsp',
  description: 'aide à écrire dans un éditeur de texte, qui lance cette commande',
  options: [{ flags: '--stdio', description: 'parler par l’entrée et la sortie standard, comme toujours' }],
  async run({ directory, io }) {
    const { speakWithEditor } = await import('../commands/lsp.ts');
    return speakWithEditor({ directory }, io);
  },
};
