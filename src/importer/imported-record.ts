import type { HeaderValue } from '../record/header-value.ts';
import type { PersonalKind } from '../record/personal-data.ts';

/** A value for the header of a record, and where the document says it. */
export interface FoundValue {
  /** The key of the header: `participants`. */
  readonly key: string;
  readonly value: HeaderValue;
  /** The words it was taken from, as they stand in the document. */
  readonly words: string;
  /** Of a list, the words of each item, where they are known apart: an item that cannot be kept then leaves the others. */
  readonly items?: readonly string[];
  /** Where they stand, in French: « tableau d’informations, « Participants » ». */
  readonly place: string;
  /** Why a person should look at it; absent where it is certain. */
  readonly doubt?: string;
}

/** Words of a document that its record does not hold: they are counted, and never shown. */
export interface LeftOut {
  /** A name in a list of persons, what parts two of them, or what is masked wherever it stands. */
  readonly kind: 'nom' | 'lien' | PersonalKind;
  readonly words: string;
}

/** What a document becomes, before it is checked. */
export interface ImportedRecord {
  /** A type of record: `atelier` or `projet`. */
  readonly type: string;
  readonly values: readonly FoundValue[];
  /** Markdown: the sections of the type, then what found no place, under « À classer ». */
  readonly body: string;
  /** Lines of the document that the header alone holds: the record keeps them in remarks, so that none of its words is lost. */
  readonly served?: readonly string[];
  /** Names in lists of persons and personal data. */
  readonly leftOut?: readonly LeftOut[];
  /** French sentences: what was understood with doubt, and what was not. */
  readonly warnings: readonly string[];
}
