import type { Collection } from '../collection.ts';
import { type Fiche, idOf } from '../record/fiche.ts';
import { type HeaderValues, valueAt } from '../record/header-value.ts';
import type { RecordType, Schemas } from '../record/schema.ts';

/** What a key may name. */
export interface Reference {
  readonly id: string;
  /** Its title, or the text of a priority. */
  readonly titre: string;
}

/** Where a key stands, and the header around it. */
export interface KeyPlace {
  readonly path: readonly (string | number)[];
  readonly values: HeaderValues;
}

/** What a key names, since it bears the name of a type or of its folder, is « parent » or « priorite »; undefined where it names nothing. */
export function listReferences(key: string, place: KeyPlace, collection: Collection): Reference[] | undefined {
  if (key === 'priorite') return listPriorites(place, collection);
  const type = findNamedType(key, place, collection.schemas);
  return type && listOfType(type, collection);
}

/** The type whose records a key names; « parent » names one of the record's own type. */
export function findNamedType(key: string, { values }: KeyPlace, schemas: Schemas): RecordType | undefined {
  const sought = key === 'parent' && typeof values.type === 'string' ? values.type : key;
  return [...schemas.types.values()].find(({ name, spec }) => name === sought || spec.dossier === sought);
}

/** The record of a type that an id names, even where its header does not read. */
export function findRecord(
  type: RecordType,
  id: string,
  { files }: Collection,
): { file: string; fiche?: Fiche } | undefined {
  const named = files.filter(({ file }) => idOf(file) === id);
  const folder = `${type.folder}/`;
  return named.find(({ fiche }) => fiche?.type === type) ?? named.find(({ file }) => file.startsWith(folder));
}

function listOfType(type: RecordType, { files }: Collection): Reference[] {
  return files
    .flatMap(({ fiche }) => (fiche?.type === type ? [fiche] : []))
    .map(({ id, header }) => ({ id, titre: String(header.value.titre ?? '') }));
}

/** The priorities of the PRS that stands beside the key. */
function listPriorites({ path, values }: KeyPlace, { prs }: Collection): Reference[] {
  const named = valueAt(values, [...path.slice(0, -1), 'prs']);
  const priorites = (typeof named === 'string' ? prs.get(named)?.priorites : undefined) ?? [];
  return priorites.map(({ id, texte }) => ({ id, titre: texte }));
}
