import { formatList } from '../french.ts';
import type { Field } from '../record/field.ts';
import { maskPersonalData } from '../record/personal-data.ts';
import type { EditedFiche } from './edited-fiche.ts';
import { findPlacedField } from './header-field.ts';
import type { HeaderPlace } from './header-place.ts';
import { listReferences } from './references.ts';
import type { Suggestion } from './suggestion.ts';

/** The keys that are not there yet, or the values that a key may take: those of a list, records, passages of the same record. */
export function completeHeader(edited: EditedFiche, place: HeaderPlace): Suggestion[] {
  const placed = findPlacedField(edited, place);
  if (!placed) return place.path[0] === 'type' || place.path.length === 0 ? completeTypes(edited, place) : [];
  if (placed.keys) return completeKeys(placed.keys, place);
  if (place.path.length === 1 && placed.key === 'type') return completeTypes(edited, place);
  return completeValues(edited, place, placed);
}

function completeKeys(keys: readonly Field[], { range, siblings, named, path }: HeaderPlace): Suggestion[] {
  return keys
    .filter(({ key }) => !siblings.includes(key))
    .map((field) => ({
      kind: 'cle',
      label: field.key,
      ...(field.required && { detail: 'nécessaire' }),
      explanation: field.description,
      range,
      text: `${field.key}${named ? '' : opening(field, path.length === 0)}`,
    }));
}

/** What stands between a key and its value: a list or a map of the header itself begins on the next line. */
function opening({ shape }: Field, isTop: boolean): string {
  if (!isTop) return ': ';
  return shape.kind === 'list' ? ':\n  - ' : shape.kind === 'map' ? ':\n  ' : ': ';
}

function completeTypes({ collection: { schemas } }: EditedFiche, { at, range, named }: HeaderPlace): Suggestion[] {
  if (at === 'key')
    return [
      {
        kind: 'cle',
        label: 'type',
        explanation: sayTypes([...schemas.types.keys()]),
        range,
        text: named ? 'type' : 'type: ',
      },
    ];
  return [...schemas.types.values()].map(({ name, schema }) => ({
    kind: 'valeur',
    label: name,
    ...(typeof schema.description === 'string' && { explanation: schema.description }),
    range,
    text: name,
  }));
}

function sayTypes(names: readonly string[]): string {
  return `Ce qu’est cette fiche : ${formatList(names, 'ou')}.`;
}

function completeValues(
  edited: EditedFiche,
  place: HeaderPlace,
  { field, key }: { field?: Field; key?: string },
): Suggestion[] {
  const { range } = place;
  const shape = field?.shape.kind === 'list' ? field.shape.item.shape : field?.shape;
  if (!shape || shape.kind === 'map') return [];
  if (key === 'piste') return completePassages(edited, range);
  const values = shape.kind === 'choice' ? shape.choices : shape.kind === 'boolean' ? ['true', 'false'] : undefined;
  if (values)
    return values.map((value) => ({
      kind: 'valeur',
      label: value,
      ...(value === field?.default && { detail: 'par défaut' }),
      range,
      text: value,
    }));
  const references = listReferences(key ?? '', place, edited.collection) ?? [];
  return references.map(({ id, titre }) => ({
    kind: 'fiche',
    label: id,
    detail: maskPersonalData(titre),
    range,
    text: id,
  }));
}

/** The passages of the same record that have a name. */
function completePassages({ file, collection }: EditedFiche, range: Suggestion['range']): Suggestion[] {
  const passages = collection.files.find((read) => read.file === file)?.body?.passages ?? [];
  return passages.flatMap(({ nom, text }) =>
    nom ? [{ kind: 'passage' as const, label: nom, detail: maskPersonalData(text), range, text: nom }] : [],
  );
}
