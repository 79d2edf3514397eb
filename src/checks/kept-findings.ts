import type { Collection } from '../collection.ts';
import { compareText, type Diagnostic } from '../diagnostic.ts';
import type { ReadFiche } from '../record/fiche.ts';
import type { Checked } from './check.ts';

/** What was found in each fiche alone and what took long to make, kept from one run to the next for as long as nothing that counts has changed. */
export class KeptFindings {
  private context = '';
  private found = new WeakMap<ReadFiche, readonly Diagnostic[]>();
  private readonly made = new Map<string, { readonly inputs: readonly unknown[]; readonly value: unknown }>();

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

  /** What was made under a name the last time, where each input is the same thing still; else what `make` makes. */
  keep<T>(name: string, inputs: readonly unknown[], make: () => T): T {
    const last = this.made.get(name);
    const isSame =
      last?.inputs.length === inputs.length && inputs.every((input, index) => input === last.inputs[index]);
    if (last && isSame) return last.value as T;
    const value = make();
    this.made.set(name, { inputs, value });
    return value;
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
