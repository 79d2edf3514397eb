import type { Provenance } from '../render/provenance.ts';

/** A figure as a document prints it. */
export interface PrintedFigure {
  readonly id: string;
  /** All the words of its link: « 7 ateliers sur 9 ». */
  readonly text: string;
}

/** A paragraph, heading, item or row as a document prints it. */
export interface PrintedBlock {
  /** All its words, spaces made one. */
  readonly text: string;
  /**
   * The same with the id of each figure, between U+E000 and U+E001, in the place of its words, which have a verdict of their
   * own; the words of references stand between U+E002 and U+E003.
   */
  readonly key: string;
}

/** The words of a document. */
export interface PrintedTexts {
  /** In the order of the page; a figure may be printed several times. */
  readonly figures: readonly PrintedFigure[];
  readonly blocks: readonly PrintedBlock[];
}

/** What a printed summary holds, whatever its format. */
export interface PrintedDocument extends PrintedTexts {
  readonly provenance: Provenance;
}

/** Spaces of all kinds and lengths as one. */
export function unifySpaces(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/gu, ' ').trim();
}

/** A provenance from its JSON; undefined where a text is none. */
export function parseProvenance(json: string): Provenance | undefined {
  const read = parseJson(json);
  return isProvenance(read) ? read : undefined;
}

/** A value from its JSON; undefined where a text is none. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isProvenance(value: unknown): value is Provenance {
  if (!isMap(value) || value.version !== 1) return false;
  const { cops, template, selection, fiches, chiffres, bases } = value;
  return (
    typeof cops === 'string' &&
    typeof template === 'string' &&
    isSelection(selection) &&
    isMapOf(fiches, 'string') &&
    isMapOf(chiffres, 'number') &&
    isMapOf(bases, 'number')
  );
}

function isSelection(value: unknown): boolean {
  if (!isMap(value)) return false;
  const { brouillons = false, interne = false, ...asked } = value;
  return typeof brouillons === 'boolean' && typeof interne === 'boolean' && isMapOf(asked, 'string');
}

function isMapOf(value: unknown, type: 'string' | 'number'): boolean {
  return isMap(value) && Object.values(value).every((inner) => typeof inner === type);
}

/** Whether a value read from JSON is a map. */
export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
