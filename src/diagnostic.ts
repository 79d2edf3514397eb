/** How much a fault weighs: an error stops `report`, a warning is only said. */
export type Severity = 'error' | 'warning';

/** A place in a file: line and column count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a file; its end is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** What checks are about, in the order in which a person meets them, each with its title. */
export const FAMILIES = {
  lecture: 'Lire le fichier',
  entete: 'L’en-tête',
  rangement: 'Type, nom et dossier',
  texte: 'Sections et texte',
  themes: 'Grille et thèmes',
  prs: 'Dates et PRS',
  ateliers: 'Ateliers',
  projets: 'Projets',
  contrats: 'Contrats',
  suites: 'Suites données aux pistes',
  syntheses: 'Synthèses gardées comme fiches',
  confidentialite: 'Confidentialité',
} as const;

/** What there is to know of one kind of fault, whoever finds it: `code` is permanent and never changes meaning. */
export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  readonly family: keyof typeof FAMILIES;
  /** French, for a list. */
  readonly title: string;
  /** French, why it matters and what to do. */
  readonly explanation: string;
  readonly example: { readonly faulty: string; readonly corrected: string };
}

/** A stretch of a file, and the text that takes its place. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** What mends a fault, where one way alone is safe and certain: never a guess, never the author's words. */
export interface Fix {
  /** French, what becomes of what: it is read in a list of what was done, and in the menu of an editor. */
  readonly title: string;
  /** In the order of the text, apart from each other. */
  readonly edits: readonly Edit[];
  /** Whether it lets a part of the file be read that was not: faults found there are not of its making. */
  readonly reveals?: boolean;
}

/** One fault of one record, at its place. The path is relative to the workspace, with `/`. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly file: string;
  readonly range: Range;
  /** A French sentence: what is there, what was awaited, what to do. */
  readonly message: string;
  readonly fix?: Fix;
}

/** The first character of a file, for a fault of the file as a whole. */
export const FILE_START: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** States that a file breaks a rule at a place. */
export function diagnose(
  rule: Rule,
  file: string,
  range: Range,
  ...[message, fix]: [message: string, fix?: Fix | undefined]
): Diagnostic {
  return { code: rule.code, severity: rule.severity, file, range, message, ...(fix && { fix }) };
}

/** Orders faults as they are read: by file, then line, column and code. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.column - b.range.start.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** Compares by code units, so that the order is the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
