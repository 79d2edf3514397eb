import type { Collection } from '../collection.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { findNearest, formatList, quote } from '../french.ts';
import type { Projet } from '../projet/projet.ts';
import { idOf } from '../record/fiche.ts';
import type { Theme } from '../theme/theme.ts';
import { UsageError } from '../usage-error.ts';
import { PUBLICS, type Public } from './criteria.ts';

/** What each document leaves no room for, and why. */
const CONFLICTS: readonly {
  readonly asked: string;
  readonly value?: string;
  readonly others: readonly string[];
  readonly why: string;
}[] = [
  {
    asked: 'projet',
    others: ['theme', 'prs', 'annee', 'depuis', 'jusqua', 'departement', 'compare', 'public', 'brouillons'],
    why: '--projet montre un seul projet, en entier',
  },
  {
    asked: 'theme',
    others: ['public', 'compare'],
    why: '--theme montre tout ce qui a été dit d’un thème, à qui que ce soit',
  },
  {
    asked: 'public',
    value: 'participants',
    others: ['interne'],
    why: 'Un document pour les participants quitte le centre',
  },
  {
    asked: 'public',
    value: 'participants',
    others: ['compare'],
    why: 'Un document pour les participants tient en deux pages, sans comparaison',
  },
];

/** Refuses options that mean nothing together, by their names, with a UsageError that names them. */
export function refuseConflicts(typed: object): void {
  const options = new Map(Object.entries(typed));
  for (const { asked, value, others, why } of CONFLICTS) {
    const said = options.get(asked);
    if (said === undefined || (value !== undefined && said !== value)) continue;
    const wrong = others.filter((option) => isAsked(option, options.get(option)));
    if (wrong.length > 0) throw new UsageError(`${why} : retirez ${formatList(wrong.map((option) => `--${option}`))}.`);
  }
}

/** A document says in full what it leaves out: `public: financeur` and `interne: false` ask for nothing. */
function isAsked(option: string, value: unknown): boolean {
  return option === 'public' ? value !== undefined && value !== 'financeur' : Boolean(value);
}

/** Reads for whom a document is. Throws a UsageError for a word that is no public. */
export function readPublic(typed: string | undefined): Public {
  const chosen = PUBLICS.find((one) => one === (typed ?? 'financeur'));
  if (chosen) return chosen;
  throw new UsageError(
    `--public attend ${formatList(PUBLICS, 'ou')} ; ${quote(typed ?? '')} n’est ni l’un ni l’autre.`,
  );
}

/**
 * The projet of an id, if a document may be of it. Throws a UsageError for one that does not exist, and for one that is
 * internal or a draft unless all is shown: a document of it would leave the centre.
 */
export function findProjet(
  asked: string,
  { projets, files }: Pick<Collection, 'projets' | 'files'>,
  { diagnostics, interne }: { diagnostics: readonly Diagnostic[]; interne: boolean },
): Projet {
  const chosen = projets.find(({ id }) => id === asked);
  if (!chosen) {
    const unread = files.filter(({ file, fiche }) => idOf(file) === asked && fiche?.type?.name !== 'atelier');
    refuseFaulty('du projet', asked, { files: unread.map(({ file }) => file), diagnostics });
    throw new UsageError(
      `Aucun projet n’a l’identifiant ${quote(asked)}${sayNearest(asked, projets)}. ${listThem('projet', projets)}`,
    );
  }
  const state =
    chosen.diffusion === 'interne' ? 'interne' : chosen.validation === 'brouillon' ? 'brouillon' : undefined;
  if (state === undefined || interne) return chosen;
  const what = state === 'interne' ? 'interne' : 'un brouillon';
  const wanted = state === 'interne' ? '« diffusion: partageable »' : '« validation: relu »';
  throw new UsageError(
    `Le projet ${quote(asked)} est ${what} : aucun document qui le montre ne doit quitter le centre. Sa fiche dira ${wanted} quand il pourra l’être ; d’ici là, --interne en fait un document qui reste au centre.`,
  );
}

/** The theme of an id, with or without `#`. Throws a UsageError for one that does not exist, or is retired. */
export function findTheme(
  typed: string,
  { grille, files }: Pick<Collection, 'grille' | 'files'>,
  diagnostics: readonly Diagnostic[],
): Theme {
  const asked = typed.replace(/^#/, '');
  const chosen = grille.get(asked);
  if (chosen?.statut === 'retire')
    throw new UsageError(
      `Le thème ${quote(asked)} est retiré de la grille : aucun document n’en est fait. Sa fiche, ${chosen.file}, le dit par « statut: retire ».`,
    );
  if (chosen) return chosen;
  const unread = files.filter(({ file, fiche }) => idOf(file) === asked && fiche?.type?.name === 'theme');
  refuseFaulty('du thème', asked, { files: unread.map(({ file }) => file), diagnostics });
  const active = [...grille.values()].filter(({ statut }) => statut !== 'retire');
  throw new UsageError(
    `Le thème ${quote(asked)} n’est pas dans la grille${sayNearest(asked, active)}. « cops themes » la montre.`,
  );
}

function refuseFaulty(
  whose: string,
  asked: string,
  { files, diagnostics }: { files: readonly string[]; diagnostics: readonly Diagnostic[] },
): void {
  const faulty = diagnostics.find(({ file, severity }) => severity === 'error' && files.includes(file));
  if (faulty)
    throw new UsageError(
      `La fiche ${whose} ${quote(asked)} a une erreur : ${faulty.message} « cops check » montre où.`,
    );
}

function sayNearest(asked: string, all: readonly { readonly id: string }[]): string {
  const nearest = findNearest(
    asked,
    all.map(({ id }) => id),
  );
  return nearest ? ` ; le plus proche est ${quote(nearest)}` : '';
}

function listThem(option: string, all: readonly { readonly id: string; readonly titre: string }[]): string {
  const list = all.map(({ id, titre }) => `\n  --${option} ${id}   ${titre}`).join('');
  return list
    ? `Les projets de cet espace :${list}`
    : 'Cet espace n’en a encore aucun : « cops new projet » en crée un.';
}
