import { checkDraft, type Draft, findFaultAt } from '../checks/check-draft.ts';
import type { Collection } from '../collection.ts';
import { quote, slugify } from '../french.ts';
import type { Field } from '../record/field.ts';
import type { Path } from '../record/header.ts';
import type { HeaderValues } from '../record/header-value.ts';
import { findFreeId, placeFiche, proposeId, WELL_FORMED_ID } from '../record/identifier.ts';
import type { RecordType } from '../record/schema.ts';
import { formatFiche } from '../record/write.ts';
import { UsageError } from '../usage-error.ts';

/** What a new fiche is made with, whatever its values. */
export interface Drafting {
  readonly type: RecordType;
  readonly fields: readonly Field[];
  readonly template: string;
  readonly collection: Collection;
  /** The current day, as an ISO date. */
  readonly today: string;
  /** What `--id` says. */
  readonly id?: string | undefined;
}

/** The fiche that a header and an id give, and what `cops check` would say of it. */
export function draftFiche(
  values: HeaderValues,
  { id, body }: { id: string; body?: string | undefined },
  { type, fields, template, collection, today }: Drafting,
): Draft {
  const order = fields.map(({ key }) => key);
  const text = formatFiche(template, { values, order, ...(body !== undefined && { body }) });
  return checkDraft(placeFiche(type, id, values), text, { collection, today });
}

/** What `cops check` would say of one value of an unfinished header, whatever is still missing elsewhere. */
export function sayValueFault(values: HeaderValues, path: Path, drafting: Drafting): string | undefined {
  return findFaultAt(draftFiche(values, { id: drafting.id ?? findIdFor(values, drafting) }, drafting), path)?.message;
}

/** An id that is free, and begins as the values want it. */
export function findIdFor(values: HeaderValues, drafting: Drafting): string {
  const { name } = drafting.type;
  return findFreeId(proposeId(drafting.type, values) || slugify(name), (id) => findFile(id, drafting) !== undefined);
}

/** What is wrong with an id; nothing where it is well formed and free. */
export function sayIdFault(id: string, drafting: Drafting): string | undefined {
  if (id === '')
    return 'Le titre ne donne aucun identifiant : donnez-en un avec --id, par exemple « --id mon-projet ».';
  if (!WELL_FORMED_ID.test(id)) {
    const better = slugify(id);
    const advice = better ? `, par exemple ${quote(better)}` : '';
    return `L’identifiant ${quote(id)} ne convient pas : il faut des minuscules sans accent, des chiffres et des tirets${advice}.`;
  }
  const other = findFile(id, drafting);
  if (!other) return undefined;
  const free = findFreeId(id, (candidate) => findFile(candidate, drafting) !== undefined);
  return `L’identifiant ${quote(id)} est déjà celui de ${quote(other)}, qui n’a pas été touché : donnez-en un autre avec --id, par exemple ${quote(free)}.`;
}

/** Refuses what is wrong in a header that is not complete yet; what it lacks is told at its opening fence, and may still come. */
export function refuseFaultyValues(values: HeaderValues, drafting: Drafting): void {
  const draft = draftFiche(values, { id: drafting.id ?? findIdFor(values, drafting) }, drafting);
  refuseFaulty({ faults: draft.faults.filter(({ range }) => range.start.line > 1) });
}

/** Refuses a draft that `cops check` would refuse. Throws a UsageError with all that it would say. */
export function refuseFaulty({ faults }: Pick<Draft, 'faults'>): void {
  const errors = [...new Set(faults.filter(({ severity }) => severity === 'error').map(({ message }) => message))];
  if (errors.length === 0) return;
  const listed = errors.length === 1 ? ` ${errors[0]}` : `\n${errors.map((message) => `  - ${message}`).join('\n')}`;
  throw new UsageError(`La fiche n’a pas été écrite.${listed}`);
}

function findFile(id: string, { collection }: Drafting): string | undefined {
  return collection.files.find(({ file }) => file.endsWith(`/${id}.md`))?.file;
}
