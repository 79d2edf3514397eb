import { type Field, fieldsOf } from '../record/field.ts';
import type { Path } from '../record/header.ts';
import { type EditedFiche, findType } from './edited-fiche.ts';
import type { HeaderPlace } from './header-place.ts';

/** What the schema says of a place in a header. */
export interface PlacedField {
  /** The keys among which one is being written; undefined for a value. */
  readonly keys?: readonly Field[];
  /** What is said of the value, or of the key where it is a known one. */
  readonly field?: Field;
  /** The key that says what a value names: that of the list for an item of it. */
  readonly key?: string;
}

/** Tells keys from values by the schema: « - temps » is a key in a list of maps, a value in a list of words. */
export function findPlacedField(edited: EditedFiche, place: HeaderPlace): PlacedField | undefined {
  const type = findType(edited);
  if (!type) return undefined;
  const top = fieldsOf(type, edited.collection.schemas);
  const owner = fieldAt(top, place.path);
  if (place.at === 'key') {
    const keys = place.path.length === 0 ? top : mapFields(owner);
    if (keys) return { keys, ...present(keys.find(({ key }) => key === place.word)) };
  }
  const key = place.path.findLast((step) => typeof step === 'string');
  return owner && { field: owner, ...(key !== undefined && { key }) };
}

function present(field: Field | undefined): { field?: Field } {
  return field ? { field } : {};
}

/** What a schema says at a path, through maps and lists; undefined for the header as a whole. */
function fieldAt(top: readonly Field[], path: Path): Field | undefined {
  let field: Field | undefined;
  for (const [index, step] of path.entries()) {
    if (typeof step === 'number') field = field?.shape.kind === 'list' ? field.shape.item : undefined;
    else field = (index === 0 ? top : mapFields(field))?.find(({ key }) => key === step);
    if (!field) return undefined;
  }
  return field;
}

function mapFields(field: Field | undefined): readonly Field[] | undefined {
  return field?.shape.kind === 'map' ? field.shape.fields : undefined;
}
