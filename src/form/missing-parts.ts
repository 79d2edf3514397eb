import type { Range } from '../diagnostic.ts';
import type { Fiche } from '../record/fiche.ts';
import type { Field } from '../record/field.ts';
import type { Path } from '../record/header.ts';
import { type HeaderValue, isList, valueAt } from '../record/header-value.ts';
import { aCompleter, cleManquante } from '../record/schema-rules.ts';

/** A key or a section that a record lacks, with the code and the place of the fault that says so: it cannot have a place of its own. */
export interface Missing {
  readonly code: string;
  readonly place: Range;
  readonly path?: Path;
  readonly section?: string;
}

/** All that a record lacks: keys that its schema always wants, then what a valid record has. */
export function listMissing(fiche: Fiche, fields: readonly Field[]): Missing[] {
  const { header, body, type } = fiche;
  const required = [...missingKeys(header.value as HeaderValue, fields, [])].map((path) => ({
    code: cleManquante.code,
    place: header.placeOfKey(path),
    path,
  }));
  const isValid = header.value.validation === 'valide';
  const place = header.placeOfKey(isValid ? ['validation'] : []);
  const wanted = (type?.spec.requisSiValide ?? [])
    .filter((key) => !Object.hasOwn(header.value, key))
    .map((key) => ({ code: isValid ? cleManquante.code : aCompleter.code, place, path: [key] }));
  const sections = (type?.spec.sections ?? [])
    .filter((spec) => spec.requise && !body.sections.some((section) => section.spec === spec))
    .map(({ titre }) => ({ code: isValid ? 'section-manquante' : aCompleter.code, place, section: titre }));
  return [...required, ...wanted, ...sections];
}

function* missingKeys(here: HeaderValue, fields: readonly Field[], path: Path): Generator<Path> {
  if (typeof here === 'string') return;
  if (isList(here)) {
    for (const [index, item] of here.entries()) yield* missingKeys(item, fields, [...path, index]);
    return;
  }
  for (const { key, required, shape } of fields) {
    const value = valueAt(here, [key]);
    if (value === undefined && required) yield [...path, key];
    const inner = shape.kind === 'list' ? shape.item.shape : shape;
    if (value !== undefined && inner.kind === 'map') yield* missingKeys(value, inner.fields, [...path, key]);
  }
}
