import { type Atelier, toAtelier } from './atelier/atelier.ts';
import { type Contrat, toContrat } from './contrat/contrat.ts';
import { compareText, type Diagnostic } from './diagnostic.ts';
import { type Projet, toProjet } from './projet/projet.ts';
import { type Prs, toPrs } from './prs/prs.ts';
import type { Fiche, ReadFiche } from './record/fiche.ts';
import type { Lines } from './record/lines.ts';
import type { PartialDate } from './record/partial-date.ts';
import type { Schemas } from './record/schema.ts';
import { type Grille, type Theme, toGrille, toTheme } from './theme/theme.ts';

/** The types that the program itself knows; a workspace may have others, which no figure counts. */
export const KNOWN_TYPES: readonly string[] = ['atelier', 'projet', 'theme', 'prs', 'contrat', 'synthese'];

/** What `cops.yaml` sets; every key has a default. */
export interface Settings {
  readonly nom?: string;
  readonly region?: string;
  /** All is invented: every output says so. */
  readonly exemple?: true;
  /** Since when the centre is at work; earlier years are no years without an atelier. */
  readonly debut?: PartialDate;
  readonly seuils: {
    /** Records from which a theme is « récurrent ». */
    readonly recurrence: number;
    /** Ateliers from which participations by role are shown. */
    readonly fichesMinimales: number;
  };
}

/** What every output of an invented workspace says. */
export const EXEMPLE_FICTIF = 'Exemple fictif : les personnes, les lieux et les chiffres sont inventés.';

/** The settings of a workspace whose `cops.yaml` says nothing. */
export const DEFAULT_SETTINGS: Settings = { seuils: { recurrence: 3, fichesMinimales: 3 } };

/** All that was read of a workspace. Records with an error of reading are in `files` and `faults` only. */
export interface Collection {
  readonly settings: Settings;
  readonly schemas: Schemas;
  /** Every file that should be a record, in the order of paths. */
  readonly files: readonly ReadFiche[];
  readonly ateliers: readonly Atelier[];
  readonly projets: readonly Projet[];
  readonly grille: Grille;
  readonly prs: ReadonlyMap<string, Prs>;
  readonly contrats: readonly Contrat[];
  /** Blob ids of the templates, by the document that they make; none where no summary is kept. */
  readonly templates?: Readonly<Record<string, string>>;
  /** The lines of `cops.yaml`, to show a fault in its place; none where there is no such text. */
  readonly settingsLines?: Lines;
  /** What reading alone found; checks find more. */
  readonly faults: readonly Diagnostic[];
}

/** Puts what was read together. */
export function collect(
  files: readonly ReadFiche[],
  {
    schemas,
    settings,
    settingsLines,
    templates,
    faults = [],
  }: Pick<Collection, 'schemas' | 'settings' | 'settingsLines' | 'templates'> & {
    /** Those of the workspace itself, such as its `cops.yaml`. */
    readonly faults?: readonly Diagnostic[];
  },
): Collection {
  const sorted = [...files].sort((a, b) => compareText(a.file, b.file));
  const ateliers: Atelier[] = [];
  const projets: Projet[] = [];
  const themes: Theme[] = [];
  const prs = new Map<string, Prs>();
  const contrats: Contrat[] = [];
  for (const { fiche, faults: own } of sorted) {
    if (!fiche || !isReadable(fiche, own)) continue;
    if (fiche.writtenType === 'atelier') ateliers.push(once(knownAteliers, fiche, toAtelier));
    else if (fiche.writtenType === 'projet') projets.push(once(knownProjets, fiche, toProjet));
    else if (fiche.writtenType === 'theme') themes.push(toTheme(fiche));
    else if (fiche.writtenType === 'prs') prs.set(fiche.id, toPrs(fiche));
    else if (fiche.writtenType === 'contrat') contrats.push(toContrat(fiche));
  }
  return {
    settings,
    schemas,
    ...(settingsLines && { settingsLines }),
    ...(templates && { templates }),
    files: sorted,
    ateliers,
    projets,
    grille: toGrille(themes),
    prs,
    contrats,
    faults: [...faults, ...sorted.flatMap((file) => file.faults)],
  };
}

/** A header that its schema refuses holds values of unknown shape: it is named among the faults and read no further. */
function isReadable(fiche: Fiche, faults: readonly Diagnostic[]): boolean {
  return fiche.type !== undefined && !faults.some(({ severity }) => severity === 'error');
}

/** Fiches never change, and an editor puts the same ones together at every keystroke. */
const knownAteliers = new WeakMap<Fiche, Atelier>();
const knownProjets = new WeakMap<Fiche, Projet>();

function once<T>(known: WeakMap<Fiche, T>, fiche: Fiche, make: (fiche: Fiche) => T): T {
  const made = known.get(fiche) ?? make(fiche);
  known.set(fiche, made);
  return made;
}
