import { type Draft, findFaultAt } from '../checks/check-draft.ts';
import { formatList, quote } from '../french.ts';
import type { FoundValue, ImportedRecord, LeftOut } from '../importer/imported-record.ts';
import { formatLine } from '../importer/understand/format-line.ts';
import { textLine } from '../importer/understand/line.ts';
import { addToSort } from '../importer/understand/write-body.ts';
import type { Field } from '../record/field.ts';
import { type HeaderValues, isList, withValueAt } from '../record/header-value.ts';
import { proposeId, proposeTitle } from '../record/identifier.ts';
import { maskPersonalData } from '../record/personal-data.ts';
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
  const { kept, warnings, dropped, draft } = keepSound(titled, given, request);
  const values = toHeader(kept, given, drafting);
  refuseMissing(values, dropped, drafting);
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

/** Leaves faulty values out of the header, until none is left: without one, another may be wrong. */
function keepSound(
  found: readonly FoundValue[],
  given: HeaderValues,
  request: ImportRequest,
): Omit<Sorted, 'left'> & { draft: Draft } {
  const all: Sorted = { kept: [...found], warnings: [], left: [], dropped: [] };
  let draft = draftWith(found, [], given, request);
  for (;;) {
    const sorted = dropFaulty(all.kept, draft, request);
    if (sorted.left.length === 0) return { ...all, draft };
    all.kept.splice(0, all.kept.length, ...sorted.kept);
    all.warnings.push(...sorted.warnings);
    all.left.push(...sorted.left);
    all.dropped.push(...sorted.dropped);
    draft = draftWith(all.kept, all.left, given, request);
  }
}

/** What of the values stays, and what was said of the others. */
interface Sorted {
  readonly kept: FoundValue[];
  readonly warnings: string[];
  /** Lines to be sorted. */
  readonly left: string[];
  /** Values that left the header whole. */
  readonly dropped: FoundValue[];
}

/** A value of the document that `cops check` would refuse leaves the header, of a list only its faulty items; their words stay, to be sorted. */
function dropFaulty(found: readonly FoundValue[], draft: Draft, { drafting }: ImportRequest): Sorted {
  const sorted: Sorted = { kept: [], warnings: [], left: [], dropped: [] };
  for (const value of found) {
    const known = drafting.fields.some(({ key }) => key === value.key);
    const fault = known
      ? findFaultAt(draft, [value.key])?.message
      : 'Cette clé n’est pas celle d’une fiche de ce type.';
    if (fault === undefined) sorted.kept.push(value);
    else if (!dropItems(value, draft, sorted)) {
      sorted.dropped.push(value);
      sorted.left.push(formatLine(textLine(`${value.key} : ${value.words}`), ''));
      sorted.warnings.push(`${quote(value.key)} n’est pas dans l’en-tête, ses mots sont sous « À classer ». ${fault}`);
    }
  }
  return sorted;
}

/** Takes the faulty items out of a list; false where its items are not known apart, or none of them has the fault. */
function dropItems(found: FoundValue, draft: Draft, { kept, warnings, left, dropped }: Sorted): boolean {
  const { key, value, items } = found;
  if (!items || typeof value === 'string' || !isList(value)) return false;
  const faults = value.map((_, index) => findFaultAt(draft, [key, index])?.message);
  if (faults.every((fault) => fault === undefined)) return false;
  const sound = <T>(all: readonly T[]) => all.filter((_, index) => faults[index] === undefined);
  for (const [index, fault] of faults.entries()) {
    if (fault === undefined) continue;
    const words = items[index] ?? '';
    left.push(formatLine(textLine(`${key} : ${words}`), ''));
    warnings.push(
      `${quote(maskPersonalData(words))} n’est pas dans ${quote(key)}, et reste sous « À classer ». ${fault}`,
    );
  }
  if (sound(value).length > 0) kept.push({ ...found, value: sound(value), items: sound(items) });
  else dropped.push(found);
  return true;
}

function refuseMissing(values: HeaderValues, dropped: readonly FoundValue[], { fields, type }: Drafting): void {
  const missing = fields.filter(
    ({ key, required, shape }) => required && shape.kind !== 'constant' && !Object.hasOwn(values, key),
  );
  if (missing.length === 0) return;
  const wrong = dropped.filter(({ key }) => missing.some((field) => field.key === key));
  const unsaid = missing.filter(({ key }) => !wrong.some((value) => value.key === key));
  const sets = missing
    .map(({ key, shape }) => `--set ${key}=${shape.kind === 'date' ? '2022-05-31' : '"…"'}`)
    .join(' ');
  const sentences = [
    ...(unsaid.length > 0 ? [sayUnsaid(unsaid)] : []),
    ...wrong.map(
      ({ key, words }) =>
        `le document dit ${quote(maskPersonalData(words))} pour ${quote(key)}, ce qui ne convient pas`,
    ),
  ];
  throw new RefusedImport(
    `La fiche n’a pas été écrite : ${sentences.join(' ; ')}, et une fiche du type ${quote(type.name)} en a besoin. Ajoutez ${sets}, ou --review pour répondre à des questions.`,
    `il manque ${formatList(missing.map(({ key }) => key))}`,
  );
}

function sayUnsaid(unsaid: readonly Field[]): string {
  const isMany = unsaid.length > 1;
  return `${formatList(unsaid.map(({ key }) => quote(key)))} ${isMany ? 'n’ont' : 'n’a'} pas été trouvé${isMany ? 's' : ''} dans le document`;
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
