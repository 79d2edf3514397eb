import { type Draft, findFaultAt } from '../checks/check-draft.ts';
import { formatList, quote } from '../french.ts';
import type { FoundValue, ImportedRecord, LeftOut } from '../importer/imported-record.ts';
import { formatLine } from '../importer/understand/format-line.ts';
import { textLine } from '../importer/understand/line.ts';
import { addToSort } from '../importer/understand/write-body.ts';
import type { Field } from '../record/field.ts';
import { type HeaderValues, withValueAt } from '../record/header-value.ts';
import { proposeId, proposeTitle } from '../record/identifier.ts';
import { parseAssignment } from '../record/typed-value.ts';
import { type Drafting, draftFiche, findIdFor, refuseFaulty, sayIdFault } from './draft-fiche.ts';
import { RefusedImport } from './refused-import.ts';

/** What a record is drafted from. */
export interface ImportRequest {
  readonly record: ImportedRecord;
  /** What stands at the end of the record. */
  readonly remark: string;
  readonly drafting: Drafting;
  /** What `--set` says, over what the document says. */
  readonly set: readonly string[];
}

/** A record ready to be written, and what there is to tell of it. */
export interface DraftedImport {
  readonly draft: Draft;
  /** What the header holds, in its order. */
  readonly values: readonly FoundValue[];
  readonly warnings: readonly string[];
  /** What of the document the record does not hold. */
  readonly leftOut: readonly LeftOut[];
}

/** Makes the record of a document. Throws a UsageError where `cops check` would find an error that no value of the document causes. */
export function draftImport(request: ImportRequest): DraftedImport {
  const { record, drafting } = request;
  const given = readGiven(request);
  const found = record.values.filter(({ key }) => !Object.hasOwn(given, key));
  const titled = addTitle(found, given, drafting);
  const first = draftWith(titled, [], given, request);
  const { kept, warnings, left } = dropFaulty(titled, first, request);
  const draft = left.length === 0 ? first : draftWith(kept, left, given, request);
  const values = toHeader(kept, given, drafting);
  refuseMissing(values, drafting);
  refuseId(values, drafting);
  refuseFaulty(draft);
  return {
    draft,
    values: sortByField(kept, drafting),
    warnings: [...record.warnings, ...warnings],
    leftOut: record.leftOut ?? [],
  };
}

/** The record of a document with all that it says, faults included: what there is to tell who filled it in. */
export function draftAsFound(request: ImportRequest): Draft {
  const given = readGiven(request);
  const found = request.record.values.filter(({ key }) => !Object.hasOwn(given, key));
  return draftWith(addTitle(found, given, request.drafting), [], given, request);
}

function readGiven({ set, drafting }: ImportRequest): HeaderValues {
  return set.reduce<HeaderValues>((values, text) => {
    const { path, value } = parseAssignment(text, drafting.fields);
    return value === undefined ? values : withValueAt(values, path, value);
  }, {});
}

function draftWith(
  found: readonly FoundValue[],
  left: readonly string[],
  given: HeaderValues,
  { record, remark, drafting }: ImportRequest,
): Draft {
  const values = toHeader(found, given, drafting);
  const id = drafting.id ?? findIdFor(values, drafting);
  return draftFiche(values, { id, body: `${addToSort(record.body, left)}\n\n${remark}` }, drafting);
}

function toHeader(found: readonly FoundValue[], given: HeaderValues, { type }: Drafting): HeaderValues {
  return { type: type.name, ...Object.fromEntries(found.map(({ key, value }) => [key, value])), ...given };
}

/** The title that the type proposes for a dated record, where the document has none. */
function addTitle(found: readonly FoundValue[], given: HeaderValues, drafting: Drafting): readonly FoundValue[] {
  const values = toHeader(found, given, drafting);
  const title = Object.hasOwn(values, 'titre') ? undefined : proposeTitle(drafting.type, values);
  if (title === undefined) return found;
  const doubt = 'le document n’a pas de titre : en voici un, fait de la date';
  return [{ key: 'titre', value: title, words: '', place: 'proposé', doubt }, ...found];
}

/** A value of the document that `cops check` would refuse leaves the header; its words stay, to be sorted. */
function dropFaulty(
  found: readonly FoundValue[],
  draft: Draft,
  { drafting }: ImportRequest,
): { kept: readonly FoundValue[]; warnings: string[]; left: string[] } {
  const kept: FoundValue[] = [];
  const warnings: string[] = [];
  const left: string[] = [];
  for (const value of found) {
    const known = drafting.fields.some(({ key }) => key === value.key);
    const fault = known
      ? findFaultAt(draft, [value.key])?.message
      : 'Cette clé n’est pas celle d’une fiche de ce type.';
    if (fault === undefined) kept.push(value);
    else {
      left.push(formatLine(textLine(`${value.key} : ${value.words}`), ''));
      warnings.push(`${quote(value.key)} n’est pas dans l’en-tête, ses mots sont sous « À classer ». ${fault}`);
    }
  }
  return { kept, warnings, left };
}

function refuseMissing(values: HeaderValues, { fields, type }: Drafting): void {
  const missing = fields.filter(
    ({ key, required, shape }) => required && shape.kind !== 'constant' && !Object.hasOwn(values, key),
  );
  if (missing.length === 0) return;
  const names = formatList(missing.map(({ key }) => quote(key)));
  const sets = missing
    .map(({ key, shape }) => `--set ${key}=${shape.kind === 'date' ? '2022-05-31' : '"…"'}`)
    .join(' ');
  throw new RefusedImport(
    `La fiche n’a pas été écrite : ${names} ${missing.length > 1 ? 'n’ont' : 'n’a'} pas été trouvé${missing.length > 1 ? 's' : ''} dans le document, et une fiche du type ${quote(type.name)} en a besoin. Ajoutez ${sets}, ou --review pour répondre à des questions.`,
    `il manque ${formatList(missing.map(({ key }) => key))}`,
  );
}

/** An id that is taken is not replaced by another: the document may be a new version of what is there. */
function refuseId(values: HeaderValues, drafting: Drafting): void {
  const fault = sayIdFault(drafting.id ?? proposeId(drafting.type, values), drafting);
  if (fault)
    throw new RefusedImport(`La fiche n’a pas été écrite. ${fault}`, 'ce nom est déjà pris, ou il en manque un (--id)');
}

function sortByField(values: readonly FoundValue[], { fields }: { fields: readonly Field[] }): FoundValue[] {
  const rank = (key: string) => fields.findIndex((field) => field.key === key);
  return [...values].sort((a, b) => rank(a.key) - rank(b.key));
}
