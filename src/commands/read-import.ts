import { findFormType } from '../form/form-identity.ts';
import { openWord } from '../form/word-file.ts';
import { quote } from '../french.ts';
import { checkDepth } from '../importer/check-depth.ts';
import type { ImportedRecord } from '../importer/imported-record.ts';
import { readSource } from '../importer/read-source.ts';
import { detectType } from '../importer/understand/detect-type.ts';
import { leaveOutOfRecord } from '../importer/understand/leave-out-people.ts';
import { textOfDocument, understand } from '../importer/understand/understand.ts';
import type { Prs } from '../prs/prs.ts';
import type { Schemas } from '../record/schema.ts';
import { UsageError } from '../usage-error.ts';
import { RefusedImport } from './refused-import.ts';

/** What a document is imported with. */
export interface Importing {
  /** The type that a person asked for; left out, the document's words tell it. */
  readonly type?: string | undefined;
  readonly schemas: Schemas;
  /** The PRS of the workspace. */
  readonly prs: readonly Prs[];
  /** Whether lists of names and personal data stay in the record. */
  readonly keepsNames?: boolean | undefined;
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
  const { type: asked, schemas, prs, keepsNames } = importing;
  const filled = await readFilledForm(bytes, schemas);
  if (filled) {
    const record = requireType(filled, asked);
    return { record: keepsNames ? record : leaveOutOfRecord(record), words: wordsOf(filled) };
  }
  const source = await readSource(bytes, name);
  checkDepth(source);
  refuseRecord(source.header ?? '', schemas);
  const text = textOfDocument(source);
  const type = asked ?? detectType(text) ?? (await importing.chooseType());
  const specs = schemas.types.get(type)?.spec.sections ?? [];
  return { record: understand(source, { type, specs, prs, keepsNames }), words: unify(text) };
}

/** What reads a form is heavy: it is loaded for a form alone. */
async function readFilledForm(bytes: Uint8Array, schemas: Schemas): Promise<ImportedRecord | undefined> {
  const word = openWord(bytes);
  if (!word || findFormType(word, schemas) === undefined) return undefined;
  return (await import('../form/read-form.ts')).readForm(bytes, schemas);
}

/** A record is no document: imported, it would be written a second time. */
function refuseRecord(header: string, { types }: Schemas): void {
  const type = /^type\s*:\s*["']?([\w-]+)/m.exec(header)?.[1];
  if (type === undefined || !types.has(type)) return;
  throw new RefusedImport(
    `C’est déjà une fiche, de type ${quote(type)} : placez-la dans son dossier de l’espace de travail, puis lancez « cops check ».`,
    'c’est déjà une fiche',
  );
}

/** A form says itself what it is. */
function requireType(record: ImportedRecord, asked: string | undefined): ImportedRecord {
  if (asked === undefined || asked === record.type) return record;
  throw new UsageError(
    `Ce formulaire est celui d’une fiche de type ${quote(record.type)}, et non ${quote(asked)} : retirez --type.`,
  );
}

function wordsOf({ type, values, body }: ImportedRecord): string {
  return unify([type, ...values.map(({ key, words }) => `${key} ${words}`), body].join(' '));
}

function unify(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
