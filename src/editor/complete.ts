import type { Position } from '../diagnostic.ts';
import { completeBody } from './complete-body.ts';
import { completeHeader } from './complete-header.ts';
import { type EditedFiche, findHeaderLines } from './edited-fiche.ts';
import { findHeaderPlace } from './header-place.ts';
import type { Suggestion } from './suggestion.ts';

/** What may be written at the cursor, in the order in which it is best offered. */
export function complete(edited: EditedFiche, position: Position): Suggestion[] {
  const header = findHeaderLines(edited);
  if (!header || position.line >= header.end) return completeBody(edited, position);
  const place = findHeaderPlace(edited, position);
  return place ? completeHeader(edited, place) : [];
}
