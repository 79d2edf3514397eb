import type { Collection } from '../collection.ts';
import { compareText, type Diagnostic } from '../diagnostic.ts';
import type { ReadFiche } from '../record/fiche.ts';
import type { Checked } from './check.ts';

/** What was found in each fiche alone, kept from one run to the next for as long as nothing that counts has changed. */
export class KeptFindings {
  private context = '';
  private found = new WeakMap<ReadFiche, readonly Diagnostic[]>();

  /** Forgets everything where the themes, the PRS, the settings or the day are no longer the same. */
  prepareFor(checked: Checked): void {
    const context = describeContext(checked);
    if (context !== this.context) this.found = new WeakMap();
    this.context = context;
  }

  /** What is kept of a fiche, else what `find` finds. */
  of(read: ReadFiche, find: () => readonly Diagnostic[]): readonly Diagnostic[] {
    const kept = this.found.get(read) ?? find();
    this.found.set(read, kept);
    return kept;
  }
}

/** Schemas are left out: a fiche that other schemas read is another object. */
function describeContext({ collection, themes, prs, today, definitionDates = new Map() }: Checked): string {
  const { settings, grille, prs: periods }: Collection = collection;
  const sorted = (ids: ReadonlySet<string>) => [...ids].sort(compareText);
  return JSON.stringify([
    today,
    [...definitionDates],
    settings,
    sorted(themes),
    sorted(prs),
    [...grille],
    [...periods],
  ]);
}
