import type { Atelier } from '../atelier/atelier.ts';
import type { Collection } from '../collection.ts';
import type { Projet } from '../projet/projet.ts';
import { announcedPeriod, type Prs } from '../prs/prs.ts';
import type { Fiche } from '../record/fiche.ts';
import { liesWithin, overlaps, type PartialDate, type Period, parsePartialDate } from '../record/partial-date.ts';
import type { Schemas } from '../record/schema.ts';
import { decideMembership, factsOfAtelier, factsOfProjet, isMember } from '../synthese/membership.ts';

/** What records are wanted; each that is set narrows the choice. */
export interface Filter {
  /** Names of types; all but themes, PRS, contrats and syntheses where none is set. */
  readonly types?: readonly string[];
  readonly prs?: Prs;
  readonly depuis?: PartialDate;
  readonly jusqua?: PartialDate;
  /** Id of a theme that a passage bears, or that the header declares. */
  readonly theme?: string;
  readonly role?: string;
  readonly departement?: string;
  readonly validation?: string;
  /** How much was read with the grille. */
  readonly codage?: string;
  readonly diffusion?: string;
}

const CODED_TYPES: readonly string[] = ['atelier', 'projet'];

/** What is told is told with these, or summed up in them: they are looked at where they are named. */
const TOLD_WITH: readonly string[] = ['theme', 'prs', 'contrat', 'synthese'];

/** The types that are looked at where none is named: what is told, not what it is told with. */
export function typesByDefault({ types }: Pick<Schemas, 'types'>): string[] {
  return [...types.keys()].filter((name) => !TOLD_WITH.includes(name));
}

/** Says of a fiche whose header its schema accepts whether it is wanted. */
export function selectFiches(filter: Filter, collection: Pick<Collection, 'ateliers' | 'projets' | 'prs' | 'schemas'>) {
  const {
    types = typesByDefault(collection.schemas),
    prs,
    depuis,
    jusqua,
    theme,
    role,
    departement,
    validation,
    codage,
    diffusion,
  } = filter;
  const belongs = prs ? membersOf(prs, collection) : undefined;
  const wanted = { ...(depuis && { first: depuis.first }), ...(jusqua && { last: jusqua.last }) };
  const tests: ((fiche: Fiche) => boolean)[] = [
    ({ type }) => types.includes(type?.name ?? ''),
    ...(prs && belongs ? [(fiche: Fiche) => belongs.has(fiche.file) || isOther(fiche, prs)] : []),
    ...(depuis || jusqua ? [(fiche: Fiche) => liesIn(fiche, wanted)] : []),
    ...(theme === undefined ? [] : [(fiche: Fiche) => speaksOf(fiche, theme)]),
    ...(role === undefined ? [] : [(fiche: Fiche) => rolesOf(fiche).includes(role)]),
    ...(departement === undefined
      ? []
      : [({ header }: Fiche) => asTexts(header.value.departements).includes(departement)]),
    ...(validation === undefined
      ? []
      : [({ header }: Fiche) => (header.value.validation ?? 'brouillon') === validation]),
    ...(diffusion === undefined ? [] : [({ header }: Fiche) => (header.value.diffusion ?? 'interne') === diffusion]),
    ...(codage === undefined ? [] : [(fiche: Fiche) => lectureOf(fiche) === codage]),
  ];
  return (fiche: Fiche): boolean => tests.every((test) => test(fiche));
}

/** Ateliers and projets belong to a PRS as they do for a summary, drafts and internal ones included. */
function membersOf(prs: Prs, { ateliers, projets, prs: all }: Pick<Collection, 'ateliers' | 'projets' | 'prs'>) {
  const criteria = { prs, public: 'financeur', brouillons: true, interne: true } as const;
  const isIn = (facts: Parameters<typeof decideMembership>[0]) =>
    isMember(decideMembership(facts, criteria, all.values()));
  return new Set([
    ...ateliers.filter((atelier: Atelier) => isIn(factsOfAtelier(atelier))).map(({ file }) => file),
    ...projets.filter((projet: Projet) => isIn(factsOfProjet(projet))).map(({ file }) => file),
  ]);
}

/** A contrat belongs to the PRS in whose period it lies, a record of another type to the one that its key names. */
function isOther(fiche: Fiche, prs: Prs): boolean {
  const { type, header } = fiche;
  if (type?.name === 'contrat') return liesWithin(periodOf(fiche) ?? {}, announcedPeriod(prs));
  return !CODED_TYPES.includes(type?.name ?? '') && header.value.prs === prs.id;
}

/** A projet has a day in the dates asked for; any other record lies in them whole. */
function liesIn(fiche: Fiche, wanted: Period): boolean {
  const period = periodOf(fiche);
  if (!period) return false;
  return fiche.header.value.debut === undefined ? liesWithin(period, wanted) : overlaps(period, wanted);
}

/** The days of a record: its date, or those over which it runs; none where no date is known. */
function periodOf({ header: { value } }: Fiche): Period | undefined {
  const date = parsePartialDate(value.date) ?? parsePartialDate(value.annee);
  if (date) return date;
  const debut = parsePartialDate(value.debut);
  const fin = parsePartialDate(value.fin);
  return debut && { first: debut.first, ...(fin && { last: fin.last }) };
}

function speaksOf({ body, header }: Fiche, theme: string): boolean {
  return (
    body.passages.some(({ themes }) => themes.some(({ word }) => word === theme)) ||
    asTexts(header.value.themes).includes(theme)
  );
}

/** The roles of those who took part or led. */
function rolesOf({ header: { value } }: Fiche): string[] {
  return [value.participants, value.coanimation].flatMap((list) =>
    Array.isArray(list) ? list.map((one: { role?: unknown }) => String(one.role)) : [],
  );
}

/** How much of a record was read with the grille, as its header says it. */
export function lectureOf({ header: { value } }: Fiche): string {
  return (value.codage as { etat?: string } | undefined)?.etat ?? 'non-lu';
}

function asTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
