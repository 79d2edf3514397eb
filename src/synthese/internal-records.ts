import type { Collection } from '../collection.ts';
import { findTypeOfFolder, type ReadFiche } from '../record/fiche.ts';
import type { RecordType } from '../record/schema.ts';
import { SYNTHESE } from './synthese-fiche.ts';

/** A record by what would name it in a text. */
export interface NamedRecord {
  readonly file: string;
  readonly id: string;
  /** None where its header cannot be read. */
  readonly titre?: string;
}

/** The records that may not be named, whatever their type, those with an error too; a kept summary is named for its period. */
export function listInternal({ files, schemas }: Pick<Collection, 'files' | 'schemas'>): NamedRecord[] {
  return files.flatMap((read) => {
    const type = read.fiche?.type ?? findTypeOfFolder(read.file, schemas);
    return isSecret(type) && !isShareable(read) ? [toNamed(read)] : [];
  });
}

/** The titles that a text may say: those of records that may be shown. */
export function listShownTitles({ files }: Pick<Collection, 'files'>): string[] {
  return files.filter(isShareable).flatMap((read) => toNamed(read).titre ?? []);
}

function isShareable({ fiche }: ReadFiche): boolean {
  return fiche?.header.value.diffusion === 'partageable';
}

/** A theme or a PRS is nobody's: its type knows no diffusion. */
function isSecret(type: RecordType | undefined): boolean {
  if (!type) return true;
  return type.name !== SYNTHESE && Object.hasOwn((type.schema.properties as object | undefined) ?? {}, 'diffusion');
}

function toNamed({ file, fiche }: ReadFiche): NamedRecord {
  const titre = fiche?.header.value.titre;
  return {
    file,
    id: file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/, ''),
    ...(typeof titre === 'string' && { titre }),
  };
}
