import type { Collection } from '../collection.ts';
import { compareDiagnostics, type Diagnostic, diagnose } from '../diagnostic.ts';
import type { Fiche } from '../record/fiche.ts';
import { maskPersonalData } from '../record/personal-data.ts';
import type { CheckContext, Checked } from './check.ts';
import { CHECKS } from './index.ts';

/** Every fault of every record, in the order of files and lines. Personal data is masked in what is said, and signs that would steer a terminal. */
export function checkCollection(collection: Collection, context: CheckContext): Diagnostic[] {
  const checked = { ...context, ...prepare(collection) };
  const found = CHECKS.flatMap((check) =>
    [...check.run(checked)].map(({ fiche, range, message, rule }) =>
      diagnose(rule ?? check, fiche.file, range, message),
    ),
  );
  return [...collection.faults, ...found]
    .map((fault) => ({ ...fault, message: maskPersonalData(fault.message).replace(/\p{Cc}/gu, ' ') }))
    .sort(compareDiagnostics);
}

function prepare(collection: Collection): Omit<Checked, keyof CheckContext> {
  const fiches = collection.files.flatMap(({ fiche }) => (fiche ? [fiche] : []));
  return {
    collection,
    fiches,
    bodies: collection.files.flatMap(({ file, body, lines }) => (body ? [{ file, body, lines }] : [])),
    ficheOf: new Map(fiches.map((fiche) => [fiche.file, fiche])),
    themes: idsIn(collection, 'theme', fiches),
    prs: idsIn(collection, 'prs', fiches),
  };
}

/** Ids of the files in a type's folder and of the fiches that say they are of it, faulty ones too, so that one fault is told once. */
function idsIn({ files, schemas }: Collection, type: string, fiches: readonly Fiche[]): Set<string> {
  const folder = `records/${schemas.types.get(type)?.spec.dossier}/`;
  const named = files
    .filter(({ file }) => file.startsWith(folder))
    .map(({ file }) => file.slice(file.lastIndexOf('/') + 1, -'.md'.length));
  return new Set([...named, ...fiches.filter((fiche) => fiche.type?.name === type).map(({ id }) => id)]);
}
