import type { ImportedRecord } from '../importer/imported-record.ts';
import { readSource } from '../importer/read-source.ts';
import { detectType } from '../importer/understand/detect-type.ts';
import { textOfDocument, understand } from '../importer/understand/understand.ts';
import type { Prs } from '../prs/prs.ts';
import type { SectionSpec } from '../record/passage.ts';

/** What a document is imported with. */
export interface Importing {
  /** The type that a person asked for; left out, the document's words tell it. */
  readonly type?: string | undefined;
  readonly specsOf: (type: string) => readonly SectionSpec[];
  /** The PRS of the workspace. */
  readonly prs: readonly Prs[];
  /** Asks for the type where the words do not tell it; throws where nobody can be asked. */
  readonly chooseType: () => Promise<string>;
}

/** A record made of a document, and the words of the document, by which it is known again. */
export interface Imported {
  readonly record: ImportedRecord;
  readonly words: string;
}

/** Reads the bytes of a document and makes a record of it. Throws a UsageError, that does not name the file, where it cannot. */
export async function readImport(bytes: Uint8Array, name: string, importing: Importing): Promise<Imported> {
  const source = await readSource(bytes, name);
  const text = textOfDocument(source);
  const type = importing.type ?? detectType(text) ?? (await importing.chooseType());
  const { specsOf, prs } = importing;
  return {
    record: understand(source, { type, specs: specsOf(type), prs }),
    words: text.normalize('NFC').replace(/\s+/g, ' ').trim(),
  };
}
