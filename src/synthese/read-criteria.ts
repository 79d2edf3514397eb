import type { Collection } from '../collection.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { findNearest, quote } from '../french.ts';
import type { Prs } from '../prs/prs.ts';
import { formatPartialDate, type PartialDate, parsePartialDate, parseTypedDate } from '../record/partial-date.ts';
import { UsageError } from '../usage-error.ts';
import type { Criteria, Perimetre } from './criteria.ts';
import { findProjet, findTheme, readPublic, refuseConflicts } from './read-subject.ts';

/** What a summary is asked to cover, as it was typed. */
export interface TypedCriteria {
  readonly projet?: string;
  readonly theme?: string;
  readonly public?: string;
  readonly prs?: string;
  readonly annee?: string;
  readonly depuis?: string;
  readonly jusqua?: string;
  readonly departement?: string;
  /** The id of an earlier PRS. */
  readonly compare?: string;
  readonly brouillons?: boolean;
  readonly interne?: boolean;
}

/** Reads what was typed. Throws a UsageError for a PRS, a projet, a theme, a year, a date or a département that is none, or that do not go together. */
export function readCriteria(
  options: TypedCriteria,
  collection: Collection,
  diagnostics: readonly Diagnostic[],
): Criteria {
  refuseConflicts(options);
  const readers = readPublic(options.public);
  const annee = readAnnee(options);
  const depuis = readDateOption('--depuis', options.depuis);
  const jusqua = readDateOption('--jusqua', options.jusqua);
  if (depuis && jusqua && depuis.first > jusqua.last) {
    throw new UsageError(
      `--depuis (${formatPartialDate(depuis)}) vient après --jusqua (${formatPartialDate(jusqua)}) : inversez-les.`,
    );
  }
  const departement = readDepartement(options.departement);
  const perimetre = choosePerimetre(options, annee, { collection, diagnostics });
  const compare = readCompare(options, perimetre, () => choosePrs(options.compare, collection.prs, diagnostics));
  return {
    ...perimetre,
    public: readers,
    ...(depuis && { depuis }),
    ...(jusqua && { jusqua }),
    ...(departement && { departement }),
    ...(compare && { compare }),
    brouillons: options.brouillons ?? false,
    interne: options.interne ?? false,
  };
}

/** A projet is alone; a theme and a year alone need no PRS, and with one are a part of it. */
function choosePerimetre(
  { projet, theme, prs: asked, interne = false }: TypedCriteria,
  annee: PartialDate | undefined,
  { collection, diagnostics }: { collection: Collection; diagnostics: readonly Diagnostic[] },
): Perimetre {
  if (projet !== undefined) return { projet: findProjet(projet, collection, { diagnostics, interne }) };
  const prs = () => choosePrs(asked, collection.prs, diagnostics);
  const year = annee && { annee };
  if (theme !== undefined)
    return {
      theme: findTheme(theme, collection, diagnostics),
      ...(asked !== undefined && { prs: prs() }),
      ...year,
    };
  return asked === undefined && annee ? { annee } : { prs: prs(), ...year };
}

/** Two whole PRS are compared, the earlier one with the later. */
function readCompare(
  { compare, annee, depuis, jusqua }: TypedCriteria,
  { prs }: Perimetre,
  find: () => Prs,
): Prs | undefined {
  if (compare === undefined) return undefined;
  const narrowed = [annee && '--annee', depuis && '--depuis', jusqua && '--jusqua'].find(Boolean);
  if (narrowed) throw new UsageError(`--compare met deux PRS entiers en regard : retirez ${narrowed}, ou --compare.`);
  if (!prs) throw new UsageError('--compare met deux PRS en regard : dites avec --prs celui de la synthèse.');
  const earlier = find();
  if (earlier.id === prs.id)
    throw new UsageError(`--compare attend un autre PRS que --prs : tous deux disent ${quote(prs.id)}.`);
  if (earlier.debut.first < prs.debut.first) return earlier;
  throw new UsageError(
    `--compare attend un PRS plus ancien que celui de --prs : ${quote(earlier.id)} ne commence pas avant ${quote(prs.id)}. Inversez-les, avec --prs ${earlier.id} --compare ${prs.id}.`,
  );
}

function readAnnee({ annee, depuis, jusqua }: TypedCriteria): PartialDate | undefined {
  if (annee === undefined) return undefined;
  const year = /^\d{4}$/.test(annee) ? parsePartialDate(annee) : undefined;
  if (!year) throw new UsageError(`--annee attend une année, comme 2022 ; ${quote(annee)} n’en est pas une.`);
  if (depuis === undefined && jusqua === undefined) return year;
  throw new UsageError(
    `--annee ${annee} dit déjà de quelle date à quelle date : retirez ${depuis === undefined ? '--jusqua' : '--depuis'}, ou --annee.`,
  );
}

function choosePrs(asked: string | undefined, all: ReadonlyMap<string, Prs>, diagnostics: readonly Diagnostic[]): Prs {
  const chosen = asked === undefined ? undefined : all.get(asked);
  if (chosen) return chosen;
  const faulty = diagnostics.find(({ file, severity }) => severity === 'error' && file === `records/prs/${asked}.md`);
  if (faulty)
    throw new UsageError(
      `La fiche du PRS ${quote(asked ?? '')} a une erreur : ${faulty.message} « cops check » montre où.`,
    );
  if (asked !== undefined) return findPrs(asked, all);
  throw new UsageError(
    `Dites de quel PRS faire la synthèse, avec --prs, ou de quelle année, avec --annee ; --projet et --theme font un document d’un seul projet, d’un seul thème. ${listPrs(all)}`,
  );
}

/** The PRS of an id. Throws a UsageError with the nearest and the list where it has no record. */
export function findPrs(asked: string, all: ReadonlyMap<string, Prs>): Prs {
  const chosen = all.get(asked);
  if (chosen) return chosen;
  const nearest = findNearest(asked, all.keys());
  throw new UsageError(
    `Le PRS ${quote(asked)} n’a pas de fiche${nearest ? ` ; le plus proche est ${quote(nearest)}` : ''}. ${listPrs(all)}`,
  );
}

function listPrs(all: ReadonlyMap<string, Prs>): string {
  const list = [...all.values()].map(({ id, titre }) => `\n  --prs ${id}   ${titre}`).join('');
  return list
    ? `Les PRS de cet espace :${list}`
    : 'Cet espace n’a encore aucun PRS : créez-en un avec « cops new prs ».';
}

/** Reads a date that was typed after an option. Throws a UsageError for what is none. */
export function readDateOption(name: string, typed: string | undefined): PartialDate | undefined {
  if (typed === undefined) return undefined;
  const date = parseTypedDate(typed);
  if (date) return date;
  throw new UsageError(
    `${name} attend une date, comme 2022, 2022-05, 2022-T2 ou 2022-05-31 ; ${quote(typed)} n’en est pas une.`,
  );
}

/** Reads the number of a département, `9` as `09`. Throws a UsageError for what is none. */
export function readDepartement(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const code = typed.toUpperCase().padStart(2, '0');
  if (/^(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-6])$/.test(code)) return code;
  throw new UsageError(
    `--departement attend le numéro d’un département, comme 09 ou 31 ; ${quote(typed)} n’en est pas un.`,
  );
}
