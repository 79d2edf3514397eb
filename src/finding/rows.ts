import type { Collection } from '../collection.ts';
import { compareText, type Diagnostic } from '../diagnostic.ts';
import { fold } from '../french.ts';
import type { Fiche, ReadFiche } from '../record/fiche.ts';
import { formatPartialDate, parsePartialDate } from '../record/partial-date.ts';
import { maskPersonalData } from '../record/personal-data.ts';
import { lectureOf } from './filter.ts';

/** What a list says of a record. */
export interface Row {
  readonly id: string;
  readonly type: string;
  readonly titre: string;
  /** As written, empty where none is known: `2022-05-31`. */
  readonly date: string;
  /** In words. */
  readonly dateEnMots: string;
  readonly validation: string;
  readonly diffusion: string;
  readonly codage: string;
  readonly file: string;
}

/** What a list can be sorted by. */
export const SORT_KEYS = ['date', 'titre', 'id', 'type'] as const;
/** One of them. */
export type SortKey = (typeof SORT_KEYS)[number];

/** The records whose header reads, and the files of which nothing can be listed. */
export function splitReadable({ files }: Pick<Collection, 'files'>): {
  fiches: readonly Fiche[];
  unread: readonly ReadFiche[];
} {
  const isRead = ({ fiche, faults }: ReadFiche) => fiche?.type !== undefined && !faults.some(isHeaderError);
  return {
    fiches: files.filter(isRead).flatMap(({ fiche }) => fiche ?? []),
    unread: files.filter((file) => !isRead(file)),
  };
}

/** Faults of the text below a header leave the header as it is. */
const BODY_FAULTS = new Set(['commentaire-non-ferme', 'mot-diese-mal-place']);

function isHeaderError({ severity, code }: Diagnostic): boolean {
  return severity === 'error' && !BODY_FAULTS.has(code);
}

/** Lays a record out for a list; personal data is masked, and a state that its type does not know is left empty. */
export function describeRow(fiche: Fiche): Row {
  const { id, file, type, header } = fiche;
  const { value } = header;
  const date = parsePartialDate(value.date) ?? parsePartialDate(value.debut) ?? parsePartialDate(value.annee);
  const known = Object.keys((type?.schema.properties as object | undefined) ?? {});
  const stateOf = (key: string, byDefault: string) => (known.includes(key) ? String(value[key] ?? byDefault) : '');
  return {
    id,
    type: type?.name ?? '',
    titre: maskPersonalData(String(value.titre ?? '')),
    date: date?.iso ?? '',
    dateEnMots: date ? formatPartialDate(date) : '',
    validation: stateOf('validation', 'brouillon'),
    diffusion: stateOf('diffusion', 'interne'),
    codage: known.includes('codage') ? lectureOf(fiche) : '',
    file,
  };
}

/** Sorts rows by a key, then by id; dates from the first day on, unknown ones last. */
export function sortRows(rows: readonly Row[], key: SortKey): Row[] {
  const keyOf = (row: Row) => {
    if (key === 'date') return parsePartialDate(row.date)?.first ?? '9999';
    return key === 'titre' ? fold(row.titre) : row[key];
  };
  return [...rows].sort((a, b) => compareText(keyOf(a), keyOf(b)) || compareText(a.id, b.id));
}
