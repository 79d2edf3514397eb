import type { Collection } from '../collection.ts';
import { findTypeOfFolder } from '../record/fiche.ts';
import type { Lines } from '../record/lines.ts';
import type { RecordType } from '../record/schema.ts';

/** A record as it stands in an editor, perhaps half written, among all those of its workspace. */
export interface EditedFiche {
  /** Path relative to the workspace, with `/`. */
  readonly file: string;
  readonly lines: Lines;
  readonly collection: Collection;
}

/** The lines between the fences: `first` inclusive, `end` exclusive; undefined where no header opens. An open header goes to the end. */
export function findHeaderLines({ lines }: Pick<EditedFiche, 'lines'>): { first: number; end: number } | undefined {
  if (!FENCE.test(lines.lineAt(1))) return undefined;
  for (let line = 2; line <= lines.count; line++) if (FENCE.test(lines.lineAt(line))) return { first: 2, end: line };
  return { first: 2, end: lines.count + 1 };
}

const FENCE = /^---[ \t]*$/;

/** The type that a record says it is of, even where the rest of its header does not read, else that of its folder. */
export function findType(edited: EditedFiche): RecordType | undefined {
  const { schemas } = edited.collection;
  const header = findHeaderLines(edited);
  for (let line = header?.first ?? 1; header && line < header.end; line++) {
    const written = /^type:[ \t]*["']?([\p{L}\p{N}_-]+)/u.exec(edited.lines.lineAt(line))?.[1];
    const type = written === undefined ? undefined : schemas.types.get(written);
    if (type) return type;
  }
  return findTypeOfFolder(edited.file, schemas);
}
