import type { OptionSpec } from './command-spec.ts';

/** The options that choose records, for every command that does. */
export const FILTER_OPTIONS: readonly OptionSpec[] = [
  {
    flags: '--type <type>',
    description: 'ce type de fiches seulement ; sans rien, tous sauf thèmes, PRS et contrats (peut se répéter)',
    repeats: true,
    completes: 'type',
  },
  { flags: '--prs <id>', description: 'les fiches de ce PRS', completes: 'prs' },
  { flags: '--depuis <date>', description: 'depuis cette date' },
  { flags: '--jusqua <date>', description: 'jusqu’à cette date' },
  { flags: '--theme <id>', description: 'les fiches où ce thème est noté', completes: 'theme' },
  { flags: '--role <role>', description: 'les ateliers où ce rôle était présent' },
  { flags: '--departement <numero>', description: 'les fiches qui nomment ce département' },
  { flags: '--validation <etat>', description: 'brouillon, relu ou valide' },
  { flags: '--codage <etat>', description: 'non-lu, partiel ou complet' },
  { flags: '--diffusion <mot>', description: 'interne ou partageable' },
];
