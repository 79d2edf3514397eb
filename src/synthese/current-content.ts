import type { Collection } from '../collection.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { kindOfDocument } from './document-kind.ts';
import { printFrame } from './frame.ts';
import { type Content, stateContent } from './provenance.ts';
import { readCriteria, type TypedCriteria } from './read-criteria.ts';
import { selectRecords } from './select.ts';
import { summarize } from './synthese.ts';

/**
 * What a summary would hold if it were made now; undefined where nobody can tell, since a record with an error may belong to
 * it. Throws a UsageError for a selection that means nothing here.
 */
export function currentContent(
  typed: TypedCriteria,
  collection: Collection,
  diagnostics: readonly Diagnostic[],
): Content | undefined {
  const criteria = readCriteria(typed, collection, diagnostics);
  const selection = selectRecords(collection, criteria, diagnostics);
  if (selection.faulty.length > 0) return undefined;
  const ids = new Map(collection.files.map((read) => [read.file, read]));
  const synthese = summarize(collection, criteria, selection);
  const template = collection.templates?.[kindOfDocument(criteria)];
  return {
    ...stateContent(synthese, (file) => ids.get(file)?.blobId ?? ''),
    cadre: printFrame(synthese),
    ...(template !== undefined && { template }),
  };
}
