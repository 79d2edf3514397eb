import { resolve } from 'node:path';
import type { CommandSpec } from './command-spec.ts';

/** `cops init`: a new workspace. */
export const initCommand: CommandSpec<{ dryRun: boolean }> = {
  name: 'init',
  description: 'prépare un espace de travail : réglages, grille, PRS',
  arguments: [
    {
      form: '[dossier]',
      description: 'le dossier de l’espace, créé s’il n’existe pas (par défaut, le dossier courant)',
      completes: 'dossier',
    },
  ],
  options: [{ flags: '--dry-run', description: 'énumère ce qui serait écrit, sans l’écrire', default: false }],
  async run({ words: [folder = '.'], options: { dryRun }, directory, io }) {
    const { init } = await import('../commands/init.ts');
    return init({ directory: resolve(directory, folder), dryRun }, io);
  },
};
