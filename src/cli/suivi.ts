import type { SuiviOptions } from '../commands/suivi.ts';
import type { SuiviAddOptions } from '../commands/suivi-add.ts';
import type { SuiviSetOptions } from '../commands/suivi-set.ts';
import { ETATS_DE_SUITE } from '../record/coded.ts';
import type { CommandSpec, OptionSpec } from './command-spec.ts';
import { FILTER_OPTIONS } from './filter-options.ts';

const FILTERS = ['--prs', '--depuis', '--jusqua'];
const DRY_RUN: OptionSpec = {
  flags: '--dry-run',
  description: 'montre les lignes qui changeraient, sans rien écrire',
  default: false,
};
const ETAT: OptionSpec = { flags: '--etat <etat>', description: 'où elle en est', choices: ETATS_DE_SUITE };
const DATES = 'comme 2022, 2022-11, 2022-T4, 31/05/2022 ou « 31 mai 2022 »';
const VALUES: readonly OptionSpec[] = [
  { flags: '--objet <texte>', description: 'ce qui est prévu ou fait' },
  { flags: '--par <texte>', description: 'qui s’en charge : une structure ou un rôle, sans nom de personne' },
  { flags: '--echeance <date>', description: `pour quand, ${DATES}` },
  ETAT,
  { flags: '--le <date>', description: 'le jour où cet état a été constaté' },
  DRY_RUN,
];

const addCommand: CommandSpec<Omit<SuiviAddOptions, 'directory' | 'asked'>> = {
  name: 'add',
  description: 'note ce que devient une piste : questions dans un terminal, options ailleurs',
  arguments: [
    { form: '<fiche>', description: 'l’identifiant de la fiche, ou le chemin de son fichier', completes: 'fiche' },
  ],
  options: [
    {
      flags: '--piste <nom>',
      description: 'la piste, par son nom, comme p7 ; « aucune » pour une suite qui n’en suit pas',
      completes: 'piste',
    },
    { flags: '--ligne <nombre>', description: 'la piste, par une ligne du fichier' },
    { flags: '--passage <mots>', description: 'la piste, par ses premiers mots' },
    ...VALUES,
  ],
  async run({ words: [asked = ''], options, directory, io }) {
    const { addToSuivi } = await import('../commands/suivi-add.ts');
    return addToSuivi({ ...options, asked, directory }, io);
  },
};

const setCommand: CommandSpec<Omit<SuiviSetOptions, 'directory' | 'asked' | 'suite'>> = {
  name: 'set',
  description: 'change l’état, la date ou l’objet d’une suite déjà notée',
  arguments: [
    { form: '<fiche>', description: 'l’identifiant de la fiche, ou le chemin de son fichier', completes: 'fiche' },
    {
      form: '[suite]',
      description: 'la suite, par sa piste, comme p7, ou par son numéro dans la fiche, comme 2',
      completes: 'piste',
    },
  ],
  options: VALUES,
  async run({ words: [asked = '', suite], options, directory, io }) {
    const { setInSuivi } = await import('../commands/suivi-set.ts');
    return setInSuivi({ ...options, asked, directory, ...(suite !== undefined && { suite }) }, io);
  },
};

/** `cops suivi`: what became of the pistes. */
export const suiviCommand: CommandSpec<Omit<SuiviOptions, 'directory'>> = {
  name: 'suivi',
  description: 'énumère ce que deviennent les pistes, en retard d’abord ; « add » et « set » le notent dans la fiche',
  subcommands: [addCommand, setCommand],
  options: [
    { ...ETAT, description: 'cet état seulement, ou plusieurs si l’option se répète', repeats: true },
    { flags: '--en-retard', description: 'les suites dont l’échéance est passée seulement', default: false },
    { flags: '--sans-suite', description: 'les pistes des fiches lues dont rien n’est noté', default: false },
    ...FILTER_OPTIONS.filter(({ flags }) => FILTERS.includes(flags.split(' ')[0] ?? '')),
    {
      flags: '--format <format>',
      description: 'forme du résultat',
      choices: ['table', 'json', 'csv'],
      default: 'table',
    },
  ],
  async run({ options, directory, io }) {
    const { followUp } = await import('../commands/suivi.ts');
    return followUp({ ...options, directory }, io);
  },
};
