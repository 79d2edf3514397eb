import type { Provenance } from '../render/provenance.ts';

/** A figure as a document prints it. */
export interface PrintedFigure {
  readonly id: string;
  /** All the words of its link: « 7 ateliers sur 9 ». */
  readonly text: string;
}

/** What a printed summary holds, whatever its format. */
export interface PrintedDocument {
  readonly provenance: Provenance;
  /** In the order of the page; a figure may be printed several times. */
  readonly figures: readonly PrintedFigure[];
  /** The words of each paragraph, heading, item and row, spaces made one. */
  readonly blocks: readonly string[];
}

/** Spaces of all kinds and lengths as one. */
export function unifySpaces(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/gu, ' ').trim();
}

/** The number that a printed text begins with, in French: « 1 234,5 heures » is 1234.5; undefined where there is none. */
export function readNumber(text: string): number | undefined {
  const [written] = /-?\d+(?:[ \u00a0\u202f]\d{3})*(?:,\d+)?/.exec(text) ?? [];
  return written === undefined ? undefined : Number(written.replace(/[ \u00a0\u202f]/g, '').replace(',', '.'));
}

/** A provenance from its JSON; undefined where a text is none. */
export function parseProvenance(json: string): Provenance | undefined {
  let read: unknown;
  try {
    read = JSON.parse(json);
  } catch {
    return undefined;
  }
  return isProvenance(read) ? read : undefined;
}

function isProvenance(value: unknown): value is Provenance {
  if (!isMap(value) || value.version !== 1 || typeof value.cops !== 'string') return false;
  const { selection, fiches, chiffres } = value;
  return (
    isSelection(selection) &&
    isMap(fiches) &&
    Object.values(fiches).every((id) => typeof id === 'string') &&
    isMap(chiffres) &&
    Object.values(chiffres).every((number) => typeof number === 'number')
  );
}

/** Words that are typed, and what is shown or not: anything else would be read as what it is not. */
function isSelection(value: unknown): boolean {
  if (!isMap(value)) return false;
  return Object.entries(value).every(([key, asked]) =>
    key === 'brouillons' || key === 'interne' ? typeof asked === 'boolean' : typeof asked === 'string',
  );
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
