import type { Collection } from '../collection.ts';
import { compareDiagnostics, type Diagnostic, diagnose } from '../diagnostic.ts';
import type { Fiche, ReadFiche } from '../record/fiche.ts';
import { toShownText } from '../record/shown-text.ts';
import type { Check, CheckContext, Checked } from './check.ts';
import { CHECKS } from './index.ts';
import { KeptFindings } from './kept-findings.ts';

/** Checks by what they look at. */
interface Sorted {
  readonly ofOneFiche: readonly Check[];
  readonly ofAll: readonly Check[];
  readonly ofFaults: readonly Check[];
}

const ALL = sortChecks(CHECKS);
/** Those that find errors: what they find may be less, never more, than their own severity. */
const OF_ERRORS = sortChecks(CHECKS.filter(({ severity }) => severity === 'error'));

function sortChecks(checks: readonly Check[]): Sorted {
  return {
    ofOneFiche: checks.filter(({ scope }) => scope === 'fiche'),
    ofAll: checks.filter(({ scope }) => scope === undefined),
    ofFaults: checks.filter(({ scope }) => scope === 'faults'),
  };
}

/**
 * Every fault of every record, in the order of files and lines. Personal data is masked in what is said, and signs that would
 * steer a terminal. Who checks again and again gives what was `kept` of the last time.
 */
export function checkCollection(
  collection: Collection,
  context: CheckContext,
  kept: KeptFindings = new KeptFindings(),
): Diagnostic[] {
  return runSorted(ALL, collection, { context, kept });
}

/** Its errors alone, for who counts and does not mend: most checks warn, and need not run. */
export function findErrors(collection: Collection, context: CheckContext): Diagnostic[] {
  const found = runSorted(OF_ERRORS, collection, { context, kept: new KeptFindings() });
  return found.filter(({ severity }) => severity === 'error');
}

function runSorted(
  { ofOneFiche, ofAll, ofFaults }: Sorted,
  collection: Collection,
  { context, kept }: { context: CheckContext; kept: KeptFindings },
): Diagnostic[] {
  const checked: Checked = {
    ...context,
    ...prepare(collection),
    found: [],
    keep: (name, inputs, make) => kept.keep(name, inputs, make),
  };
  kept.prepareFor(checked);
  const alone = collection.files.flatMap((read) =>
    kept.of(read, () => runChecks(ofOneFiche, narrow(checked, read)).map(cleanMessage)),
  );
  const together = [...collection.faults, ...runChecks(ofAll, checked)].map(cleanMessage);
  const found = [...alone, ...together];
  return [...found, ...runChecks(ofFaults, { ...checked, found }).map(cleanMessage)].sort(compareDiagnostics);
}

function runChecks(checks: readonly Check[], checked: Checked): Diagnostic[] {
  return checks.flatMap((check) =>
    [...check.run(checked)].map(({ fiche, range, message, rule, fix }) =>
      diagnose(rule ?? check, fiche.file, range, message, fix),
    ),
  );
}

function cleanMessage(fault: Diagnostic): Diagnostic {
  const { message, fix } = fault;
  return { ...fault, message: toShownText(message), ...(fix && { fix: { ...fix, title: toShownText(fix.title) } }) };
}

function prepare(collection: Collection): Omit<Checked, keyof CheckContext | 'found' | 'keep'> {
  const listed = listIn(collection);
  return {
    collection,
    ...listed,
    themes: idsIn(collection, 'theme', listed.fiches),
    prs: idsIn(collection, 'prs', listed.fiches),
    projets: idsIn(collection, 'projet', listed.fiches),
  };
}

/** The same with one fiche in place of all: what a check of one fiche may look at. */
function narrow(checked: Checked, read: ReadFiche): Checked {
  const collection = { ...checked.collection, files: [read], ateliers: [], projets: [], contrats: [] };
  return { ...checked, collection, ...listIn(collection) };
}

function listIn({ files }: Collection): Pick<Checked, 'fiches' | 'bodies' | 'ficheOf'> {
  const fiches = files.flatMap(({ fiche }) => (fiche ? [fiche] : []));
  return {
    fiches,
    bodies: files.flatMap(({ file, body, lines }) => (body ? [{ file, body, lines }] : [])),
    ficheOf: new Map(fiches.map((fiche) => [fiche.file, fiche])),
  };
}

/** Ids of the files in a type's folder and of the fiches that say they are of it, faulty ones too, so that one fault is told once. */
function idsIn({ files, schemas }: Collection, type: string, fiches: readonly Fiche[]): Set<string> {
  const folder = `${schemas.types.get(type)?.folder}/`;
  const named = files
    .filter(({ file }) => file.startsWith(folder))
    .map(({ file }) => file.slice(file.lastIndexOf('/') + 1, -'.md'.length));
  return new Set([...named, ...fiches.filter((fiche) => fiche.type?.name === type).map(({ id }) => id)]);
}
