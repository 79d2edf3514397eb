import type { Position, Range } from '../diagnostic.ts';
import type { Field } from '../record/field.ts';
import { type HeaderValues, valueAt } from '../record/header-value.ts';
import { type EditedFiche, findHeaderLines } from './edited-fiche.ts';
import { findHashtagAt } from './hashtag.ts';
import { findPlacedField } from './header-field.ts';
import { findHeaderPlace, type HeaderPlace } from './header-place.ts';
import { findNamedType, findRecord } from './references.ts';

/** What the word under a cursor speaks of. */
export type Mention = { readonly range: Range } & (
  | { readonly kind: 'cle'; readonly field: Field }
  | { readonly kind: 'fiche'; readonly type: string; readonly file: string }
  | { readonly kind: 'priorite'; readonly prs: string; readonly id: string }
  | { readonly kind: 'passage'; readonly nom: string }
);

/** Finds what the word under a cursor speaks of; undefined where it names nothing that is there. */
export function findMention(edited: EditedFiche, position: Position): Mention | undefined {
  const header = findHeaderLines(edited);
  if (header && position.line < header.end) {
    const place = findHeaderPlace(edited, position);
    return place && place.word !== '' ? findInHeader(edited, place) : undefined;
  }
  const hashtag = findHashtagAt(edited.lines, position);
  if (!hashtag || hashtag.free) return undefined;
  return findFiche(edited, { key: 'theme', word: hashtag.word, range: hashtag.range, values: {} });
}

function findInHeader(edited: EditedFiche, place: HeaderPlace): Mention | undefined {
  const { word, range, values, path } = place;
  const placed = findPlacedField(edited, place);
  if (placed?.keys) return placed.field && { kind: 'cle', field: placed.field, range };
  if (!placed?.key) return undefined;
  if (placed.key === 'piste') return { kind: 'passage', nom: word, range };
  if (placed.key !== 'priorite') return findFiche(edited, { key: placed.key, word, range, values });
  const prs = valueAt(values, [...path.slice(0, -1), 'prs']);
  return typeof prs === 'string' ? { kind: 'priorite', prs, id: word, range } : undefined;
}

function findFiche(
  { collection }: EditedFiche,
  { key, word, range, values }: { key: string; word: string; range: Range; values: HeaderValues },
): Mention | undefined {
  const type = findNamedType(key, { path: [], values }, collection.schemas);
  const record = type && findRecord(type, word, collection);
  return record && { kind: 'fiche', type: type.name, file: record.file, range };
}
