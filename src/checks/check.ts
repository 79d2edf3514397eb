import type { Collection } from '../collection.ts';
import type { Diagnostic, Fix, Range, Rule } from '../diagnostic.ts';
import type { Body } from '../record/body.ts';
import type { Fiche } from '../record/fiche.ts';
import type { Path } from '../record/header.ts';
import { WELL_FORMED_ID } from '../record/identifier.ts';
import type { Lines } from '../record/lines.ts';

/** What a check finds; the runner adds code, severity and file. */
export interface Finding {
  readonly fiche: { readonly file: string };
  readonly range: Range;
  readonly message: string;
  /** Where one way alone can mend it. */
  readonly fix?: Fix | undefined;
  /** Another rule than the check's own, such as « à compléter » for a draft. */
  readonly rule?: Rule;
}

/** What the checks must be told, since a record does not say it. */
export interface CheckContext {
  /** The current day, as an ISO date. */
  readonly today: string;
  /** The last day on which the definition of a theme changed, by its id; left out where no history tells. */
  readonly definitionDates?: ReadonlyMap<string, string>;
}

/** What checks compare: every fiche whose header could be read, valid or not, and the names that exist. */
export interface Checked extends CheckContext {
  readonly collection: Collection;
  readonly fiches: readonly Fiche[];
  /** Every body that was read, even below a header that does not read, with the lines of its file. */
  readonly bodies: readonly { readonly file: string; readonly body: Body; readonly lines: Lines }[];
  /** The fiches by path. */
  readonly ficheOf: ReadonlyMap<string, Fiche>;
  /** Ids of the files that define a theme or a PRS, even where those have faults of their own. */
  readonly themes: ReadonlySet<string>;
  readonly prs: ReadonlySet<string>;
  /** Ids of the projets, likewise. */
  readonly projets: ReadonlySet<string>;
  /** What was found before; all that other checks found, for one that comes last. */
  readonly found: readonly Diagnostic[];
  /** What was made of the same inputs the last time, else what `make` makes of them. */
  keep<T>(name: string, inputs: readonly unknown[], make: () => T): T;
}

/** A rule that needs two places, or two records, to be seen. It meets headers that a schema refused: it reads them with care. */
export interface Check extends Rule {
  /**
   * « fiche » where what it finds in a fiche depends on nothing but that fiche, the themes, the PRS, the settings and the day:
   * it then meets fiches one by one, and an editor keeps what it found in those that do not change. « faults » where it must
   * know what all others found: it comes last.
   */
  readonly scope?: 'fiche' | 'faults';
  run(checked: Checked): Iterable<Finding>;
}

/** The fiches of a type, by the schema that read them. */
export function fichesOf({ fiches }: Checked, ...types: string[]): Fiche[] {
  return fiches.filter(({ type }) => type !== undefined && types.includes(type.name));
}

/** The suites of the records that are coded, each with its path in the header. */
export function* suitesOf(checked: Checked): Iterable<{
  readonly fiche: Fiche;
  readonly suite: Readonly<Record<string, unknown>>;
  readonly path: Path;
}> {
  for (const fiche of fichesOf(checked, 'atelier', 'projet')) {
    const { suites } = fiche.header.value;
    for (const [index, suite] of (Array.isArray(suites) ? suites : []).entries())
      if (typeof suite === 'object' && suite !== null) yield { fiche, suite, path: ['suites', index] };
  }
}

/** A value that should be a list; empty where it is none. */
export function asList(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : [];
}

/** Whether a value is formed as an id; where it is not, the schema says so, and that is enough. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && WELL_FORMED_ID.test(value);
}

/** Whether a record says that it is valid, so that what it lacks is an error. */
export function isValide({ header }: Fiche): boolean {
  return header.value.validation === 'valide';
}
