import type { Atelier } from '../atelier/atelier.ts';
import { type Collection, KNOWN_TYPES } from '../collection.ts';
import { compareText, type Diagnostic } from '../diagnostic.ts';
import type { Projet } from '../projet/projet.ts';
import type { Coded } from '../record/coded.ts';
import type { Fiche, ReadFiche } from '../record/fiche.ts';
import { parsePartialDate } from '../record/partial-date.ts';
import { type Criteria, isNarrowed } from './criteria.ts';
import {
  decideMembership,
  type Facts,
  factsOfAtelier,
  factsOfProjet,
  isMember,
  type Membership,
} from './membership.ts';

/** The records of a summary, and those left out, by reason. */
export interface Selection {
  /** By date, then id. */
  readonly ateliers: readonly Atelier[];
  /** By start, then id. */
  readonly projets: readonly Projet[];
  /** Counted for their date, without naming the PRS. */
  readonly byDate: readonly Coded[];
  readonly brouillons: readonly Coded[];
  /** Their date is not precise enough for the dates asked for. */
  readonly vagueDates: readonly Coded[];
  /** They name no département, and one was asked for. */
  readonly noDepartement: readonly Coded[];
  /** They name no PRS and lie whole in the period of none: no summary counts them. */
  readonly noPrs: readonly Coded[];
  /** They are of a type of the workspace's own, which no figure counts. */
  readonly ownTypes: readonly LeftOut[];
  /** Their file has an error: counted nowhere, and a summary is incomplete without them. */
  readonly faulty: readonly LeftOut[];
}

/** A file left out for its faults; shareable only where it could be read and says so. */
export interface LeftOut {
  readonly file: string;
  readonly shareable: boolean;
}

/** Chooses the records of a summary. `diagnostics` are those of the whole collection. */
export function selectRecords(
  collection: Collection,
  criteria: Criteria,
  diagnostics: readonly Diagnostic[],
): Selection {
  const withErrors = new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const all = [...collection.prs.values()];
  const decide = (facts: Facts) => decideMembership(facts, criteria, all);
  const sound = <T extends Coded>(records: readonly T[]) => records.filter(({ file }) => !withErrors.has(file));
  const ateliers = sound(collection.ateliers).map((record) => ({ record, membership: decide(factsOfAtelier(record)) }));
  const projets = sound(collection.projets).map((record) => ({ record, membership: decide(factsOfProjet(record)) }));
  const both: Decided<Coded>[] = [...ateliers, ...projets];
  // A narrow selection would tell the place or the date of the internal records that it counts.
  const isSafe = ({ diffusion }: Coded) => criteria.interne || diffusion === 'partageable' || !isNarrowed(criteria);
  const isUncountedDraft = ({ validation }: Coded) => !criteria.brouillons && validation === 'brouillon';
  const isCounted = (record: Coded) => !isUncountedDraft(record) && isSafe(record);
  const members = <T extends Coded>(decided: Decided<T>[]) =>
    decided.filter(({ record, membership }) => isMember(membership) && isCounted(record)).map(({ record }) => record);
  const having = (wanted: Membership) =>
    both.filter(({ membership }) => membership === wanted).map(({ record }) => record);
  return {
    ateliers: members(ateliers).sort((a, b) => compareText(a.date.first, b.date.first) || compareText(a.id, b.id)),
    projets: members(projets).sort(
      (a, b) => compareText(a.debut?.first ?? '', b.debut?.first ?? '') || compareText(a.id, b.id),
    ),
    byDate: having('by-date').filter(isCounted),
    brouillons: both
      .filter(({ record, membership }) => isMember(membership) && isUncountedDraft(record) && isSafe(record))
      .map(({ record }) => record),
    vagueDates: having('vague-date').filter(isCounted),
    noDepartement: having('no-departement').filter(isCounted),
    noPrs: having('no-prs'),
    ownTypes: collection.files.flatMap(({ file, fiche }) =>
      isOwn(fiche) ? [{ file, shareable: isShareable(fiche) && !isDraft(fiche) }] : [],
    ),
    faulty: findFaulty(collection, withErrors, decide),
  };
}

interface Decided<T> {
  readonly record: T;
  readonly membership: Membership;
}

/** Files with an error that belong to the summary, or of which nobody can tell; the grille, the PRS and the settings bear on every figure. */
function findFaulty(
  { files }: Collection,
  withErrors: ReadonlySet<string>,
  decide: (facts: Facts) => Membership,
): LeftOut[] {
  const read = new Map<string, ReadFiche>(files.map((file) => [file.file, file]));
  return [...withErrors].sort(compareText).flatMap((file) => {
    const fiche = read.get(file)?.fiche;
    if (isOwn(fiche)) return [];
    const facts = fiche && readFacts(fiche);
    if (facts && !isMember(decide(facts))) return [];
    return [{ file, shareable: isShareable(fiche) }];
  });
}

/** Whether a fiche is of a type that only its workspace knows. */
function isOwn(fiche: Fiche | undefined): boolean {
  return fiche?.type !== undefined && !KNOWN_TYPES.includes(fiche.type.name);
}

function isShareable(fiche: Fiche | undefined): boolean {
  return fiche?.header.value.diffusion === 'partageable';
}

/** A type of the workspace's own need have no drafts. */
function isDraft(fiche: Fiche | undefined): boolean {
  const hasState = Object.hasOwn((fiche?.type?.schema.properties as object | undefined) ?? {}, 'validation');
  return hasState && (fiche?.header.value.validation ?? 'brouillon') === 'brouillon';
}

/** What a faulty header still says for certain; undefined where its period cannot be read, or it is neither atelier nor projet. */
function readFacts({ type, header }: Fiche): Facts | undefined {
  const { value } = header;
  const departements = Array.isArray(value.departements) ? value.departements.map(String) : [];
  if (type?.name === 'atelier') {
    const period = parsePartialDate(value.date);
    const named = typeof value.prs === 'string' ? [value.prs] : [];
    return period || named.length > 0 ? { kind: 'atelier', named, departements, ...(period && { period }) } : undefined;
  }
  if (type?.name !== 'projet') return undefined;
  const cadres = Array.isArray(value.cadres) ? (value.cadres as { prs?: unknown }[]) : [];
  const named = cadres.flatMap((cadre) => (typeof cadre?.prs === 'string' ? [cadre.prs] : []));
  const debut = parsePartialDate(value.debut);
  const fin = parsePartialDate(value.fin);
  if (!debut && named.length === 0) return undefined;
  const period = debut && { first: debut.first, ...(fin && { last: fin.last }) };
  return { kind: 'projet', named, departements, ...(period && { period }) };
}
