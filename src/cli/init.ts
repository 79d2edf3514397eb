import { resolve } from 'node:path';
import type { InitOptions } from '../commands/init.ts';
import { CI_SAMPLES, type CiSample } from '../workspace/ci-samples.ts';
import { EDITORS, type Editor } from '../workspace/editors.ts';
import type { CommandSpec } from './command-spec.ts';

/** `cops init`: a new workspace. */
export const initCommand: CommandSpec<Pick<InitOptions, 'dryRun'> & { editeur?: Editor; ci?: readonly CiSample[] }> = {
  name: 'init',
  description: 'prépare un espace de travail : réglages, grille, PRS',
  arguments: [
    {
      form: '[dossier]',
      description: 'le dossier de l’espace, créé s’il n’existe pas (par défaut, le dossier courant)',
      completes: 'dossier',
    },
  ],
  options: [
    {
      flags: '--editeur <nom>',
      description: 'écrire aussi les réglages de cet éditeur ; seuls, si l’espace existe déjà',
      choices: EDITORS,
    },
    {
      flags: '--ci <nom>',
      description:
        'n’écrire que cet exemple de vérification automatique ; seul, si l’espace existe déjà ; peut être répétée (par défaut, tous pour un nouvel espace)',
      choices: CI_SAMPLES,
      repeats: true,
    },
    { flags: '--dry-run', description: 'énumère ce qui serait écrit, sans l’écrire', default: false },
  ],
  async run({ words: [folder = '.'], options: { dryRun, editeur, ci = [] }, directory, io }) {
    const { init } = await import('../commands/init.ts');
    return init({ directory: resolve(directory, folder), dryRun, ci, ...(editeur && { editor: editeur }) }, io);
  },
};
