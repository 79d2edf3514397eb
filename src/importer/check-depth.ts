import type { Nodes } from 'mdast';
import { UsageError } from '../usage-error.ts';
import type { SourceDocument } from './source-document.ts';

/** No text of a person nests lists, quotations and bold words so deep. */
const DEEPEST = 100;

/** Refuses a document whose parts are nested deeper than any text, before it is walked part by part. */
export function checkDepth({ tree }: SourceDocument): void {
  let level: readonly Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST)
      throw new UsageError('Ce document n’a pas pu être lu : ses parties sont imbriquées trop profond.');
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []));
  }
}
