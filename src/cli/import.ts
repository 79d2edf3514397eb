import type { ImportOptions } from '../commands/import.ts';
import { IMPORTED_TYPES } from '../importer/imported-types.ts';
import type { CommandSpec } from './command-spec.ts';

/** `cops import`: documents become draft records. */
export const importCommand: CommandSpec<Omit<ImportOptions, 'directory' | 'names'>> = {
  name: 'import',
  description: 'fait une fiche d’un document : Word, ODT, PDF, page web, texte',
  arguments: [
    {
      form: '<fichiers...>',
      description: 'un ou plusieurs documents, ou les dossiers qui les contiennent ; « - » pour un texte collé',
      completes: 'chemin',
    },
  ],
  options: [
    {
      flags: '--type <type>',
      description: 'ce que devient le document, si ses mots ne le disent pas',
      choices: IMPORTED_TYPES,
    },
    { flags: '--dry-run', description: 'montre la fiche et ce qui a été compris, sans rien écrire', default: false },
    {
      flags: '--review',
      description: 'dans un terminal, montre chaque information avec les mots du document, et laisse la corriger',
      default: false,
    },
    {
      flags: '--output <dossier>',
      description: 'le dossier où écrire (par défaut, celui du type dans l’espace de travail)',
      completes: 'dossier',
    },
    {
      flags: '--set <cle=valeur>',
      description:
        'une clé de l’en-tête, à la place de ce que dit le document : « --set date=2022-05-31 » (peut se répéter)',
      repeats: true,
    },
    {
      flags: '--annotate',
      description: 'rendre un fichier Word avec ses fautes en commentaires, dans une copie, sans en faire de fiche',
      default: false,
    },
    {
      flags: '--garder-noms',
      description:
        'garde les listes de noms, adresses électroniques, téléphones et NIR, laissés de côté sinon : la fiche reste interne',
      default: false,
    },
    { flags: '--id <identifiant>', description: 'le nom de la fiche, à la place de celui qui est proposé' },
  ],
  afterHelp: `Rien n’est jamais remplacé, et un document déjà importé est reconnu. La fiche
est un brouillon, interne : ce qui n’a pas été compris y reste, sous
« À classer ». Les listes de noms de personnes sont laissées de côté, les
adresses électroniques, téléphones et numéros de sécurité sociale masqués ;
qui anime reste nommé. docs/importer.md donne un exemple complet.`,
  async run({ words, options, directory, io }) {
    const { importDocuments } = await import('../commands/import.ts');
    return importDocuments({ ...options, directory, names: words }, io);
  },
};
