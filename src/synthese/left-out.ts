import { type Collection, KNOWN_TYPES } from '../collection.ts';
import { compareText } from '../diagnostic.ts';
import { type Fiche, findTypeOfFolder, type ReadFiche } from '../record/fiche.ts';
import { liesWithin, parsePartialDate } from '../record/partial-date.ts';
import { type Criteria, coveredPeriod } from './criteria.ts';
import { type Facts, isMember, type Membership } from './membership.ts';
import { SYNTHESE } from './synthese-fiche.ts';

/** A file left out for its faults; shareable only where it could be read, says so, and is no draft. */
export interface LeftOut {
  readonly file: string;
  readonly shareable: boolean;
  /** A record that is internal for certain: a narrow selection would not count it, were it without fault. */
  readonly internal: boolean;
}

/** The files of types that only their workspace knows. */
export function listOwnTypes({ files }: Collection): LeftOut[] {
  return files.flatMap(({ file, fiche }) =>
    isOwn(fiche) ? [{ file, shareable: isShareable(fiche) && !isDraft(fiche), internal: false }] : [],
  );
}

/** Files with an error that belong to the summary, or of which nobody can tell; the grille, the PRS and the settings bear on every figure. */
export function findFaulty(
  { files, schemas }: Collection,
  withErrors: ReadonlySet<string>,
  { decide, criteria }: { decide: (facts: Facts) => Membership; criteria: Criteria },
): LeftOut[] {
  const read = new Map<string, ReadFiche>(files.map((file) => [file.file, file]));
  return [...withErrors].sort(compareText).flatMap((file) => {
    const fiche = read.get(file)?.fiche;
    if (isOwn(fiche)) return [];
    if (isOfOther(file, fiche, { schemas, criteria })) return [];
    const type = fiche?.type ?? findTypeOfFolder(file, schemas);
    if (type?.name === SYNTHESE) return [];
    if (fiche && isElsewhere(fiche, { decide, criteria })) return [];
    const internal = fiche !== undefined && isRecord(fiche) && !isShareable(fiche);
    return [{ file, shareable: isShareable(fiche) && !isDraft(fiche), internal }];
  });
}

/** Whether a file, read or not, is no part of a document of one projet or theme for what it is: another record, or a contrat. */
function isOfOther(
  file: string,
  fiche: Fiche | undefined,
  { schemas, criteria: { projet, theme } }: Pick<Collection, 'schemas'> & { criteria: Criteria },
): boolean {
  const type = (fiche?.type ?? findTypeOfFolder(file, schemas))?.name ?? '';
  if (projet) return file !== projet.file && ['atelier', 'projet', 'contrat'].includes(type);
  return theme !== undefined && type === 'contrat';
}

/** Whether a fiche lies outside the summary for certain, its faults notwithstanding. */
function isElsewhere(
  fiche: Fiche,
  { decide, criteria }: { decide: (facts: Facts) => Membership; criteria: Criteria },
): boolean {
  if (fiche.type?.name === 'contrat') return isContratElsewhere(fiche, criteria);
  const facts = readFacts(fiche);
  const membership = facts && decide(facts);
  if (membership === undefined || isMember(membership)) return false;
  return membership !== 'vague-date' || !hasUnreadableDate(fiche);
}

function isContratElsewhere({ header: { value } }: Fiche, criteria: Criteria): boolean {
  const debut = parsePartialDate(value.annee ?? value.debut);
  const fin = parsePartialDate(value.annee ?? value.fin);
  return (
    debut !== undefined &&
    fin !== undefined &&
    !liesWithin({ first: debut.first, last: fin.last }, coveredPeriod(criteria))
  );
}

function hasUnreadableDate({ type, header: { value } }: Fiche): boolean {
  const written = type?.name === 'atelier' ? (value.date ?? '') : value.debut;
  return written !== undefined && parsePartialDate(written) === undefined;
}

/** Whether a fiche is of a type that only its workspace knows. */
function isOwn(fiche: Fiche | undefined): boolean {
  return fiche?.type !== undefined && !KNOWN_TYPES.includes(fiche.type.name);
}

/** The other types, such as themes, bear on every summary. */
function isRecord({ type }: Fiche): boolean {
  return ['atelier', 'projet', 'contrat'].includes(type?.name ?? '');
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
function readFacts({ id, type, header }: Fiche): Facts | undefined {
  const { value } = header;
  const departements = Array.isArray(value.departements) ? value.departements.map(String) : [];
  if (type?.name === 'atelier') {
    const period = parsePartialDate(value.date);
    const named = typeof value.prs === 'string' ? [value.prs] : [];
    return period || named.length > 0
      ? { kind: 'atelier', id, named, departements, ...(period && { period }) }
      : undefined;
  }
  if (type?.name !== 'projet') return undefined;
  const cadres = Array.isArray(value.cadres) ? (value.cadres as { prs?: unknown }[]) : [];
  const named = cadres.flatMap((cadre) => (typeof cadre?.prs === 'string' ? [cadre.prs] : []));
  const debut = parsePartialDate(value.debut);
  const fin = parsePartialDate(value.fin);
  if (!debut && named.length === 0) return undefined;
  const period = debut && { first: debut.first, ...(fin && { last: fin.last }) };
  return { kind: 'projet', id, named, departements, ...(period && { period }) };
}
