import type { CheckOptions } from '../commands/check.ts';
import { CHECK_FORMATS } from '../commands/check-formats.ts';
import type { CommandSpec } from './command-spec.ts';

/** `cops check`: every fault of every record, at its line. */
export const checkCommand: CommandSpec<Pick<CheckOptions, 'format' | 'strict' | 'changed' | 'fix' | 'dryRun'>> = {
  name: 'check',
  description: 'vérifie toutes les fiches, et dit chaque faute à sa ligne',
  arguments: [
    { form: '[chemins...]', description: 'ne montrer que les fautes de ces fichiers ou dossiers', completes: 'chemin' },
  ],
  options: [
    {
      flags: '--format <format>',
      description:
        'forme du résultat ; plain : une ligne par faute, même dans un terminal ; github, gitlab, sarif, junit : pour une forge, avec des chemins depuis le sommet du dépôt git',
      choices: CHECK_FORMATS,
      default: 'text',
    },
    { flags: '--strict', description: 'se terminer par 1 dès qu’il y a un avertissement', default: false },
    {
      flags: '--changed [version]',
      description:
        'ne montrer que les fautes des fiches modifiées depuis cette version de git, comme origin/main (par défaut, depuis le dernier commit) ; tout est lu quand même',
    },
    {
      flags: '--fix',
      description: 'corrige ce qui est sûr et certain, et dit quoi ; ne touche jamais aux phrases',
      default: false,
    },
    { flags: '--dry-run', description: 'avec --fix, montre ce qui serait corrigé, sans rien écrire', default: false },
  ],
  async run({ words, options, directory, io }) {
    const { check } = await import('../commands/check.ts');
    return check({ ...options, directory, paths: words }, io);
  },
};
